"""Conditions on numbers and dates: a bound, a total, one before the other."""

from collections.abc import Iterator

from pydantic import Field

from ..frozen import Frozen, Name
from .seen import Seen, Truth


class Bound(Frozen):
    variable: Name
    value: int | float


class Total(Frozen):
    variables: tuple[Name, ...] = Field(strict=False, min_length=1)
    value: int | float


class Pair(Frozen):
    variable: Name
    other: Name


class _Compared(Frozen):
    of: Bound

    def _number(self, seen: Seen) -> tuple[bool, float | None]:
        return self.of.variable in seen.values, seen.number(self.of.variable)

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


class _Totalled(Frozen):
    of: Total

    def _total(self, seen: Seen) -> tuple[bool, float | None]:
        known = any(variable in seen.values for variable in self.of.variables)
        found = [seen.number(variable) for variable in self.of.variables]
        numbers = [number for number in found if number is not None]
        return known, sum(numbers) if numbers else None

    def variables(self) -> Iterator[str]:
        yield from self.of.variables


class TotalAtLeast(_Totalled):
    """The numbers together are this or more; one that was left blank adds nothing."""

    of: Total = Field(alias="total_at_least")

    def holds(self, seen: Seen) -> Truth:
        known, total = self._total(seen)
        return (total is not None and total >= self.of.value) if known else None


class TotalAtMost(_Totalled):
    """The numbers together are this or less; one that was left blank adds nothing."""

    of: Total = Field(alias="total_at_most")

    def holds(self, seen: Seen) -> Truth:
        known, total = self._total(seen)
        return (total is not None and total <= self.of.value) if known else None


class Before(Frozen):
    """The first number is less than the second, or the first date or month is earlier."""

    of: Pair = Field(alias="before")

    def holds(self, seen: Seen) -> Truth:
        if self.of.variable not in seen.values or self.of.other not in seen.values:
            return None
        numbers = seen.number(self.of.variable), seen.number(self.of.other)
        if numbers[0] is not None and numbers[1] is not None:
            return numbers[0] < numbers[1]
        first, second = seen.values[self.of.variable], seen.values[self.of.other]
        return isinstance(first, str) and isinstance(second, str) and first < second

    def variables(self) -> Iterator[str]:
        yield self.of.variable
        yield self.of.other
