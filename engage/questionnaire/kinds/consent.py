"""Consent: one box, the only thing that must be answered."""

from collections.abc import Iterator
from random import Random
from typing import Literal

from ..answers import AnswerRow, Posted, Reading, Value
from ..frozen import Text
from ..problem import Problem
from .question import CodeLists, Question, Weights, blank

AGREED = "yes"


class Consent(Question):
    """Its value is "yes"; without it nothing is asked and nothing is kept."""

    kind: Literal["consent"]
    agree: Text

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        yield f"question.{self.name}.agree", self.agree

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        if AGREED in posted.get(self.name, []):
            return Reading({self.name: AGREED})
        return Reading({}, (Problem("consent_needed", self.name),))

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        return {variable: [AGREED]} if value == AGREED else {}

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return [AnswerRow(variable, code=AGREED)] if value == AGREED else blank(variable)

    def value(self, rows: list[AnswerRow]) -> Value:
        return rows[0].code

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        return AGREED
