"""A release as files: tidy CSV, and a README that says how to read them."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from flask_babel import pgettext

from engage.disclosure.level import ALL, Level
from engage.disclosure.public import PublicTable
from engage.exchange.spreadsheet_cell import harmless

from .labels import Labels
from .reading import Published

RELEASE: Final = ("survey", "release", "demonstration")
TABLES: Final = (
    *RELEASE,
    "question",
    "question_text",
    "classification",
    "group",
    "group_label",
    "category",
    "category_label",
    "percentage",
    "base_rounded",
)
REACH: Final = (
    *RELEASE,
    "classification",
    "classification_label",
    "group",
    "group_label",
    "percentage",
    "population_percentage",
    "base_rounded",
)

Cell = str | int | None


def tables_csv(published: Published, labels: Labels) -> str:
    """Every table: one row for each group and answer; group `*` is all who answered."""
    rows = (row for table in published.tables for row in _rows(table, labels))
    return _csv(TABLES, rows, published)


def reach_csv(published: Published, labels: Labels) -> str:
    """Who answered beside who lives here: one row for each group."""
    rows = (
        (
            reach.classification,
            labels.name(reach.classification),
            row.group,
            labels.code(reach.classification, row.group),
            row.percentage,
            row.population_percentage,
            row.base,
        )
        for reach in published.reach
        for row in reach.groups
    )
    return _csv(REACH, rows, published)


def _rows(table: PublicTable, labels: Labels) -> Iterator[tuple[Cell, ...]]:
    groups = list(zip(table.groups, table.percentages, table.bases, strict=True))
    if [level.code for level in table.groups] != [ALL]:
        groups.append((Level(ALL, ()), table.total_percentages, table.total_base))
    for level, shares, base in groups:
        everyone = pgettext("results", "All who answered")
        group = everyone if level.code == ALL else labels.level(table.classification, level)
        for category, share in zip(table.categories, shares, strict=True):
            yield (
                table.question,
                labels.question(table.question),
                table.classification,
                level.code,
                group,
                category.code,
                labels.level(table.question, category),
                share,
                base,
            )


def _csv(head: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], published: Published) -> str:
    demonstration = "yes" if published.document["demonstration"] else "no"
    release: tuple[Cell, ...] = (published.release.survey, published.release.number, demonstration)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in (*release, *row)] for row in rows)
    return written.getvalue()


def _safe(cell: Cell) -> Cell:
    return harmless(cell) if isinstance(cell, str) else cell
