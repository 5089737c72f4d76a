"""The survey sheet as a tree: groups and repeats with what stands in them."""

import re
from dataclasses import dataclass, field

from ..sheets import Row
from .report import Report

_BEGIN = re.compile(r"begin[\s_]+(group|repeat|looped group|lgroup|loop)\b.*", re.IGNORECASE)
_END = re.compile(r"end[\s_]+(group|repeat|looped group|lgroup|loop)\b.*", re.IGNORECASE)
_YES = ("yes", "true", "true()")


@dataclass
class Group:
    """A group, or with `repeat` a repeat; the whole survey has no row."""

    row: Row | None
    repeat: bool = False
    parts: list["Row | Group"] = field(default_factory=list)

    def rows(self) -> list[Row]:
        """The rows within, of inner groups as well."""
        found: list[Row] = []
        for part in self.parts:
            found += part.rows() if isinstance(part, Group) else [part]
        return found

    @property
    def page(self) -> bool:
        """Whether all of it is shown at once."""
        return bool({"field-list", "table-list"} & self.shown)

    @property
    def shown(self) -> set[str]:
        """The words of its appearance."""
        return set() if self.row is None else set(self.row.peek("appearance").split())


def outline(rows: list[Row], report: Report) -> Group:
    """The tree; the checks before have seen to it that what begins also ends."""
    stack = [Group(None)]
    for row in rows:
        kind = " ".join(row.take("type").split())
        if row.take("disabled").lower() in _YES:
            report.row(row, "type", "left out, since it is disabled")
            row.used.update(row.cells)
            continue
        if not kind:
            continue
        begins = _BEGIN.fullmatch(kind)
        if begins:
            group = Group(row, repeat=begins.group(1).lower() != "group")
            stack[-1].parts.append(group)
            stack.append(group)
        elif _END.fullmatch(kind):
            row.used.update(row.cells)
            if len(stack) > 1:
                stack.pop()
        else:
            stack[-1].parts.append(row)
    return stack[0]
