"""Dates typed in parts: figures in boxes, never a calendar to be clicked through."""

from abc import abstractmethod
from calendar import monthrange
from typing import ClassVar, Self

from pydantic import model_validator

from ..answers import AnswerRow, Posted, Reading, Value
from ..problem import Problem
from .missing import Missable
from .number import western
from .question import CodeLists, first

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Parted(Missable):
    """A date typed in parts. Its value is ISO 8601 text, [a missing code], or None."""

    parts: ClassVar[tuple[str, ...]]

    def part_field(self, part: str) -> str:
        """The name of the field for one part."""
        return f"{self.name}-{part}"

    def fields(self, lists: CodeLists) -> tuple[str, ...]:
        boxes = [self.missing_field()] if self.missing else []
        return (*map(self.part_field, self.parts), *boxes)

    @abstractmethod
    def bounds(self) -> tuple[str, str]:
        """The first and the last value that is taken."""

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        typed = {part: western(first(posted, self.part_field(part))) for part in self.parts}
        if not any(typed.values()):
            return Reading({self.name: None})
        absent = tuple(part for part, text in typed.items() if not text)
        if absent:
            return self._refused("date_incomplete", parts=absent)
        numbers = {part: _number(text) for part, text in typed.items()}
        wrong, days = _wrong(numbers)
        if wrong:
            return self._refused("not_a_date", parts=wrong, days=days)
        widths = {"year": 4, "month": 2, "day": 2}
        value = "-".join(f"{numbers[part]:0{widths[part]}}" for part in reversed(self.parts))
        earliest, latest = self.bounds()
        if not earliest <= value <= latest:
            return self._refused("date_out_of_range", earliest=earliest, latest=latest)
        return Reading({self.name: value})

    def _refused(self, code: str, **parameters: str | int | tuple[str, ...]) -> Reading:
        return Reading({}, (Problem(code, self.name, parameters),))

    def faulty(self, problem: Problem, lists: CodeLists) -> tuple[str, ...]:
        parts = problem.parameters.get("parts")
        named = parts if isinstance(parts, tuple) else self.parts
        return tuple(self.part_field(part) for part in self.parts if part in named)

    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        return self._parted(str(value))

    def cell_given(self, variable: str, cell: str) -> dict[str, list[str]]:
        return self._parted(cell)

    def _parted(self, iso: str) -> dict[str, list[str]]:
        found = iso.split("-")
        if len(found) != len(self.parts):
            return {self.part_field(self.parts[-1]): [iso]}  # and let `read` say what is wrong
        return {
            self.part_field(part): [text.lstrip("0") or text]
            for part, text in zip(reversed(self.parts), found, strict=True)
        }

    def rows_given(self, variable: str, value: Value) -> list[AnswerRow]:
        return [AnswerRow(variable, text=str(value))]

    def value_given(self, rows: list[AnswerRow]) -> Value:
        return rows[0].text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        earliest, latest = self.bounds()
        if earliest > latest:
            raise ValueError("'earliest' must not be after 'latest'")
        return self


def _number(typed: str) -> int:
    """A whole number of at most four digits; -1 for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) <= 4 else -1


def _wrong(numbers: dict[str, int]) -> tuple[tuple[str, ...], int]:
    """The parts that are in no calendar, and how many days the month has."""
    month, year = numbers["month"], numbers["year"]
    known = 1 <= month <= 12 and year >= 1000
    days = monthrange(year, month)[1] if known else 31
    fits = {
        "day": 1 <= numbers.get("day", 1) <= days,
        "month": 1 <= month <= 12,
        "year": year >= 1000,
    }
    return tuple(part for part in numbers if not fits[part]), days
