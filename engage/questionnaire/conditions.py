"""Conditions: a small typed tree that looks back at earlier answers, in three truth values.

Not asked is unknown (None); asked and left blank is a known "no answer" (False).
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag

from .answers import Value
from .frozen import CodeName, Frozen, Name

Truth = bool | None


@dataclass
class Seen:
    """What conditions may see: the answers on the route so far."""

    values: dict[str, Value] = field(default_factory=dict)
    unanswered: Container[str] = ()  # blank or a declared missing code

    def chosen(self, variable: str) -> tuple[Value, ...]:
        """The chosen values, none if the question was left blank."""
        value = self.values[variable]
        if value is None:
            return ()
        return tuple(value) if isinstance(value, list) else (value,)


class OneValue(Frozen):
    variable: Name
    value: CodeName


class SomeValues(Frozen):
    variable: Name
    values: tuple[CodeName, ...] = Field(strict=False, min_length=1)


class Bound(Frozen):
    variable: Name
    value: int | float


class OfVariable(Frozen):
    variable: Name


class Is(Frozen):
    """The answer is this code (among several chosen: this code is one of them)."""

    of: OneValue = Field(alias="is")

    def holds(self, seen: Seen) -> Truth:
        if self.of.variable not in seen.values:
            return None
        return self.of.value in seen.chosen(self.of.variable)

    def variables(self) -> Iterator[str]:
        yield self.of.variable


class AnyOf(Frozen):
    """The answer is one of these codes."""

    of: SomeValues = Field(alias="any_of")

    def holds(self, seen: Seen) -> Truth:
        if self.of.variable not in seen.values:
            return None
        chosen = seen.chosen(self.of.variable)
        return any(value in chosen for value in self.of.values)

    def variables(self) -> Iterator[str]:
        yield self.of.variable


class _Compared(Frozen):
    of: Bound

    def _number(self, seen: Seen) -> tuple[bool, float | None]:
        if self.of.variable not in seen.values:
            return False, None
        value = seen.values[self.of.variable]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return True, None
        return True, float(value)

    def variables(self) -> Iterator[str]:
        yield self.of.variable


class AtLeast(_Compared):
    """The number is this or more."""

    of: Bound = Field(alias="at_least")

    def holds(self, seen: Seen) -> Truth:
        known, number = self._number(seen)
        return (number is not None and number >= self.of.value) if known else None


class AtMost(_Compared):
    """The number is this or less."""

    of: Bound = Field(alias="at_most")

    def holds(self, seen: Seen) -> Truth:
        known, number = self._number(seen)
        return (number is not None and number <= self.of.value) if known else None


class Answered(Frozen):
    """An answer was given: not left blank, not "prefer not to say"."""

    of: OfVariable = Field(alias="answered")

    def holds(self, seen: Seen) -> Truth:
        if self.of.variable not in seen.values:
            return None
        return self.of.variable not in seen.unanswered

    def variables(self) -> Iterator[str]:
        yield self.of.variable


class All(Frozen):
    """Every part holds."""

    parts: tuple["Condition", ...] = Field(alias="all", strict=False, min_length=1)

    def holds(self, seen: Seen) -> Truth:
        truths = [part.holds(seen) for part in self.parts]
        if False in truths:
            return False
        return None if None in truths else True

    def variables(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.variables()


class AtLeastOne(Frozen):
    """At least one part holds."""

    parts: tuple["Condition", ...] = Field(alias="any", strict=False, min_length=1)

    def holds(self, seen: Seen) -> Truth:
        truths = [part.holds(seen) for part in self.parts]
        if True in truths:
            return True
        return None if None in truths else False

    def variables(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.variables()


class Not(Frozen):
    """The part does not hold; of the unknown nothing is known."""

    part: "Condition" = Field(alias="not")

    def holds(self, seen: Seen) -> Truth:
        truth = self.part.holds(seen)
        return None if truth is None else not truth

    def variables(self) -> Iterator[str]:
        yield from self.part.variables()


Operator = Literal["is", "any_of", "at_least", "at_most", "answered", "all", "any", "not"]
OPERATORS = frozenset(get_args(Operator))


def _operator(part: Any) -> str | None:
    if isinstance(part, Mapping):
        return next((key for key in part if key in OPERATORS), None)
    return _OPERATOR_OF.get(type(part))


Condition = Annotated[
    Annotated[Is, Tag("is")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[AtMost, Tag("at_most")]
    | Annotated[Answered, Tag("answered")]
    | Annotated[All, Tag("all")]
    | Annotated[AtLeastOne, Tag("any")]
    | Annotated[Not, Tag("not")],
    Discriminator(
        _operator,
        custom_error_type="unknown_condition",
        custom_error_message="expected one of: " + ", ".join(sorted(OPERATORS)),
    ),
]

_OPERATOR_OF: dict[type, str] = {
    Is: "is",
    AnyOf: "any_of",
    AtLeast: "at_least",
    AtMost: "at_most",
    Answered: "answered",
    All: "all",
    AtLeastOne: "any",
    Not: "not",
}
for _part in (All, AtLeastOne, Not):
    _part.model_rebuild()

Leaf = Is | AnyOf | AtLeast | AtMost | Answered


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """The parts of a condition that look at one variable each."""
    if isinstance(condition, All | AtLeastOne):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    elif condition is not None:
        yield condition
