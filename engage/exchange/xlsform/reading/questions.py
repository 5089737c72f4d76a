"""A row of the survey sheet as questions of the document."""

from typing import Any

from ..sheets import Row
from . import kinds, numbers, pictures
from .base import Asked, Reading
from .choosing import chosen
from .constraints import narrow
from .kinds import Select
from .making import Making

LONG = {"multiline", "textarea"}
_OF_MONTHS = "month-year"


def questions(making: Making, row: Row) -> list[Asked]:
    """The questions that a row becomes; none, noted, if it has no equal."""
    written, own = row.take("type"), row.take("engage_kind")
    reading, kind, select = Reading(making, row), kinds.normal(written), kinds.select(written)
    if select is not None:
        return _selected(reading, select, own)
    if kind == "note":
        return [Asked(_statement(reading))]
    if kind in kinds.NUMBERS:
        by_kind = numbers.percentage if kind == "percentage" else numbers.counted
        return [Asked(by_kind(reading, kinds.NUMBERS[kind]))]
    if kind == "range":
        return [Asked(numbers.ranged(reading))]
    if kind in kinds.DAYS:
        return [Asked(_dated(reading, kind))]
    if kind in kinds.WORDS or kind in kinds.IN_WORDS or kind in kinds.PLACES:
        return [Asked(_worded(reading, kind, own))]
    if kind in kinds.BOXES:
        return [Asked(_box(reading))]
    row.used.update(row.cells)
    making.report.row(row, "type", kinds.LEFT_OUT.get(kind, "left out; there is no equal here"))
    return []


def _selected(reading: Reading, select: Select, own: str) -> list[Asked]:
    if not select.outside and select.name in reading.making.lists.rows:
        found = chosen(reading, select, own)
        if found:
            return found
    done = "asked for in words, since its choices are not in the workbook"
    reading.making.report.row(reading.row, "type", done)
    reading.row.take("choice_filter")
    return [Asked(_worded(reading, "text", ""))]


def _statement(reading: Reading) -> dict[str, Any]:
    """A note: its label is the heading, its hint what stands below."""
    made = reading.named("statement")
    texts, key = reading.making.texts, f"question.{made['name']}"
    if "hint" in made:
        made["body"] = texts.moved(f"{key}.hint", f"{key}.body", made.pop("hint"))
    hint = texts.take(reading.row, "guidance_hint", f"{key}.hint")
    return made | ({"hint": hint} if hint else {})


def _dated(reading: Reading, kind: str) -> dict[str, Any]:
    row, shown = reading.row, reading.row.peek("appearance").split()
    if kind != "date":
        reading.making.report.row(row, "type", "a date takes its place; the time is left out")
    month = _OF_MONTHS in shown
    made = reading.named("month" if month else "date", "day")
    if month:
        row.take("appearance")
    if not reading.bounded:
        narrow(reading.making, row, made)
        if month:
            for key in {"earliest", "latest"} & made.keys():
                made[key] = made[key][:7]
    return made


def _worded(reading: Reading, kind: str, own: str) -> dict[str, Any]:
    row, making = reading.row, reading.making
    found = "short_text"
    if kind in kinds.PLACES:
        found = "place"
        making.report.row(row, "type", "the place is described in words; no position is taken")
    elif kind in kinds.IN_WORDS:
        making.report.row(row, "type", kinds.IN_WORDS[kind])
    elif own in ("place", "picture"):
        found = own
    elif LONG & set(row.peek("appearance").split()) or "rows" in reading.parameters():
        found = "long_text"
        if LONG & set(row.peek("appearance").split()):
            row.take("appearance")
    made = reading.named(found, "words")
    if not reading.bounded:
        made.setdefault("limit", 1000 if found == "long_text" else 200)
        narrow(making, row, made)
    if found != "picture":
        pictures.of_text(reading, made)
    else:
        row.tongues("image")
    return made


def _box(reading: Reading) -> dict[str, Any]:
    """One box: a choice of one."""
    making, row = reading.making, reading.row
    made = reading.named("multiple_choice", "several", codes={"OK": "ok"})
    name = making.lists.names.take(made["name"])
    label = making.texts.put(f"code_list.{name}.ok", "Yes")
    making.lists.add(name, [{"code": "ok", "label": label}])
    making.report.row(row, "type", 'one box takes its place, with the words "Yes"')
    return made | {"code_list": name}
