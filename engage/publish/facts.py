"""Three facts for the top of a release, chosen by a rule that anyone can check in its tables.

First the largest differences between a group and all who answered: groups of about LARGE answers
or more; at least POINTS points and three standard errors apart, so that chance seldom makes one;
one for each question and each classification. Then, where there are fewer than three, the answers
that most people gave, one for each question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from engage.disclosure.level import ALL
from engage.disclosure.public import PublicTable

from .reading import Published

LARGE: Final = 100
POINTS: Final = 5
FACTS: Final = 3


@dataclass(frozen=True)
class Fact:
    """What part of a group, or of all (group None), gave an answer; whole percentages."""

    question: str
    answer: str
    percentage: int
    everyone: int
    classification: str = ""
    group: str | None = None


def facts(published: Published) -> tuple[Fact, ...]:
    """At most three facts."""
    chosen: list[Fact] = []
    for fact in (*_differences(published), *_commonest(published)):
        taken = {(each.question, "") for each in chosen}
        taken |= {("", each.classification) for each in chosen if each.group is not None}
        if (fact.question, "") in taken or ("", fact.classification) in taken:
            continue
        chosen.append(fact)
        if len(chosen) == FACTS:
            break
    return tuple(chosen)


def _differences(published: Published) -> list[Fact]:
    found = [fact for table in published.tables for fact in _far(table)]
    return sorted(found, key=lambda fact: -abs(fact.percentage - fact.everyone))


def _far(table: PublicTable) -> Iterator[Fact]:
    for level, row, base in zip(table.groups, table.percentages, table.bases, strict=True):
        if level.code in (None, ALL) or base < LARGE:
            continue
        for category, here, everyone in zip(
            table.categories, row, table.total_percentages, strict=True
        ):
            if here is None or everyone is None or category.code in (None, ALL):
                continue
            error = 100 * sqrt(everyone / 100 * (1 - everyone / 100) / base)
            if abs(here - everyone) >= max(POINTS, 3 * error):
                answer, group = str(category.code), level.code
                yield Fact(table.question, answer, here, everyone, table.classification, group)


def _commonest(published: Published) -> list[Fact]:
    found = []
    for table in published.tables:
        if table.total_base < LARGE or len(table.categories) < 2:
            continue
        shares = [-1 if share is None else share for share in table.total_percentages]
        place = shares.index(max(shares))
        if shares[place] >= 0 and table.categories[place].code not in (None, ALL):
            answer, share = str(table.categories[place].code), shares[place]
            found.append(Fact(table.question, answer, share, share))
    return sorted(found, key=lambda fact: -fact.percentage)
