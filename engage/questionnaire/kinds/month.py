"""Month: a month of a year, in two parts."""

from random import Random
from typing import ClassVar, Literal

from ..answers import Value
from ..frozen import MonthOfYear
from .parted import FIRST_YEAR, LAST_YEAR, Parted
from .question import CodeLists, Weights


class Month(Parted):
    """A month of a year: "2026-05"."""

    kind: Literal["month"]
    earliest: MonthOfYear | None = None
    latest: MonthOfYear | None = None
    parts: ClassVar[tuple[str, ...]] = ("month", "year")

    def bounds(self) -> tuple[str, str]:
        return self.earliest or f"{FIRST_YEAR}-01", self.latest or f"{LAST_YEAR}-12"

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        earliest, latest = (int(b[:4]) * 12 + int(b[5:]) - 1 for b in self.bounds())
        year, month = divmod(random.randint(earliest, latest), 12)
        return f"{year:04}-{month + 1:02}"
