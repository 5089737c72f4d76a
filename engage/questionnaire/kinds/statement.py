"""Statement: a page's text with nothing to answer."""

from collections.abc import Iterator
from random import Random
from typing import Literal

from ..answers import AnswerRow, Posted, Reading, Value
from ..frozen import Text
from .question import CodeLists, Question, Weights


class Statement(Question):
    """A heading and, below it, paragraphs with an empty line between them. It fills no variable."""

    kind: Literal["statement"]
    body: Text | None = None

    def variables(self) -> tuple[str, ...]:
        return ()

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        if self.body is not None:
            yield f"question.{self.name}.body", self.body

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        return Reading({})

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        return {}

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return []

    def value(self, rows: list[AnswerRow]) -> Value:
        return None

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        return None
