"""Random order: drawn once for a respondent, the same on every page and day, and recorded."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from .answers import AnswerRow
from .codes import CodeList
from .kinds import Grid, Question
from .pages import Section


@lru_cache(maxsize=4096)
def shuffled(seed: str, variable: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the order of this respondent; without a seed as they are written.

    Each name is placed by the hash of seed, variable and name: every order is as likely as any
    other, and none depends on a generator that a later release may change.
    """
    if not seed:
        return names
    return tuple(sorted(names, key=lambda n: sha256(f"{seed}/{variable}/{n}".encode()).digest()))


def shown(seed: str, variable: str, codes: CodeList) -> tuple[str, ...]:
    """Codes in random order; those that go with no other stay where people look for them: last."""
    free = codes.free
    return (*shuffled(seed, variable, free), *(code for code in codes.names() if code not in free))


def orders(
    sections: Sequence[Section], lists: Mapping[str, CodeList]
) -> dict[str, tuple[str, ...]]:
    """The variables that record an order, each with the names that are put in order."""
    found: dict[str, tuple[str, ...]] = {}
    for section in sections:
        if section.order is not None:
            found[section.order] = tuple(page.name for page in section.pages)
        for page in section.pages:
            if page.order is not None:
                found[page.order] = tuple(question.name for question in page.questions)
            for question in page.questions:
                variable = getattr(question, "order", None)
                if variable is not None:
                    found[variable] = _within(question, lists)
    return found


def _within(question: Question, lists: Mapping[str, CodeList]) -> tuple[str, ...]:
    if isinstance(question, Grid):
        return question.variables()
    codes = lists.get(getattr(question, "code_list", ""))
    if codes is None:
        return ()
    return codes.free


def order_rows(variable: str, names: Sequence[str]) -> list[AnswerRow]:
    """The rows that record an order, the first shown first."""
    return [AnswerRow(variable, item, code=name) for item, name in enumerate(names)]
