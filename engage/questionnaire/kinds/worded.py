"""Questions answered in the resident's own words, up to a limit."""

from random import Random

from ..answers import AnswerRow, Posted, Reading, Value
from ..problem import Problem
from .missing import Missable
from .question import CodeLists, Weights, drawn, first

INVENTED = "Invented words"


class Worded(Missable):
    """Its value is text of at most `limit` characters, [a missing code], or None."""

    limit: int

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        return read_words(self.name, first(posted, self.name), self.limit)

    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        return {variable: [str(value)]}

    def rows_given(self, variable: str, value: Value) -> list[AnswerRow]:
        return [AnswerRow(variable, text=str(value))]

    def value_given(self, rows: list[AnswerRow]) -> Value:
        return rows[0].text

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        return drawn(random, weights) if weights else INVENTED[: self.limit].rstrip()


class OneLine(Worded):
    """Words in one line: several spaces or line ends become one space."""

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        return read_words(self.name, " ".join(first(posted, self.name).split()), self.limit)


def read_words(variable: str, typed: str, limit: int) -> Reading:
    """Text of at most `limit` characters, or blank."""
    if len(typed) > limit:
        over = {"limit": limit, "over": len(typed) - limit}
        return Reading({}, (Problem("too_long", variable, over),))
    return Reading({variable: typed or None})
