"""A condition: a tree of the parts, joined by all, any and not."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Field, Tag, TypeAdapter

from ..frozen import Frozen
from .amounts import AtLeast, AtMost, Before, TotalAtLeast, TotalAtMost
from .chosen import Answered, AnyOf, Is
from .seen import Seen, Truth


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


Operator = Literal[
    "is",
    "any_of",
    "at_least",
    "at_most",
    "total_at_least",
    "total_at_most",
    "before",
    "answered",
    "all",
    "any",
    "not",
]
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
    | Annotated[TotalAtLeast, Tag("total_at_least")]
    | Annotated[TotalAtMost, Tag("total_at_most")]
    | Annotated[Before, Tag("before")]
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
    TotalAtLeast: "total_at_least",
    TotalAtMost: "total_at_most",
    Before: "before",
    Answered: "answered",
    All: "all",
    AtLeastOne: "any",
    Not: "not",
}
for _part in (All, AtLeastOne, Not):
    _part.model_rebuild()

Leaf = Is | AnyOf | AtLeast | AtMost | TotalAtLeast | TotalAtMost | Before | Answered


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """The parts of a condition that look at answers themselves."""
    if isinstance(condition, All | AtLeastOne):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    elif condition is not None:
        yield condition


_ADAPTER: TypeAdapter[Condition] = TypeAdapter(Condition)
_NAMED = ("variable", "other")


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """The same condition on variables of other names, where `names` has another."""
    plain = condition.model_dump(by_alias=True)
    return _ADAPTER.validate_python(_renamed(plain, names), strict=False)


def _renamed(part: Any, names: Mapping[str, str]) -> Any:
    if isinstance(part, Mapping):
        return {key: _named(key, value, names) for key, value in part.items()}
    return [_renamed(each, names) for each in part] if isinstance(part, list | tuple) else part


def _named(key: str, value: Any, names: Mapping[str, str]) -> Any:
    if key in _NAMED:
        return names.get(value, value)
    if key == "variables":
        return [names.get(each, each) for each in value]
    return _renamed(value, names)
