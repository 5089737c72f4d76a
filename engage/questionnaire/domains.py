"""The answers worth telling apart: one of each sort that some condition tells from another."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from .answers import Value
from .codes import CodeList
from .conditions import AnyOf, AtLeast, AtMost, Condition, Is, TotalAtLeast, TotalAtMost, leaves
from .kinds import Consent, MultipleChoice, Number, Question, Ranking, Scale
from .kinds.consent import AGREED
from .kinds.missing import Missable
from .kinds.parted import Parted

MOST_SUBSETS = 5
"""Of more codes than this not every set is tried, only single ones, pairs and all."""


def domain(
    question: Question, variable: str, codes: CodeList | None, conditions: Iterable[Condition]
) -> tuple[list[Value], bool]:
    """Answers that stand for all answers of a variable, and whether they really stand for all.

    `codes`: those that are offered. `conditions`: those that may look at the variable.
    """
    if isinstance(question, Consent):
        return [AGREED], True
    looks = [leaf for each in conditions for leaf in leaves(each) if variable in leaf.variables()]
    sets = [_codes_of(leaf) for leaf in looks if isinstance(leaf, Is | AnyOf)]
    found: list[Value] = [None]
    whole = True
    if isinstance(question, Scale):
        found += [*range(question.least, question.most + 1), *question.codes().missing()]
    elif isinstance(question, MultipleChoice | Ranking) and codes is not None:
        several, whole = _several(question.most, codes, sets)
        found += several
    elif codes is not None:
        found += _sorts(codes.names(), sets, codes)
    elif isinstance(question, Number):
        found += _numbers(question, looks)
        # One total is at its most and least where its parts are; of two that need not be so.
        totals = {repr(leaf.of) for leaf in looks if isinstance(leaf, TotalAtLeast | TotalAtMost)}
        whole = len(totals) < 2
    elif isinstance(question, Parted):
        found += list(question.bounds())
    else:
        found.append("x")
    if isinstance(question, Missable):
        found += [[code] for code in question.missing_codes()]
    return found, whole


def _codes_of(leaf: Is | AnyOf) -> frozenset[str]:
    return frozenset(leaf.of.values) if isinstance(leaf, AnyOf) else frozenset([leaf.of.value])


def _sorts(names: Iterable[str], sets: list[frozenset[str]], codes: CodeList) -> list[str]:
    """One code of each sort: in the same of the sets, and missing or not."""
    missing = codes.missing()
    sorts = {(*(name in each for each in sets), name in missing): name for name in names}
    return list(sorts.values())


def _several(
    most: int | None, codes: CodeList, sets: list[frozenset[str]]
) -> tuple[list[Value], bool]:
    alone = codes.exclusive()
    free = [name for name in _sorts(codes.names(), sets, codes) if name not in alone]
    sizes = range(1, len(free) + 1)
    whole = len(free) <= MOST_SUBSETS
    if not whole:
        sizes = range(1, 3)
    found: list[Value] = [
        list(chosen)
        for size in sizes
        if most is None or size <= most
        for chosen in combinations(free, size)
    ]
    if not whole and most is None:
        found.append(list(free))
    found += [[name] for name in _sorts(alone, sets, codes)]
    return found, whole


def _numbers(question: Number, looks: Sequence[object]) -> list[Value]:
    step = 10**-question.decimals
    edges: set[float] = {question.least, question.most}
    for leaf in looks:
        if isinstance(leaf, AtLeast | AtMost | TotalAtLeast | TotalAtMost):
            edges |= {leaf.of.value - step, leaf.of.value, leaf.of.value + step}
    inside = sorted(edge for edge in edges if question.least <= edge <= question.most)
    return [edge if question.decimals else int(edge) for edge in inside]
