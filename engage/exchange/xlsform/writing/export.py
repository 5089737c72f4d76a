"""A workbook while it is being filled: what every part of the writing shares."""

import json
from dataclasses import dataclass, field
from typing import Any

from ...imported import Note
from .. import carried
from ..names import Names
from .variables import Plain, Variables
from .words import Words
from .workbook import Cells
from .xpath import TRUE, Expressions, Unsayable, both


@dataclass
class Export:
    """The document in plain form, and the rows so far."""

    document: Plain
    words: Words
    variables: Variables
    expressions: Expressions
    survey: list[Cells] = field(default_factory=list)
    choices: list[Cells] = field(default_factory=list)
    parts: list[Cells] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    groups: Names = field(default_factory=Names)
    lists: Names = field(default_factory=Names)

    def note(self, place: str, found: str, done: str) -> None:
        """One thing that an XLSForm cannot say."""
        self.notes.append(Note(place, found, done))

    def row(self, kind: str, name: str, **cells: str) -> Cells:
        """A new row of the survey."""
        made = {"type": kind, "name": name, **cells}
        self.survey.append({header: text for header, text in made.items() if text})
        return self.survey[-1]

    def part(self, part: str, name: str, value: Any = None, text: str = "") -> None:
        """A new row of our own sheet; `text`: the key of its text."""
        made = {"part": part, "name": name, "json": to_json(value) if value else ""}
        self.parts.append(made | (self.words.cells("label", text) if text else {}))

    def when(
        self,
        place: str,
        page: Plain | None,
        own: Plain | None,
        *more: str,
        bare: Plain | None = None,
    ) -> Cells:
        """The cells that say when something is asked, ours with them."""
        said: list[str] = list(more)
        for condition in (page, own, bare):
            if condition is None:
                continue
            try:
                said.append(self.expressions.holds(condition))
            except Unsayable as error:
                found = f"asked if {to_json(condition)}"
                self.note(place, found, f"asked of everybody there: {error}")
        expression = both(said)
        relevant = "" if expression == TRUE else expression
        kept = carried.packed(relevant, page=page, ask_if=own)
        return {"relevant": relevant, "engage_ask_if": kept}


def rest(part: Plain, *said: str) -> Plain:
    """What else a part of the document has."""
    return {key: value for key, value in part.items() if key not in said}


def more(part: Plain, *said: str) -> Cells:
    """The same as a cell of our own, none if there is nothing else."""
    found = rest(part, *said)
    return {"engage_more": to_json(found)} if found else {}


def to_json(value: Any) -> str:
    """A value as text."""
    return json.dumps(value, ensure_ascii=False)
