"""Number: whole or with decimals, within a range, with a unit."""

import math
import re
import unicodedata
from collections.abc import Iterator
from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from ..answers import AnswerRow, Posted, Reading, Value
from ..frozen import Text
from ..problem import Problem
from .missing import Missable
from .question import CodeLists, Weights, first

_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d+)?")


class Number(Missable):
    """Its value is an int (decimals 0) or a float, [a missing code], or None."""

    kind: Literal["number"]
    least: int | float
    most: int | float
    decimals: int = Field(default=0, ge=0, le=6)
    unit: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError("'least' must not be greater than 'most'")
        if any(_NUMBER.fullmatch(code) for code in self.missing_codes()):
            raise ValueError("a missing code must not be a number")
        return self

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        if self.unit is not None:
            yield f"question.{self.name}.unit", self.unit

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        typed = western(first(posted, self.name))
        if typed == "":
            return Reading({self.name: None})
        if not _NUMBER.fullmatch(typed):
            return self._refused("not_a_number")
        if len(typed.partition(".")[2].rstrip("0")) > self.decimals:
            return self._refused("too_many_decimals" if self.decimals else "not_a_number")
        number = float(typed) if self.decimals else int(float(typed))
        if not self.least <= number <= self.most:
            return self._refused("out_of_range")
        return Reading({self.name: number})

    def _refused(self, code: str) -> Reading:
        parameters = {"least": self.least, "most": self.most, "decimals": self.decimals}
        return Reading({}, (Problem(code, self.name, parameters),))

    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        if not isinstance(value, int | float):
            return {}
        return {variable: [f"{value:.{self.decimals}f}" if self.decimals else str(int(value))]}

    def rows_given(self, variable: str, value: Value) -> list[AnswerRow]:
        assert isinstance(value, int | float)
        return [AnswerRow(variable, number=float(value))]

    def value_given(self, rows: list[AnswerRow]) -> Value:
        number = rows[0].number
        assert number is not None
        return number if self.decimals else int(number)

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        likely_most = min(self.most, self.least + 5)  # small numbers are what people say
        if not self.decimals:
            return random.randint(
                math.ceil(self.least), max(math.ceil(self.least), int(likely_most))
            )
        return round(random.uniform(float(self.least), float(likely_most)), self.decimals)


def western(typed: str) -> str:
    """Digits of any script, a decimal comma and spaces between thousands, as Python reads them."""
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in typed)
    plain = "".join(c for c in digits if not c.isspace())
    plain = plain.replace("\u066b", ".").replace("\u2212", "-")
    return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
