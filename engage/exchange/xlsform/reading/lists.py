"""Code lists from the choices sheet, made as questions ask for them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .. import carried
from ..expressions.folding import columns, folded
from ..expressions.joining import Condition
from ..expressions.parsing import Column, Expression, Literal
from ..names import Names, legal_code
from ..sheets import Row, Sheet
from .report import Report
from .texts import Texts

OTHER = "other"
_YES = "yes"
Offered = Callable[[Expression], Condition]


@dataclass
class Listed:
    """A code list of the document, and what its choices were called and had."""

    name: str
    codes: dict[str, str] = field(default_factory=dict)
    """From the name of each choice to its code."""
    images: dict[str, Row] = field(default_factory=dict)
    """From a code to the row of the choices sheet that has a picture."""
    plain: dict[str, Any] = field(default_factory=dict)

    def code(self, code: str) -> dict[str, Any]:
        """The entry of a code."""
        return next(each for each in self.plain["codes"] if each["code"] == code)


class Lists:
    """All lists. `lower`: the lists whose codes become part of variables' names."""

    def __init__(self, sheets: list[Sheet], texts: Texts, report: Report) -> None:
        self.texts, self.report = texts, report
        self.rows: dict[str, list[Row]] = {}
        for sheet in sheets:
            for row in sheet.rows:
                self.rows.setdefault(row.take("list_name"), []).append(row)
        self.names = Names(stem="list")
        self.lower: set[str] = set()
        self.made: dict[tuple[str, bool, str], Listed] = {}
        self.spent: set[str] = set()
        """Lists whose choices went somewhere else than into a code list."""

    def take(
        self,
        name: str,
        other: bool = False,
        choice_filter: Expression | None = None,
        offered: Offered = lambda _: True,
        own: bool = False,
    ) -> Listed:
        """The list of this name, with `other` added, or with choices that are not always offered.

        `own`: when a choice is offered stands beside it, as this program writes it.
        """
        key = (name, other, "own" if own else repr(choice_filter) if choice_filter else "")
        if key not in self.made:
            self.made[key] = self._made(name, choice_filter, offered, own)
            if other:
                self._add_other(self.made[key])
        return self.made[key]

    def documents(self, every: bool) -> dict[str, Any]:
        """The lists as a document has them, no empty ones; `every`: also those not asked for."""
        asked_for = {key[0] for key in self.made} | self.spent
        for name in [each for each in self.rows if each and each not in asked_for]:
            if every:
                self.take(name, own=True)
                continue
            self.report.add(
                "choices, column list_name", name, "left out: no question has this list"
            )
            for row in self.rows[name]:
                row.used.update(row.cells)
        return {each.name: each.plain for each in self.made.values() if each.plain["codes"]}

    def add(self, name: str, codes: list[dict[str, Any]]) -> None:
        """A list that no choices were written for."""
        self.made[name, False, "made"] = Listed(name, plain={"codes": codes})

    def _made(
        self, name: str, choice_filter: Expression | None, offered: Offered, own: bool
    ) -> Listed:
        made = Listed(self.names.take(name), plain={"codes": []})
        if made.name != name and name not in {key[0] for key in self.made}:
            done = f"the list is called {made.name} here"
            self.report.add("choices, column list_name", name, done)
        for row in self.rows.get(name, []):
            raw = row.take("name")
            if raw in made.codes:
                self.report.row(row, "name", "left out, since the name stands there twice")
                continue
            shown = self._shown(row, choice_filter, offered, own)
            if shown is False:
                self.report.row(row, "name", "left out, since it is never offered")
                continue
            code = self._code(row, raw, made, name in self.lower)
            made.codes[raw] = code
            made.plain["codes"].append(self._entry(row, made, code, shown))
        return made

    def _entry(self, row: Row, made: Listed, code: str, shown: Condition) -> dict[str, Any]:
        key = f"code_list.{made.name}.{code}"
        label = self.texts.take(row, "label", key)
        if label is None:
            label = self.texts.put(key, row.take("name"))
            self.report.row(row, "label", f'"{label}" is its text, as it is its name', "nothing")
        found: dict[str, Any] = {"code": code, "label": label}
        for mark in ("missing", "exclusive"):
            if row.take(f"engage_{mark}").lower() == _YES:
                found[mark] = True
        found |= carried.plain(row.take("engage_more")) or {}
        if isinstance(shown, dict):
            found["ask_if"] = shown
        if any(column == "image" for column, _ in row.cells):
            made.images[code] = row
        return found

    def _code(self, row: Row, raw: str, made: Listed, lower: bool) -> str:
        wished = legal_code(raw)
        if lower:
            wished = re.sub(r"[^a-z0-9_]", "_", wished.lower())
        code, count = wished, 1
        while code in made.codes.values():
            count += 1
            code = f"{wished[:28]}_{count}"
        if code != raw:
            self.report.row(row, "name", f"the code is {code} here")
        return code

    def _shown(self, row: Row, given: Expression | None, offered: Offered, own: bool) -> Condition:
        if own:
            row.take("engage_filter")
            return carried.plain(row.take("engage_ask_if")) or True
        if given is None:
            return True
        filled: dict[Expression, Expression] = {
            Column(name): Literal(row.take(name)) for name in columns(given)
        }
        return offered(folded(given, filled))

    def _add_other(self, made: Listed) -> None:
        if OTHER in made.codes:
            return
        label = self.texts.put(f"code_list.{made.name}.{OTHER}", "Other")
        made.codes[OTHER] = OTHER
        made.plain["codes"].append({"code": OTHER, "label": label})
