"""Tables of one release held against each other: what could be found by subtraction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from engage.disclosure.level import Level
from engage.disclosure.possible import Interval, Possible, Shown, possible, total_of
from engage.disclosure.protected import ProtectedTable, Refusal

ConflictCode = Literal["question_total", "question_base", "group_base"]


@dataclass(frozen=True)
class Conflict:
    """A difference between two tables that is certainly from 1 to below the threshold.

    question_total: the same question's total of the categories in `place` differs;
    question_base: so do all who answered it; group_base: the same classification's base of the
    groups in `place` differs (no place: those who did not say).
    """

    code: ConflictCode
    earlier: Shown
    later: Shown
    place: tuple[str, ...] = ()


def conflicts(tables: Sequence[Shown]) -> tuple[Conflict, ...]:
    """The conflicts between any two tables of a release, in the order of the tables.

    Protected tables are compared by their exact numbers. Public tables are compared by what their
    rounded bases and whole percentages still leave possible, so a conflict is one that a reader of
    the release can be sure of.
    """
    readings = [possible(table) for table in tables]
    pairs = combinations(readings, 2)
    return tuple(conflict for one, other in pairs for conflict in _between(one, other))


def settle(
    plan: Sequence[tuple[ProtectedTable, ...] | Refusal], *, exact: bool = False
) -> tuple[ProtectedTable | Refusal, ...]:
    """One table, or a refusal, for each entry of the plan of a release, free of conflicts.

    Each entry is what `protecting.alternatives` gave. The first alternative (the one that shows
    most) without a conflict with the tables taken before it is taken; when each has one, the table
    is left out: a refusal with code "conflict" that names the other table. Earlier entries have
    precedence. Tables are held against each other as published, or with `exact` by their counts.
    """
    settled: list[ProtectedTable | Refusal] = []
    taken: list[Possible] = []
    for entry in plan:
        found = entry if isinstance(entry, Refusal) else _choose(entry, taken, exact)
        settled.append(found)
        if isinstance(found, ProtectedTable):
            taken.append(_reading(found, exact))
    return tuple(settled)


def _choose(
    entry: tuple[ProtectedTable, ...], taken: Sequence[Possible], exact: bool
) -> ProtectedTable | Refusal:
    if not entry:
        raise ValueError("an entry of the plan has at least one table")
    first: Conflict | None = None
    for table in entry:
        reading = _reading(table, exact)
        conflict = next((c for other in taken for c in _between(other, reading)), None)
        if conflict is None:
            return table
        first = first or conflict
    assert first is not None
    parameters: dict[str, int | str] = {
        "threshold": first.later.threshold,
        "other_question": first.earlier.question,
        "other_classification": first.earlier.classification,
    }
    return Refusal("conflict", first.later.question, first.later.classification, parameters)


def _reading(table: ProtectedTable, exact: bool) -> Possible:
    return possible(table if exact else table.public())


def _between(one: Possible, other: Possible) -> Iterator[Conflict]:
    threshold = max(one.table.threshold, other.table.threshold)
    if one.table.question == other.table.question:
        if _is_small(one.total_base, other.total_base, threshold):
            yield Conflict("question_base", one.table, other.table)
        for codes in _common(one.table.categories, other.table.categories):
            if _is_small(_total(one, codes), _total(other, codes), threshold):
                yield Conflict("question_total", one.table, other.table, codes)
    if one.table.classification == other.table.classification:
        for codes in _common(one.table.groups, other.table.groups):
            if _is_small(_base(one, codes), _base(other, codes), threshold):
                yield Conflict("group_base", one.table, other.table, codes)


def _total(reading: Possible, codes: tuple[str, ...]) -> Interval:
    return total_of(reading.totals, reading.table.categories, codes)


def _base(reading: Possible, codes: tuple[str, ...]) -> Interval:
    return total_of(reading.bases, reading.table.groups, codes)


def _common(one: Sequence[Level], other: Sequence[Level]) -> tuple[tuple[str, ...], ...]:
    """The finest sets of codes that both cuts can be added up to."""

    def covered(codes: tuple[str, ...], levels: Sequence[Level]) -> bool:
        inside = [level.members for level in levels if set(level.members) <= set(codes)]
        return {code for members in inside for code in members} == set(codes) and bool(inside)

    candidates = dict.fromkeys(level.members for level in (*one, *other))
    return tuple(c for c in candidates if covered(c, one) and covered(c, other))


def _is_small(one: Interval, other: Interval, threshold: int) -> bool:
    """Whether the difference is certain to be from 1 to below the threshold, either way."""
    low, high = one[0] - other[1], one[1] - other[0]
    return 1 <= low <= high < threshold or -threshold < low <= high <= -1
