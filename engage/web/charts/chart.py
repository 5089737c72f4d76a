"""What a chart of shares says, as plain values in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One group: its share, the range in which it may lie, and another share to compare with.

    All are whole percentages. A group without a share has words in `note` that say why.
    """

    label: str
    percentage: int | None
    low: int | None = None
    high: int | None = None
    marker: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("a range has two ends")
        if self.percentage is None and not self.note:
            raise ValueError("a group without a share says why")


@dataclass(frozen=True)
class Line:
    """A dotted line across all groups, with its name (and figure) written on it."""

    percentage: int
    name: str


@dataclass(frozen=True)
class Chart:
    """Shares of groups in their declared order.

    `id` is unique on the page. `title` and `description` are for those who do not see the chart;
    the names of dot, range and marker stand in its key, where there is something to tell apart.
    Raises ValueError for anything but whole percentages.
    """

    id: str
    title: str
    description: str
    rows: tuple[Row, ...]
    lines: tuple[Line, ...] = ()
    dot_name: str = ""
    range_name: str = ""
    marker_name: str = ""

    def __post_init__(self) -> None:
        if not all(type(p) is int and 0 <= p <= 100 for p in self._percentages()):
            raise ValueError("a chart takes whole percentages from 0 to 100")

    def _percentages(self) -> Iterator[int]:
        for row in self.rows:
            shown = (row.percentage, row.low, row.high, row.marker)
            yield from (percentage for percentage in shown if percentage is not None)
        yield from (line.percentage for line in self.lines)
