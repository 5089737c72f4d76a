"""Those who answered beside the population: each group's share, and its share in the census."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from engage.disclosure.groups import protect_groups
from engage.disclosure.level import Level
from engage.disclosure.protected import Refusal
from engage.disclosure.public import rounded
from engage.exchange.population import Dimension, census
from engage.questionnaire.definition import Classification, Questionnaire
from engage.statistics.shares import Shares, shares
from engage.store import tallies
from engage.store.database import Connection

from .tabulating import hierarchy


@dataclass(frozen=True)
class Reached:
    """One classification: its groups (merged until safe), shares, and where the figures are from.

    `levels` is empty where too few answered for any group to be shown; a level of code None stands
    for those who did not say.
    """

    classification: str
    levels: tuple[Level, ...]
    counts: tuple[int, ...]
    shares: Shares
    dimension: Dimension | None

    def public(self) -> list[dict[str, object]]:
        """What a release publishes: whole percentages and bases to the nearest 10, no count."""
        by_group = {row.group: row for row in self.shares.rows}
        everyone = sum(row.n for row in self.shares.rows)
        published: list[dict[str, object]] = []
        for level, count in zip(self.levels, self.counts, strict=True):
            if level.code is None:
                continue
            row = by_group[level.code]
            published.append(
                {
                    "group": level.code,
                    "members": list(level.members),
                    # Without a population, the share is that of all who said.
                    "percentage": _whole(row.n / everyone if row.share is None else row.share),
                    "population_percentage": _whole(row.population_share),
                    "base": rounded(count),
                }
            )
        return published


def _whole(share: float | None) -> int | None:
    return None if share is None else int(100 * share + 0.5)


def population_of(classification: Classification) -> tuple[Mapping[str, int], Dimension | None]:
    """The population of each code of a classification, and the census table it is from."""
    declared = classification.population
    dimension = census().dimensions.get(declared.dimension) if declared else None
    if declared is None or dimension is None:
        return {}, None
    counts = {
        code: sum(dimension.counts[theirs] for theirs in codes)
        for code, codes in declared.codes.items()
        if all(theirs in dimension.counts for theirs in codes)
    }
    return counts, dimension


def reached(
    connection: Connection,
    survey_id: uuid.UUID,
    questionnaire: Questionnaire,
    classification: Classification,
) -> Reached:
    """Everyone who answered by one classification, beside the population."""
    codes = questionnaire.code_list_of(classification.variable)
    assert codes is not None
    figures, dimension = population_of(classification)
    counts: Counter[str | None] = Counter()
    for code, n in tallies.single(connection, survey_id, classification.variable).items():
        counts[code if code in codes.valid() else None] += n
    safe = protect_groups(classification.variable, counts, hierarchy(codes))
    if isinstance(safe, Refusal):
        return Reached(classification.variable, (), (), shares((), {}), dimension)
    shown = shares(safe.by_code(), safe.population(figures))
    return Reached(classification.variable, safe.groups, safe.counts, shown, dimension)
