"""Date: a day in three parts."""

from datetime import date, timedelta
from random import Random
from typing import ClassVar, Literal

from ..answers import Value
from ..frozen import Day
from .parted import FIRST_YEAR, LAST_YEAR, Parted
from .question import CodeLists, Weights


class Date(Parted):
    """A day: "2026-05-17"."""

    kind: Literal["date"]
    earliest: Day | None = None
    latest: Day | None = None
    parts: ClassVar[tuple[str, ...]] = ("day", "month", "year")

    def bounds(self) -> tuple[str, str]:
        return self.earliest or f"{FIRST_YEAR}-01-01", self.latest or f"{LAST_YEAR}-12-31"

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        earliest, latest = map(date.fromisoformat, self.bounds())
        return (earliest + timedelta(random.randint(0, (latest - earliest).days))).isoformat()
