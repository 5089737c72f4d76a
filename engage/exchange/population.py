"""Population figures from a CSV file: one row for each category of each dimension."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engage.resources import resource

COLUMNS = ("dimension", "order", "code", "label", "count", "universe", "source_table", "quality")
CENSUS = "populations/milton-keynes-census-2021.csv"


class PopulationRefused(Exception):
    """The file cannot be read; the message names the row and what was expected."""


@dataclass(frozen=True)
class Dimension:
    """The figures of one dimension by code, whom they count, and the table they come from."""

    counts: dict[str, int]
    universe: str
    source_table: str
    quality: str


@dataclass(frozen=True)
class PopulationFigures:
    """All dimensions of one source."""

    dimensions: dict[str, Dimension]
    source: str
    licence: str
    day: str
    area: str


def read(file: Path) -> dict[str, Dimension]:
    """The dimensions of a file; raises PopulationRefused."""
    dimensions: dict[str, Dimension] = {}
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.DictReader(opened)
        if rows.fieldnames is None or not set(COLUMNS) <= set(rows.fieldnames):
            raise PopulationRefused(f"row 1: expected the columns {', '.join(COLUMNS)}")
        for number, row in enumerate(rows, start=2):
            if not row["count"].isdecimal():
                raise PopulationRefused(f"row {number}, column count: expected a whole number")
            name = row["dimension"]
            first = Dimension({}, row["universe"], row["source_table"], row["quality"])
            dimension = dimensions.setdefault(name, first)
            if row["code"] in dimension.counts:
                raise PopulationRefused(f"row {number}: {name} {row['code']} stands there twice")
            dimension.counts[row["code"]] = int(row["count"])
    return dimensions


@lru_cache
def census() -> PopulationFigures:
    """The census figures that Engage comes with."""
    return PopulationFigures(
        dimensions=read(resource(CENSUS)),
        source="Office for National Statistics, Census 2021",
        licence="Open Government Licence v3.0",
        day="2021-03-21",
        area="Milton Keynes (E06000042)",
    )
