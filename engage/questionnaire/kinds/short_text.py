"""Short text: one line in the resident's own words."""

from typing import Literal

from pydantic import Field

from ..answers import AnswerRow, Posted, Reading, Value
from ..problem import Problem
from .question import CodeLists, Question, blank, first


class ShortText(Question):
    """Its value is one line of at most `limit` characters, or None."""

    kind: Literal["short_text"]
    limit: int = Field(default=200, ge=1, le=500)

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        line = {self.name: [" ".join(first(posted, self.name).split())]}
        return read_text(self.name, line, self.limit)

    def typed(self, variable: str, value: Value) -> list[str]:
        return [] if value is None else [str(value)]

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return text_rows(variable, value)

    def value(self, rows: list[AnswerRow]) -> Value:
        return rows[0].text


def read_text(variable: str, posted: Posted, limit: int) -> Reading:
    """Text of at most `limit` characters, or blank."""
    typed = first(posted, variable)
    if len(typed) > limit:
        over = {"limit": limit, "over": len(typed) - limit}
        return Reading({}, (Problem("too_long", variable, over),))
    return Reading({variable: typed or None})


def text_rows(variable: str, value: Value) -> list[AnswerRow]:
    """The row of a text."""
    return [AnswerRow(variable, text=value)] if isinstance(value, str) else blank(variable)
