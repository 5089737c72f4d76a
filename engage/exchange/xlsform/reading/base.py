"""What every question has, read from its row."""

import re
from dataclasses import dataclass, field
from typing import Any

from .. import carried
from ..expressions.joining import Condition
from ..expressions.known import Known, Sort
from ..sheets import Row
from .making import Making

_PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")


@dataclass
class Asked:
    """A question of the document, and what it is asked after beside its row's `relevant`."""

    question: dict[str, Any]
    ask_if: Condition = True
    own_page: bool = False
    """It looks back at the question before it, so it cannot stand on the same page."""


@dataclass
class Reading:
    """A row on its way to a question: what this program had written beside it, if it did."""

    making: Making
    row: Row
    question: dict[str, Any] = field(default_factory=dict)
    bounded: bool = False
    """The bounds came with the row, so the constraint says nothing more."""

    def named(self, kind: str, sort: Sort | None = None, **known: Any) -> dict[str, Any]:
        """Name and texts of a question of this kind; `sort` makes it known to conditions."""
        making, row = self.making, self.row
        name = making.variable(row, row.take("engage_name"))
        self.question = {"kind": kind, "name": name}
        key = f"question.{name}.text"
        text = making.texts.take(row, "label", key)
        hint = None if text is None else making.texts.take(row, "hint", f"question.{name}.hint")
        if text is None:
            text = making.texts.take(row, "hint", key)
        if text is None:
            text = making.texts.put(key, name)
            making.report.row(row, "label", f'"{text}" is its text, as it is its name', "nothing")
        self.question["text"] = text
        if hint is not None:
            self.question["hint"] = hint
        if sort is not None:
            self.know(sort, **known)
        self._more()
        return self.question

    def know(self, sort: Sort, **known: Any) -> None:
        """Let conditions refer to the question by its name in the workbook."""
        raw, repeat = self.row.peek("name"), self.making.repeat
        known = {"conditional": self.making.conditional, "repeat": repeat, **known}
        found = Known(self.question["name"], sort, **known)
        self.making.here[raw] = found

    def parameters(self) -> dict[str, str]:
        """The pairs in the column `parameters`."""
        return dict(_PARAMETER.findall(self.row.take("parameters")))

    def _more(self) -> None:
        """What this program wrote beside the row, since an XLSForm has no column for it."""
        row = self.row
        more = carried.plain(row.take("engage_more")) or {}
        bounds = carried.unpacked(row.take("engage_bounds"), row.peek("constraint"))
        self.question |= more
        if bounds is not None:
            row.take("constraint")
            self.question |= bounds
            self.bounded = True
        if "order" in more:
            self.making.variables.given.add(str(more["order"]))
        listed = row.take("engage_missing")
        if listed:
            self.question["missing"] = self._missing(listed)

    def _missing(self, name: str) -> list[dict[str, Any]]:
        found = []
        for row in self.making.lists.rows.get(name, []):
            code = row.take("name")
            key = f"missing.{self.question['name']}.{code}"
            label = self.making.texts.take(row, "label", key)
            row.take("engage_missing")
            found.append({"code": code, "label": label or self.making.texts.put(key, code)})
        self.making.lists.spent.add(name)
        return found
