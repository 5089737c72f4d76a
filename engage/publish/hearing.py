"""Who is not heard: groups that are a smaller part of those who answered than of residents.

A group is named when the two shares lie at least FAR points apart, or at least NEAR points and one
is under three quarters of the other. Shares are whole percentages, so that less than NEAR points
may be rounding. A classification with fewer than ENOUGH answers says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .reading import Reach, ReachGroup

FAR: Final = 5
NEAR: Final = 2
ENOUGH: Final = 100
MOST: Final = 4  # of each kind: more is a table, and the tables are below


@dataclass(frozen=True)
class Heard:
    """A group whose part of those who answered is not its part of the residents."""

    classification: str
    group: str
    percentage: int
    population: int


def unheard(reach: Iterable[Reach]) -> tuple[Heard, ...]:
    """Groups heard less than their share, the least heard first."""
    found = [each for each in _comparable(reach) if _stands_out(each.percentage, each.population)]
    return tuple(sorted(found, key=lambda each: each.percentage / each.population)[:MOST])


def overheard(reach: Iterable[Reach]) -> tuple[Heard, ...]:
    """Groups heard more than their share, the furthest above it first."""
    found = [each for each in _comparable(reach) if _stands_out(each.population, each.percentage)]
    return tuple(sorted(found, key=lambda each: each.population - each.percentage)[:MOST])


def is_compared(reach: Iterable[Reach]) -> bool:
    """Whether there are figures of the residents to hold any group against."""
    return bool(_comparable(reach))


def _stands_out(smaller: int, larger: int) -> bool:
    points = larger - smaller
    return points >= FAR or (points >= NEAR and 4 * smaller < 3 * larger)


def _comparable(reach: Iterable[Reach]) -> list[Heard]:
    return [
        Heard(each.classification, row.group, row.percentage, row.population_percentage)
        for each in reach
        if sum(row.base for row in each.groups) >= ENOUGH
        for row in each.groups
        if _is_known(row) and row.percentage is not None and row.population_percentage is not None
    ]


def _is_known(row: ReachGroup) -> bool:
    return bool(row.population_percentage)
