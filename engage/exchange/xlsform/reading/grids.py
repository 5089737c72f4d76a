"""Grids: a group of select_ones with the same choices, shown as a table."""

from typing import Any

from .. import carried
from ..expressions.joining import Condition, all_of
from ..sheets import Row
from .base import Reading
from .choosing import taken
from .kinds import Select, select
from .making import Making
from .outline import Group

_HEAD = "label"
_LINE = "list-nolabel"


def rows_of_grid(group: Group) -> list[Row]:
    """The rows of a grid; none if the group is none."""
    rows = [part for part in group.parts if isinstance(part, Row)]
    by_hand = bool(rows) and _HEAD in rows[0].peek("appearance").split()
    if by_hand:
        lines = rows[1:]
        if not all(_LINE in row.peek("appearance").split() for row in lines):
            return []
        rows = lines
    elif "table-list" not in group.shown:
        return []
    selects = [select(row.peek("type")) for row in rows]
    first = selects[0] if selects else None
    alike = first is not None and all(_alike(each, first) for each in selects)
    return rows if alike and len(rows) + by_hand == len(group.parts) else []


def grid(making: Making, rows: list[Row], group: Group) -> dict[str, Any]:
    """The grid of a group."""
    row = group.row
    assert row is not None
    for part in group.rows():
        part.take("appearance")
    head = group.rows()[0]
    if head not in rows:
        head.used.update(head.cells)
    row.take("appearance")
    found = select(rows[0].peek("type"))
    assert found is not None
    listed = taken(Reading(making, rows[0]), found)
    made = Reading(making, row).named("grid")
    made["code_list"] = listed.name
    made["rows"] = [_line(making, each, found) for each in rows]
    return made


def _line(making: Making, row: Row, found: Select) -> dict[str, Any]:
    row.take("type")
    reading = Reading(making, row)
    listed = taken(reading, found)
    name = making.variable(row)
    own = carried.unpacked(row.take("engage_ask_if"), row.peek("relevant"))
    if own is None:
        asked: Condition = making.relevant(row)
    else:
        row.take("relevant")
        asked = all_of([own.get("page", True), own.get("ask_if", True)])
    key = f"row.{name}.text"
    text = making.texts.take(row, "label", key) or making.texts.put(key, name)
    made: dict[str, Any] = {"name": name, "text": text}
    if isinstance(asked, dict):
        made["ask_if"] = asked
        making.conditional = True
    reading.question = made
    reading.know("one", codes=listed.codes)
    return made | (carried.plain(row.take("engage_more")) or {})


def _alike(this: Select | None, first: Select) -> bool:
    return this == first and this.sort == "one" and not this.other and not this.outside
