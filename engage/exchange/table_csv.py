"""A protected table, and shares of those who answered, as CSV: a line for each cell."""

import csv
import io
from collections.abc import Callable, Sequence

from engage.disclosure.level import Level
from engage.disclosure.protected import ProtectedTable

from .spreadsheet_cell import harmless

TABLE = (
    "group",
    "group_members",
    "group_label",
    "category",
    "category_members",
    "category_label",
    "count",
    "percentage",
    "base",
    "demonstration_data",
)
SHARES = (
    "group",
    "group_members",
    "group_label",
    "count",
    "percentage",
    "population_percentage",
    "demonstration_data",
)

Label = Callable[[Level], str]
ShareRow = tuple[Level, int, int | None, int | None]
"""A group, its respondents, its share among them and in the population in whole per cent."""


def write_table(table: ProtectedTable, group: Label, category: Label, invented: bool) -> str:
    """Counts, whole percentages and bases; no code stands for those who did not say."""
    lines: list[list[object]] = []
    rows = zip(table.groups, table.counts, table.percentages, table.bases, strict=True)
    for row, counts, percentages, base in rows:
        for column, count, percentage in zip(table.categories, counts, percentages, strict=True):
            figures = [count, _blank(percentage), base, _yes(invented)]
            lines.append([*_level(row, group), *_level(column, category), *figures])
    return _written(TABLE, lines)


def write_shares(rows: Sequence[ShareRow], group: Label, invented: bool) -> str:
    """Respondents by group, their share, and the share of the group in the population."""
    lines = [
        [*_level(level, group), count, _blank(share), _blank(population), _yes(invented)]
        for level, count, share, population in rows
    ]
    return _written(SHARES, lines)


def _written(header: Sequence[str], lines: Sequence[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(lines)
    return file.getvalue()


def _level(level: Level, label: Label) -> list[object]:
    return [level.code or "", ";".join(level.members), harmless(label(level))]


def _blank(figure: int | None) -> object:
    return "" if figure is None else figure


def _yes(invented: bool) -> str:
    return "yes" if invented else "no"
