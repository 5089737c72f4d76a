"""Protecting a table: merging groups and categories until every number is 0 or large enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from engage.disclosure.hierarchy import Cut, Hierarchy
from engage.disclosure.level import MISSING_LEVEL, Level
from engage.disclosure.protected import ProtectedTable, Refusal, RefusalCode, is_safe
from engage.statistics.table import MISSING, Table

THRESHOLD: Final = 10
MOST_CUTS: Final = 2_000  # keeps a question of dozens of categories by dozens of wards bounded


def protect(
    table: Table,
    groups: Hierarchy,
    categories: Hierarchy | None = None,
    *,
    threshold: int = THRESHOLD,
) -> ProtectedTable | Refusal:
    """The safe table that shows most, or why there is none.

    `groups` is the hierarchy of the classification, `categories` that of the question; both name
    the codes of the table without the missing level, in its order. Among the safe ways to merge,
    the one with most groups times categories is taken, with more groups on a tie; a question with
    one answer keeps at least two categories. Groups merge branch by branch, categories by whole
    groupings. The categories of a question with several answers are not merged: what cannot be
    shown at the groups taken is left out. Respondents not asked are a number too, since they follow
    from two tables side by side. Raises ValueError for hierarchies of other codes.
    """
    found = alternatives(table, groups, categories, threshold=threshold)
    return found if isinstance(found, Refusal) else found[0]


def alternatives(
    table: Table,
    groups: Hierarchy,
    categories: Hierarchy | None = None,
    *,
    threshold: int = THRESHOLD,
) -> tuple[ProtectedTable, ...] | Refusal:
    """The safe tables from the one that shows most to the coarsest, for a release to settle on."""
    categories = categories or Hierarchy(tuple(filter(None, table.categories)))
    if (*groups.codes, MISSING) != table.groups or (*categories.codes, MISSING) != table.categories:
        raise ValueError("hierarchies name the codes of the table in its order")
    if threshold < 1:
        raise ValueError("a threshold is at least 1")
    answered = sum(table.bases[:-1])
    desk = _Desk(table, groups, threshold)
    if answered < threshold:
        return desk.refusal("too_few_answers" if answered else "no_answers")
    choices = desk.of_several_answers() if table.multiple else desk.of_one_answer(categories)
    found = sorted(choices, key=lambda c: (-len(c[0]) * len(c[1]), -len(c[0])))
    if not found:
        return desk.refusal("no_safe_grouping")
    return tuple(desk.table_of(cut, shown) for cut, shown in dict.fromkeys(found))


@dataclass(frozen=True)
class _Desk:
    """The table that is being protected."""

    table: Table
    groups: Hierarchy
    threshold: int

    def refusal(self, code: RefusalCode) -> Refusal:
        parameters = {"threshold": self.threshold}
        return Refusal(code, self.table.question, self.table.classification, parameters)

    def of_one_answer(self, categories: Hierarchy) -> list[tuple[Cut, Cut]]:
        """Groups and categories for each declared grouping of the categories that is safe."""
        found = []
        for shown in categories.partitions:
            finest = self.finest(shown) if len(shown) > 1 else None
            if finest:
                found += [(self.groups.join(finest, p), shown) for p in self.groups.partitions]
        return found

    def of_several_answers(self) -> list[tuple[Cut, Cut]]:
        """Groups with the categories that hold there.

        For any set of categories, the finest groups at which all of them hold are the join of the
        finest of each; so no safe choice shows more than the best of these joins.
        """
        finest = {
            category: cut
            for category in (Level(code, (code,)) for code in self.table.categories if code)
            if (cut := self.finest((category,)))
        }
        joins = self._joins(dict.fromkeys((*finest.values(), *self.groups.partitions)))
        found = [
            (join, tuple(c for c, cut in finest.items() if self.groups.join(cut, join) == join))
            for join in joins
        ]
        return [(cut, shown) for cut, shown in found if shown]

    def _joins(self, cuts: Iterable[Cut]) -> Iterable[Cut]:
        joins: dict[Cut, None] = {}
        for cut in cuts:
            joins |= dict.fromkeys((cut, *(self.groups.join(cut, other) for other in joins)))
            if len(joins) > MOST_CUTS:
                break
        return joins

    def finest(self, shown: Cut) -> Cut | None:
        return self.groups.finest(lambda level: self.holds(level, shown))

    def holds(self, group: Level, shown: Cut) -> bool:
        base = self.sum(self.table.bases, group)
        row = self.row(group, shown)
        numbers = [base, self.sum(self.table.not_asked, group), *row]
        if self.table.multiple:
            numbers += [base - cell for cell in row]
        return all(is_safe(number, self.threshold) for number in numbers)

    def sum(self, by_group: Sequence[int], group: Level) -> int:
        codes = group.members or (MISSING,)
        return sum(by_group[self.table.groups.index(code)] for code in codes)

    def row(self, group: Level, shown: Iterable[Level]) -> tuple[int, ...]:
        return tuple(sum(self.column(code, group) for code in c.members) for c in shown)

    def column(self, category: str | None, group: Level) -> int:
        place = self.table.categories.index(category)
        return self.sum([row[place] for row in self.table.counts], group)

    def table_of(self, cut: Cut, shown: Cut) -> ProtectedTable:
        """The table at these levels, with those who did not say where they can be shown."""
        missing_group = self.table.bases[-1] > 0 and self.holds(MISSING_LEVEL, shown)
        groups = (*cut, MISSING_LEVEL) if missing_group else cut
        not_answered = tuple(self.column(MISSING, group) for group in groups)
        show_not_answered = all(is_safe(number, self.threshold) for number in not_answered)
        kept = {code for category in shown for code in category.members}
        return ProtectedTable(
            question=self.table.question,
            classification=self.table.classification,
            groups=groups,
            categories=shown,
            counts=tuple(self.row(group, shown) for group in groups),
            bases=tuple(self.sum(self.table.bases, group) for group in groups),
            not_answered=not_answered if show_not_answered else None,
            multiple=self.table.multiple,
            too_few=tuple(code for code in self.table.categories if code and code not in kept),
            missing_group_left_out=self.table.bases[-1] > 0 and not missing_group,
            missing_category_left_out=not show_not_answered,
            threshold=self.threshold,
        )
