"""Conditions on what was chosen, and on whether anything was."""

from collections.abc import Iterator

from pydantic import Field

from ..frozen import CodeName, Frozen, Name
from .seen import Seen, Truth


class OneValue(Frozen):
    variable: Name
    value: CodeName


class SomeValues(Frozen):
    variable: Name
    values: tuple[CodeName, ...] = Field(strict=False, min_length=1)


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


class Answered(Frozen):
    """An answer was given: not left blank, not "prefer not to say"."""

    of: OfVariable = Field(alias="answered")

    def holds(self, seen: Seen) -> Truth:
        if self.of.variable not in seen.values:
            return None
        return self.of.variable not in seen.unanswered

    def variables(self) -> Iterator[str]:
        yield self.of.variable
