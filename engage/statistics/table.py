"""The exact table of one question by one classification, before any protection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Code = str | None
MISSING: Final = None  # the level of those who were asked and gave no answer


class UndeclaredCodeError(ValueError):
    """A count came with a code that the questionnaire does not declare."""

    def __init__(self, role: str, code: Code) -> None:
        super().__init__(f"undeclared {role}: {code!r}")
        self.role = role
        self.code = code


@dataclass(frozen=True)
class Table:
    """Counts of respondents, by group of the classification and category of the question.

    `groups` and `categories` stand in declared order and each ends with `MISSING`; `counts` has a
    row for each group and a column for each category. `bases` has the respondents of each group
    who answered the question, so the `MISSING` column is outside it. When `multiple`, a respondent
    can be in several categories and a row adds up to at least its base. `not_asked` has the
    respondents of each group whom the routing kept from the question.

    Raises ValueError when the shape or the sums are not those of such a table.
    """

    question: str
    classification: str
    groups: tuple[Code, ...]
    categories: tuple[Code, ...]
    counts: tuple[tuple[int, ...], ...]
    bases: tuple[int, ...]
    not_asked: tuple[int, ...]
    multiple: bool = False

    def __post_init__(self) -> None:
        for levels in (self.groups, self.categories):
            if len(set(levels)) != len(levels) or levels[-1:] != (MISSING,):
                raise ValueError("levels are distinct and end with the missing level")
        if {len(self.groups)} != {len(self.counts), len(self.bases), len(self.not_asked)}:
            raise ValueError("one row, one base and one count of not asked for each group")
        for row, base in zip(self.counts, self.bases, strict=True):
            self._check_row(row, base)
        if min(self.not_asked) < 0:
            raise ValueError("a count is never below zero")

    def _check_row(self, row: tuple[int, ...], base: int) -> None:
        if len(row) != len(self.categories):
            raise ValueError("one count for each category in each row")
        if min(row) < 0 or base < 0:
            raise ValueError("a count is never below zero")
        answered = row[:-1]
        if self.multiple and not max(answered, default=0) <= base <= sum(answered):
            raise ValueError("a base lies between the largest cell and the sum of its row")
        if not self.multiple and base != sum(answered):
            raise ValueError("a base is the sum of its row without the missing")


def tabulate(
    question: str,
    classification: str,
    groups: Sequence[str],
    categories: Sequence[str],
    triples: Iterable[tuple[Code, Code, int]],
    *,
    bases: Mapping[Code, int] | None = None,
    not_asked: Mapping[Code, int] | None = None,
    missing_codes: Collection[str] = (),
) -> Table:
    """The table of sparse (group, category, count) triples, filled with zeros.

    `groups` and `categories` are the declared codes in order, without the missing ones. Codes in
    `missing_codes` ("prefer_not") that are not declared among them count as `MISSING`, in triples
    and in the keys of `bases` and `not_asked` alike. A pair that comes twice is added up.
    `bases` is given for a question that allows several answers, and only for it: the respondents
    of each group who chose at least one category.

    Raises UndeclaredCodeError for any other code, ValueError for counts that cannot be.
    """
    row_of = _places("group", groups, missing_codes)
    column_of = _places("category", categories, missing_codes)
    counts = [[0] * (len(categories) + 1) for _ in range(len(groups) + 1)]
    for group, category, count in triples:
        counts[row_of(group)][column_of(category)] += count

    def by_group(sparse: Mapping[Code, int]) -> tuple[int, ...]:
        sums: Counter[int] = Counter()
        for group, count in sparse.items():
            sums[row_of(group)] += count
        return tuple(sums[row] for row in range(len(groups) + 1))

    answered = tuple(sum(row[:-1]) for row in counts)
    return Table(
        question=question,
        classification=classification,
        groups=(*groups, MISSING),
        categories=(*categories, MISSING),
        counts=tuple(tuple(row) for row in counts),
        bases=answered if bases is None else by_group(bases),
        not_asked=by_group(not_asked or {}),
        multiple=bases is not None,
    )


def _places(
    role: str, declared: Sequence[str], missing_codes: Collection[str]
) -> Callable[[Code], int]:
    """A function from a code to its row or column."""
    places: dict[Code, int] = dict.fromkeys(missing_codes, len(declared))
    places |= {code: place for place, code in enumerate(declared)}
    places[MISSING] = len(declared)

    def place(code: Code) -> int:
        if code not in places:
            raise UndeclaredCodeError(role, code)
        return places[code]

    return place
