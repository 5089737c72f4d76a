"""A table in which every number is 0 or at least the threshold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from engage.disclosure.level import Level
from engage.disclosure.public import PublicTable, rounded
from engage.statistics.percentages import whole_percentage

RefusalCode = Literal["no_answers", "too_few_answers", "no_safe_grouping", "conflict"]


class UnsafeNumberError(ValueError):
    """A protected table was to hold a number from 1 to below its threshold."""


@dataclass(frozen=True)
class Refusal:
    """Why a table is not shown: a problem code with its parameters, never a count.

    no_answers: nobody in a known group has answered; too_few_answers: fewer than `threshold` have;
    no_safe_grouping: no declared grouping keeps to the threshold; conflict: the table could be
    subtracted from that of `other_question` by `other_classification` in the same release.
    """

    code: RefusalCode
    question: str
    classification: str
    parameters: Mapping[str, int | str] = field(default_factory=dict)


def is_safe(number: int, threshold: int) -> bool:
    """Whether a number of respondents can be shown: it is 0 or at least the threshold."""
    return number == 0 or number >= threshold


@dataclass(frozen=True)
class ProtectedTable:
    """Counts by group (rows) and category (columns), safe to show as they stand.

    `bases` has the respondents of each group who answered; `not_answered` those asked who did not,
    or None where it was left out. Both that and a group of those who did not say (the level with
    code None, always last) are left out altogether when they are too few, and flagged. Totals are
    sums over the groups shown. When `multiple`, each category is its own yes or no, and those that
    cannot be shown are named in `too_few`.

    Raises UnsafeNumberError when any number, difference of base and cell included where `multiple`,
    is from 1 to below the threshold; ValueError when shape or sums are wrong.
    """

    question: str
    classification: str
    groups: tuple[Level, ...]
    categories: tuple[Level, ...]
    counts: tuple[tuple[int, ...], ...]
    bases: tuple[int, ...]
    not_answered: tuple[int, ...] | None
    multiple: bool
    too_few: tuple[str, ...]
    missing_group_left_out: bool
    missing_category_left_out: bool
    threshold: int

    def __post_init__(self) -> None:
        width = len(self.categories)
        not_answered = self.bases if self.not_answered is None else self.not_answered
        if {len(self.counts), len(self.bases), len(not_answered)} != {len(self.groups)}:
            raise ValueError("one row and one base for each group")
        if any(len(row) != width for row in self.counts) or not self.groups:
            raise ValueError("one count for each category in each row")
        if not self.multiple and self.bases != tuple(map(sum, self.counts)):
            raise ValueError("a base is the sum of its row")
        if self.threshold < 1 or min(self._numbers(), default=0) < 0:
            raise ValueError("a threshold is at least 1 and a count at least 0")
        if not all(is_safe(number, self.threshold) for number in self._numbers()):
            raise UnsafeNumberError(f"{self.question} by {self.classification}")

    def _numbers(self) -> Iterator[int]:
        for row, base in zip(self.counts, self.bases, strict=True):
            yield base
            yield from row
            if self.multiple:
                yield from (base - cell for cell in row)
        yield from self.not_answered or ()

    @property
    def cells(self) -> int:
        """How much the table shows: groups times categories."""
        return len(self.groups) * len(self.categories)

    @property
    def percentages(self) -> tuple[tuple[int | None, ...], ...]:
        """Whole percentages of each group's base, each rounded by itself; None for a base of 0."""
        rows = zip(self.counts, self.bases, strict=True)
        return tuple(tuple(whole_percentage(cell, base) for cell in row) for row, base in rows)

    @property
    def total_counts(self) -> tuple[int, ...]:
        """Each category over the groups shown."""
        return tuple(map(sum, zip(*self.counts, strict=True)))

    @property
    def total_base(self) -> int:
        """Those who answered, over the groups shown."""
        return sum(self.bases)

    @property
    def total_percentages(self) -> tuple[int | None, ...]:
        """Whole percentages of the total base."""
        return tuple(whole_percentage(count, self.total_base) for count in self.total_counts)

    @property
    def total_not_answered(self) -> int | None:
        """Those asked who did not answer, over the groups shown; None where left out."""
        return None if self.not_answered is None else sum(self.not_answered)

    def public(self) -> PublicTable:
        """The part of the table that a release publishes."""
        return PublicTable(
            question=self.question,
            classification=self.classification,
            groups=self.groups,
            categories=self.categories,
            percentages=self.percentages,
            bases=tuple(map(rounded, self.bases)),
            total_percentages=self.total_percentages,
            total_base=rounded(self.total_base),
            not_answered=self.not_answered and tuple(map(rounded, self.not_answered)),
            multiple=self.multiple,
            too_few=self.too_few,
            missing_group_left_out=self.missing_group_left_out,
            missing_category_left_out=self.missing_category_left_out,
            threshold=self.threshold,
        )
