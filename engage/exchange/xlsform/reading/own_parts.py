"""The sheet `engage`: parts of a document that an XLSForm has no place for."""

import json
from collections.abc import Callable
from typing import Any

from ..sheets import Row
from . import own_translations
from .making import Making

SHEET = "engage"
Plain = dict[str, Any]


def add(making: Making, document: Plain) -> None:
    """Put what stands in the sheet into the document."""
    sheet = making.sheets.get(SHEET)
    for row in sheet.rows if sheet else ():
        part, name, written = row.take("part"), row.take("name"), row.take("json")
        if part in (own_translations.PART, own_translations.TEXT):
            continue
        try:
            value = json.loads(written) if written else {}
        except (ValueError, RecursionError):
            value = None
        if (
            part not in _PARTS
            or value is None
            or not _PARTS[part](making, document, name, value, row)
        ):
            making.report.add(row.place("part"), f"{part} {name}", "left out: not understood")


def _text(making: Making, row: Row, key: str) -> str:
    return making.texts.take(row, "label", key) or making.texts.put(key, "—")


def _classification(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    made = {"variable": name, "title": _text(making, row, f"classification.{name}.title")}
    document.setdefault("classifications", []).append(made | value)
    return True


def _check(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    making.variables.given.add(name)
    text = _text(making, row, f"check.{name}.text")
    document.setdefault("checks", []).append({"name": name, "text": text} | value)
    return True


def _table(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    document.setdefault("tables", []).append({"question": name, "by": value})
    return True


def _group(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    """A group of codes: which list, which level, which code, and what it joins."""
    listed = document["code_lists"].get(name)
    if listed is None or not {"level", "code", "codes"} <= set(value):
        return False
    groupings = listed.setdefault("groupings", [])
    while len(groupings) <= value["level"] < 20:
        groupings.append({"groups": []})
    key = f"code_list.{name}.group.{value['code']}"
    own = [code["label"] for code in listed["codes"] if code["code"] == value["code"]]
    label = own[0] if own else _text(making, row, key)
    group = {"code": value["code"], "label": label, "codes": value["codes"]}
    groupings[value["level"]]["groups"].append(group)
    return True


def _list(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    listed = document["code_lists"].get(name)
    if listed is None:
        return False
    listed |= value
    return True


def _picture(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    made = dict(value)
    if any(column == "label" for column, _ in row.cells):
        made["alt"] = _text(making, row, f"picture.{name}.alt")
    making.pictures[name] = made
    return True


def _description(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    picture = making.pictures.get(name)
    if picture is None:
        return False
    picture["description"] = _text(making, row, f"picture.{name}.description")
    return True


def _document(making: Making, document: Plain, name: str, value: Any, row: Row) -> bool:
    document |= value
    return True


_PARTS: dict[str, Callable[[Making, Plain, str, Any, Row], bool]] = {
    "classification": _classification,
    "check": _check,
    "table": _table,
    "group": _group,
    "list": _list,
    "document": _document,
    "picture": _picture,
    "picture description": _description,
}
