"""Reading a frozen release: whole, as it was published, or not at all."""

import datetime
import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from engage.disclosure.public import PublicTable
from engage.store.releases import Release
from engage.web import pseudo
from engage.web.languages import PSEUDO, SOURCE

from .labels import Labels


class DamagedRelease(Exception):
    """The stored document is not the one that was published; says which, never what it holds."""

    def __init__(self, release: Release) -> None:
        super().__init__(f"release {release.number} of {release.survey}")


@dataclass(frozen=True)
class ReachGroup:
    """A group's share of those who answered and of the population, in whole percentages."""

    group: str
    percentage: int | None
    population_percentage: int | None
    base: int


@dataclass(frozen=True)
class Reach:
    """Who answered, by one classification, and where the population figures are from."""

    classification: str
    groups: tuple[ReachGroup, ...]
    source_table: str | None
    universe: str | None
    quality: str | None


@dataclass(frozen=True)
class Published:
    """A release as pages and files need it."""

    release: Release
    document: dict[str, Any]
    tables: tuple[PublicTable, ...]
    reach: tuple[Reach, ...]

    @property
    def period(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day on which a response came."""
        first, last = map(datetime.date.fromisoformat, self.document["period"])
        return first, last

    @property
    def census_day(self) -> datetime.date:
        """The day that the population figures are of."""
        return datetime.date.fromisoformat(self.document["population"]["day"])

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that have a table, in the order of the plan."""
        return tuple(dict.fromkeys(table.question for table in self.tables))

    def tables_of(self, question: str) -> tuple[PublicTable, ...]:
        """The tables of one question."""
        return tuple(table for table in self.tables if table.question == question)

    def languages(self, unreviewed: bool) -> tuple[str, ...]:
        """The tags of the languages that its words are in, those not reviewed if wanted."""
        return tuple(self.document["labels" if unreviewed else "reviewed"])

    def labels(self, language: str) -> Labels:
        """Its words in one of its languages; the pseudo-language is made of English."""
        words = self.document["labels"]
        if language == PSEUDO.tag:
            return Labels(pseudo.nested(words[SOURCE.tag]))
        return Labels(words[language])


def read(release: Release) -> Published:
    """The release behind a stored row; raises DamagedRelease."""
    if sha256(release.document.encode()).hexdigest() != release.digest:
        raise DamagedRelease(release)
    try:
        document, tables, reach = _parsed(release.document)
    except (ValueError, KeyError, TypeError):
        # The cause would carry figures into the log.
        raise DamagedRelease(release) from None
    return Published(release, document, tables, reach)


@lru_cache(maxsize=16)
def _parsed(text: str) -> tuple[dict[str, Any], tuple[PublicTable, ...], tuple[Reach, ...]]:
    document = json.loads(text)
    tables = tuple(PublicTable.from_document(table) for table in document["tables"])
    return document, tables, tuple(map(_reach, document["reach"]))


def _reach(found: dict[str, Any]) -> Reach:
    groups = (
        ReachGroup(g["group"], g["percentage"], g["population_percentage"], g["base"])
        for g in found["groups"]
    )
    told = (found["source_table"], found["universe"], found["quality"])
    return Reach(found["classification"], tuple(groups), *told)
