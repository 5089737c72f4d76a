"""Pictures that a form shows: of a text and of choices they become questions about a picture."""

import re
from pathlib import PurePath
from typing import Any

from ..names import Names
from ..sheets import Row
from .base import Reading
from .lists import Listed
from .making import Making

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png|jpg|jpeg|webp)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


def of_text(reading: Reading, made: dict[str, Any]) -> None:
    """A text under a picture is asked about the picture."""
    file = _file(reading, reading.row)
    if file is None or "pictures" in made:
        return
    name = _added(reading.making, reading.row, file, PurePath(file).stem, made["text"])
    made |= {"kind": "picture", "pictures": [name]}
    made.pop("missing", None)


def of_choices(reading: Reading, made: dict[str, Any], listed: Listed) -> None:
    """Choices with pictures, or a choice under one, of a select_one."""
    if "pictures" in made:
        for row in (reading.row, *listed.images.values()):
            row.tongues("image")
        return
    if made["kind"] != "single_choice":
        return
    making, names = reading.making, []
    file = _file(reading, reading.row)
    if file is not None:
        names.append(_added(making, reading.row, file, PurePath(file).stem, made["text"]))
    for code, row in listed.images.items():
        file = _file(reading, row)
        if file is None:
            continue
        if not _NAME.fullmatch(code) or making.pictures.get(code, {"file": file})["file"] != file:
            done = "left out; only a code of small letters that no other picture has can have one"
            making.report.row(row, "image", done, file)
            continue
        label = listed.code(code)["label"]
        names.append(_added(making, row, file, code, label, exact=True))
    if names:
        made |= {"kind": "picture", "pictures": list(dict.fromkeys(names))}


def _file(reading: Reading, row: Row) -> str | None:
    """The name of the file that a row shows; in several languages it is the first."""
    files = [PurePath(text.strip()).name for text in row.tongues("image").values()]
    if not files:
        return None
    report = reading.making.report
    if len(set(files)) > 1:
        report.row(row, "image", f"{files[0]} is shown in every language", ", ".join(files))
    if not _FILE.fullmatch(files[0]):
        done = "left out; expected a name such as square.svg (svg, png, jpg, jpeg or webp)"
        report.row(row, "image", done, files[0])
        return None
    return files[0]


def _added(
    making: Making, row: Row, file: str, wished: str, label: str, exact: bool = False
) -> str:
    for name, picture in making.pictures.items():
        if picture["file"] == file and (not exact or name == wished):
            return name
    names = Names(stem="picture")
    names.given.update(making.pictures)
    name = names.take(wished)
    alt = making.texts.put(f"picture.{name}.alt", label)
    making.pictures[name] = {"file": file, "alt": alt}
    done = (
        "put the file into the folder pictures beside the questionnaire; say in alt what it shows"
    )
    making.report.row(row, "image", done, file)
    return name
