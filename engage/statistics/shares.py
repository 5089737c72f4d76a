"""Who answered beside who lives here: shares of groups against a population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engage.statistics.percentages import wilson
from engage.statistics.table import MISSING, Code


@dataclass(frozen=True)
class Share:
    """One group. Shares are between 0 and 1; everything but `n` is None where it cannot be said."""

    group: str
    n: int
    share: float | None
    interval: tuple[float, float] | None
    population: int | None
    population_share: float | None
    index: float | None
    """100 where the group is as large among respondents as in the population."""
    points: float | None
    """Share less population share, in percentage points."""


@dataclass(frozen=True)
class Shares:
    """The groups of one classification in the order given."""

    rows: tuple[Share, ...]
    n: int
    """Respondents in groups that have a population figure: the base of the shares."""
    population: int
    missing: int
    """Respondents who did not say; outside all shares."""
    without_population: int
    """Respondents in groups that the population does not count; outside all shares."""
    dissimilarity: float | None
    """Half the sum of the absolute differences in points: 0 the same make-up, 100 nothing alike."""


def shares(counts: Sequence[tuple[Code, int]], population: Mapping[str, int]) -> Shares:
    """Shares of respondents against those of a population.

    `counts` holds (group, respondents) in the order to show, `population` the figure of each group;
    a group that it does not name is counted, yet left out of all shares. Intervals are Wilson's,
    at 95 per cent, and model-based. Raises ValueError for a group given twice or a count below 0.
    """
    groups = [(group, n) for group, n in counts if group is not MISSING]
    if len({group for group, _ in counts}) != len(counts):
        raise ValueError("each group is given once")
    if any(n < 0 for _, n in counts) or any(figure < 0 for figure in population.values()):
        raise ValueError("a count is never below zero")
    known = [(group, n) for group, n in groups if group in population]
    base = sum(n for _, n in known)
    total = sum(population[group] for group, _ in known)
    rows = tuple(_share(group, n, base, population.get(group), total) for group, n in groups)
    points = [row.points for row in rows if row.points is not None]
    return Shares(
        rows=rows,
        n=base,
        population=total,
        missing=sum(n for group, n in counts if group is MISSING),
        without_population=sum(n for _, n in groups) - base,
        dissimilarity=sum(map(abs, points)) / 2 if points else None,
    )


def _share(group: str, n: int, base: int, population: int | None, total: int) -> Share:
    share = n / base if base and population is not None else None
    population_share = population / total if total and population is not None else None
    index = points = None
    if share is not None and population_share is not None:
        points = 100 * (share - population_share)
        index = 100 * share / population_share if population_share else None
    return Share(
        group=group,
        n=n,
        share=share,
        interval=None if share is None else wilson(share, base),
        population=population,
        population_share=population_share,
        index=index,
        points=points,
    )
