"""Long text: as many lines as the limit holds."""

from typing import Literal

from pydantic import Field

from ..answers import AnswerRow, Posted, Reading, Value
from .question import CodeLists, Question
from .short_text import read_text, text_rows


class LongText(Question):
    """Its value is text of at most `limit` characters, or None."""

    kind: Literal["long_text"]
    limit: int = Field(default=1000, ge=1, le=10_000)

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        return read_text(self.name, posted, self.limit)

    def typed(self, variable: str, value: Value) -> list[str]:
        return [] if value is None else [str(value)]

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return text_rows(variable, value)

    def value(self, rows: list[AnswerRow]) -> Value:
        return rows[0].text
