"""Conditions in three truth values: true, false, and unknown where nothing was asked."""

from itertools import product
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from engage.questionnaire.conditions import Condition, Seen, leaves

READER: TypeAdapter[Any] = TypeAdapter(Condition)
SEEN = Seen(
    {"yes": "a", "blank": None, "refused": "prefer_not", "several": ["a", "b"], "none": [],
     "five": 5, "half": 0.5, "scale_refused": "prefer_not"},
    {"blank", "refused", "none", "scale_refused"},
)  # fmt: skip

T = {"is": {"variable": "yes", "value": "a"}}
F = {"is": {"variable": "yes", "value": "b"}}
U = {"is": {"variable": "not_asked", "value": "a"}}
TRUTHS = ((T, True), (F, False), (U, None))


def truth(plain: Any) -> bool | None:
    held: bool | None = READER.validate_python(plain).holds(SEEN)
    return held


def all_of(truths: tuple[bool | None, ...]) -> bool | None:
    return False if False in truths else None if None in truths else True


@pytest.mark.parametrize("parts", list(product(TRUTHS, repeat=2)) + list(product(TRUTHS, repeat=3)))
def test_all_and_any(parts: tuple[tuple[Any, bool | None], ...]) -> None:
    conditions, truths = zip(*parts, strict=True)
    assert truth({"all": list(conditions)}) is all_of(truths)
    # Any is All turned inside out.
    assert truth({"any": list(conditions)}) is truth(
        {"not": {"all": [{"not": part} for part in conditions]}}
    )


@pytest.mark.parametrize(("part", "is_true", "is_false"), [(T, True, False), (F, False, True)])
def test_not(part: Any, is_true: bool, is_false: bool) -> None:
    assert truth(part) is is_true
    assert truth({"not": part}) is is_false
    assert truth({"not": {"not": part}}) is is_true


def test_of_the_unknown_nothing_is_known() -> None:
    assert truth({"not": U}) is None
    assert truth({"all": [T, U]}) is None
    assert truth({"any": [F, U]}) is None
    assert truth({"all": [F, U]}) is False
    assert truth({"any": [T, U]}) is True


@pytest.mark.parametrize(
    ("variable", "same", "another", "at_least_3", "at_most_3", "answered"),
    [
        ("yes", True, False, False, False, True),
        ("several", True, False, False, False, True),
        ("blank", False, False, False, False, False),
        ("none", False, False, False, False, False),
        ("refused", False, False, False, False, False),
        ("five", False, False, True, False, True),
        ("half", False, False, False, True, True),
        ("scale_refused", False, False, False, False, False),
        ("not_asked", None, None, None, None, None),
    ],
)
def test_the_parts_that_look_at_one_variable(
    variable: str,
    same: bool | None,
    another: bool | None,
    at_least_3: bool | None,
    at_most_3: bool | None,
    answered: bool | None,
) -> None:
    assert truth({"is": {"variable": variable, "value": "a"}}) is same
    assert truth({"is": {"variable": variable, "value": "z"}}) is another
    assert truth({"any_of": {"variable": variable, "values": ["z", "a"]}}) is same
    assert truth({"any_of": {"variable": variable, "values": ["y", "z"]}}) is another
    assert truth({"at_least": {"variable": variable, "value": 3}}) is at_least_3
    assert truth({"at_most": {"variable": variable, "value": 3}}) is at_most_3
    assert truth({"answered": {"variable": variable}}) is answered


def test_bounds_are_met_by_the_bound_itself() -> None:
    assert truth({"at_least": {"variable": "five", "value": 5}}) is True
    assert truth({"at_most": {"variable": "half", "value": 0.5}}) is True


def test_a_declared_refusal_can_be_asked_for_by_its_code() -> None:
    assert truth({"is": {"variable": "refused", "value": "prefer_not"}}) is True


def test_leaves_are_found_however_deep() -> None:
    found = leaves(READER.validate_python({"all": [T, {"any": [F, {"not": U}]}]}))
    assert [leaf.of.variable for leaf in found] == ["yes", "yes", "not_asked"]
    assert list(leaves(None)) == []


@pytest.mark.parametrize(
    "wrong",
    [{}, {"equals": T}, [], "yes", None, {"all": []}, {"is": {"variable": "yes"}},
     {**T, **F, "any": [T]},
     {"any_of": {"variable": "yes", "values": []}}, {"at_least": {"variable": "a", "value": "3"}}],
)  # fmt: skip
def test_what_is_no_condition_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        READER.validate_python(wrong)
