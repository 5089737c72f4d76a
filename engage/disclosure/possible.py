"""Which exact numbers a published table leaves possible, by arithmetic on what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engage.disclosure.level import Level
from engage.disclosure.protected import ProtectedTable
from engage.disclosure.public import ROUNDING, PublicTable

Shown = ProtectedTable | PublicTable
Interval = tuple[int, int]  # lowest and highest possible number of respondents, both included
NO_COUNT: Final = (1, 0)


@dataclass(frozen=True)
class Possible:
    """What a reader of one table can say of its exact bases and totals."""

    table: Shown
    bases: tuple[Interval, ...]
    total_base: Interval
    totals: tuple[Interval, ...]


def possible(table: Shown) -> Possible:
    """The exact numbers of a protected table; of a public one, all that round to what it says.

    A reader knows the rounding, the threshold and that one answer each makes the cells of a row
    add up to its base; with a base up to about 100 that often leaves one number only.
    """
    if isinstance(table, ProtectedTable):
        return Possible(
            table,
            tuple((base, base) for base in table.bases),
            (table.total_base, table.total_base),
            tuple((count, count) for count in table.total_counts),
        )
    rows = list(zip(table.bases, table.percentages, strict=True))
    groups = [_row(table, base, percentages) for base, percentages in rows]
    sums = [_sum(group[place] for group in groups) for place in range(len(table.categories) + 1)]
    total = _row(table, table.total_base, table.total_percentages, within=sums[0])
    return Possible(
        table,
        tuple(group[0] for group in groups),
        total[0],
        tuple(map(_both, total[1:], sums[1:])),
    )


def total_of(
    intervals: Sequence[Interval], levels: Sequence[Level], codes: Sequence[str]
) -> Interval:
    """The sum over the levels that `codes` consist of; no code stands for the missing level."""
    pairs = zip(intervals, levels, strict=True)
    wanted = set(codes)
    return _sum(
        interval
        for interval, level in pairs
        if (set(level.members) <= wanted if level.members else not wanted)
    )


def _row(
    table: PublicTable,
    base: int,
    percentages: Sequence[int | None],
    within: Interval | None = None,
) -> list[Interval]:
    """The possible base of a row, then the possible count of each of its cells."""
    lowest, highest = within or (0, base + ROUNDING)
    found = []
    for n in range(base - ROUNDING // 2, base + ROUNDING // 2):
        if max(lowest, 0) <= n <= highest and (n == 0 or n >= table.threshold):
            cells = [_cell(table, percentage, n) for percentage in percentages]
            least, most = _sum(cells)
            if all(low <= high for low, high in cells) and (table.multiple or least <= n <= most):
                found.append([(n, n), *cells])
    if not found:
        raise ValueError("no exact table rounds to this one")
    places = zip(*found, strict=True)
    return [(min(low for low, _ in place), max(high for _, high in place)) for place in places]


def _cell(table: PublicTable, percentage: int | None, base: int) -> Interval:
    """The safe counts that round to a percentage of this base; an empty interval if none does."""
    if percentage is None or base == 0:
        return (0, 0) if percentage is None and base == 0 else NO_COUNT
    low = max(0, -((base - 2 * base * percentage) // 200))
    high = min(base, (2 * base * percentage + base - 1) // 200)
    low = table.threshold if 0 < low < table.threshold else low
    high = 0 if low == 0 and high < table.threshold else high
    if table.multiple:  # those who did not choose it are 0 or enough, too
        low = base if 0 < base - low < table.threshold else low
        high = base - table.threshold if 0 < base - high < table.threshold else high
    return low, high


def _sum(intervals: Iterable[Interval]) -> Interval:
    pairs = list(intervals)
    return sum(low for low, _ in pairs), sum(high for _, high in pairs)


def _both(one: Interval, other: Interval) -> Interval:
    return max(one[0], other[0]), min(one[1], other[1])
