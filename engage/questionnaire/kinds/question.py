"""What every kind of question has and answers to."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any
from unicodedata import category

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..conditions import Condition
from ..frozen import Frozen, Name, Slug, Text
from ..problem import Problem

CodeLists = Mapping[str, CodeList]
Weights = Mapping[str, float]
"""How likely each code is; empty: all alike."""

BETWEEN_CODES = re.compile(r"[;|,\s]+")


class Question(Frozen, ABC):
    """One question. Its name is its variable's name, unless the kind says otherwise."""

    kind: str
    name: Name
    text: Text
    hint: Text | None = None
    ask_if: Condition | None = None
    service: Slug | None = None

    def variables(self) -> tuple[str, ...]:
        """The variables that this question fills, in order."""
        return (self.name,)

    def fields(self, lists: CodeLists) -> tuple[str, ...]:
        """The names of the fields that `read` looks at."""
        return self.variables()

    def conditions(self) -> Iterator[tuple[str, Condition | None]]:
        """Each condition within the question, with the name of the part that it is about."""
        yield self.name, self.ask_if

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each text's stable key and its source."""
        yield f"question.{self.name}.text", self.text
        if self.hint is not None:
            yield f"question.{self.name}.hint", self.hint

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        """The codes that tables count for `variable`; None where answers are not codes."""
        return None

    @abstractmethod
    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        """Turn submitted fields into a value for each variable, or problems."""

    def faulty(self, problem: Problem, lists: CodeLists) -> tuple[str, ...]:
        """The fields that a problem of `read` is about, the first of them to go to."""
        return (problem.place,)

    @abstractmethod
    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        """The fields that `read` would turn into `value`."""

    def from_cell(self, variable: str, cell: str) -> dict[str, list[str]]:
        """The fields that say what a cell of an export says."""
        return {variable: [cell]}

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        """Whether `value` says something: not blank, not a declared missing code."""
        return value is not None and value != []

    @abstractmethod
    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        """The rows that a response stores for an asked variable: one or more, never none."""

    @abstractmethod
    def value(self, rows: list[AnswerRow]) -> Value:
        """The inverse of `rows`."""

    @abstractmethod
    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        """A random answer that `read` could have given, by these weights of codes or texts."""

    def asked(self, answers: "Asker") -> "Question | None":
        """This question as it is asked of one respondent, or None."""
        return self if answers(self.ask_if) else None

    def renamed(self, names: Mapping[str, str], conditions: "Renamer") -> "Question":
        """The same question under other names, where `names` has another for a part of it."""
        changes: dict[str, Any] = {"name": names.get(self.name, self.name)}
        changes["ask_if"] = conditions(self.ask_if)
        order = getattr(self, "order", None)
        if order is not None:
            changes["order"] = names.get(order, order)
        return self.model_copy(update=changes)


class Asker(ABC):
    """Says whether a condition lets something be asked."""

    @abstractmethod
    def __call__(self, condition: Condition | None) -> bool: ...


class Renamer(ABC):
    """Gives a condition on other variables."""

    @abstractmethod
    def __call__(self, condition: Condition | None) -> Condition | None: ...


def blank(variable: str) -> list[AnswerRow]:
    """Asked and left blank."""
    return [AnswerRow(variable, missing=NO_ANSWER)]


def first(posted: Posted, field: str) -> str:
    """A field's first value, clean of what no keyboard types; empty if it did not come."""
    values = posted.get(field) or [""]
    typed = values[0].replace("\r\n", "\n")
    # Joiners and direction marks stay: Urdu and Arabic need them.
    return "".join(c for c in typed if c in "\n\t" or category(c) not in ("Cc", "Cs")).strip()


def drawn(random: Random, weights: Weights) -> str:
    """One of the codes, by their weights."""
    return random.choices(list(weights), list(weights.values()))[0]
