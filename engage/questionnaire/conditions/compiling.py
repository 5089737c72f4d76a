"""Conditions as plain functions: the same truth as `holds`, in a fraction of the time.

A route asks dozens of conditions on every page; `holds` says what each means, and a test holds
the two against each other.
"""

from collections.abc import Callable

from .chosen import AnyOf, Is
from .condition import All, AtLeastOne, Condition, Not
from .seen import Seen, Truth

Test = Callable[[Seen], Truth]
_ABSENT = object()


def compiled(condition: Condition) -> Test:
    """A function that says of what was seen what `condition.holds` says of it."""
    if isinstance(condition, Is):
        return _any_of(condition.of.variable, frozenset([condition.of.value]))
    if isinstance(condition, AnyOf):
        return _any_of(condition.of.variable, frozenset(condition.of.values))
    if isinstance(condition, All | AtLeastOne):
        tests = tuple(map(compiled, condition.parts))
        return _joined(tests, decisive=isinstance(condition, AtLeastOne))
    if isinstance(condition, Not):
        return _not(compiled(condition.part))
    return condition.holds


def _any_of(variable: str, codes: frozenset[str]) -> Test:
    def test(seen: Seen) -> Truth:
        value = seen.values.get(variable, _ABSENT)
        if value is _ABSENT:
            return None
        if value.__class__ is str:
            return value in codes
        return not codes.isdisjoint(seen.chosen(variable))

    return test


def _joined(tests: tuple[Test, ...], decisive: bool) -> Test:
    """Any of them (decisive: True), or all of them (decisive: False)."""

    def test(seen: Seen) -> Truth:
        found: Truth = not decisive
        for part in tests:
            truth = part(seen)
            if truth is decisive:
                return decisive
            if truth is None:
                found = None
        return found

    return test


def _not(part: Test) -> Test:
    def test(seen: Seen) -> Truth:
        truth = part(seen)
        return None if truth is None else not truth

    return test
