"""What a resident said: values as a draft holds them, rows as a response stores them."""

from collections.abc import Mapping
from dataclasses import dataclass

from .problem import Problem

Value = None | str | int | float | list[str]
"""None: asked and left blank. Absent from a mapping: not asked."""

Answers = Mapping[str, Value]
Posted = Mapping[str, list[str]]
"""Form fields as they came, each with all its values."""

NO_ANSWER = "no_answer"
"""The missing code of a question that was asked and left blank."""


@dataclass(frozen=True)
class AnswerRow:
    """One stored row. A row with `missing`: asked, not answered. Several options: a row each."""

    variable: str
    item: int = 0
    code: str | None = None
    number: float | None = None
    text: str | None = None
    missing: str | None = None


@dataclass(frozen=True)
class Reading:
    """What a page's fields said: a value for each variable, or the problems in the way."""

    values: dict[str, Value]
    problems: tuple[Problem, ...] = ()


def mark_of(name: str) -> str:
    """Under which key a draft keeps that a statement was read or a check was shown."""
    return f"~{name}"


SEEN = "seen"
"""What a draft keeps under such a key."""
