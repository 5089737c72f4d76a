"""What a new version does to each variable: stored answers must stay what they were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .changes import changes
from .definition import Questionnaire
from .history import columns
from .problem import Problem

Verdict = Literal["same", "wording", "extension", "break", "added", "removed"]

_WEIGHT: tuple[Verdict, ...] = ("same", "wording", "extension", "break")


@dataclass(frozen=True)
class Compared:
    """One variable's verdict, with the reasons for it.

    same: nothing changed. wording: the texts did. extension: more can be answered than before, or
    others are asked. break: earlier answers would mean something else, so that a new name is
    needed. added, removed: in one of the two only; a removed variable keeps its answers.
    """

    variable: str
    verdict: Verdict
    reasons: tuple[Problem, ...] = ()


def compare(old: Questionnaire, new: Questionnaire) -> list[Compared]:
    """A verdict for each variable of either, in the order of the survey's columns."""
    return [_compared(old, new, variable) for variable in columns([old, new])]


def _compared(old: Questionnaire, new: Questionnaire, variable: str) -> Compared:
    if variable not in old.variables:
        return Compared(variable, "added")
    if variable not in new.variables:
        return Compared(variable, "removed")
    found = list(changes(old, new, variable))
    heaviest = max((_WEIGHT.index(weight) for weight, _ in found), default=0)
    return Compared(variable, _WEIGHT[heaviest], tuple(reason for _, reason in found))


def breaks(earlier: Sequence[Questionnaire], new: Questionnaire) -> list[Problem]:
    """Why a new version cannot be published; nothing if it can.

    `earlier`: every version of the survey so far, oldest first. A variable that was taken out and
    comes back is held against the last version that had it.
    """
    return list(_breaks(earlier, new))


def _breaks(earlier: Sequence[Questionnaire], new: Questionnaire) -> Iterator[Problem]:
    for variable in new.variables:
        last = next((old for old in reversed(earlier) if variable in old.variables), None)
        if last is not None:
            weighed = changes(last, new, variable)
            yield from (reason for weight, reason in weighed if weight == "break")
