"""Expressions of an XLSForm mean the same as the conditions that are made of them."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.exchange.xlsform.expressions.conditions import condition
from engage.exchange.xlsform.expressions.folding import folded
from engage.exchange.xlsform.expressions.known import Known
from engage.exchange.xlsform.expressions.parsing import NotUnderstood, parsed
from engage.exchange.xlsform.expressions.selections import rule
from tests.core import forms
from tests.core.test_routing import truth

KNOWN = {
    "sex": Known("sex", "one", {"female": "female", "male": "male"}),
    "ways": Known("ways", "several", {"bus": "bus", "bike": "bike", "walk": "walk"}),
    "age": Known("age", "number", whole=True),
    "km": Known("km", "number"),
    "grade": Known("grade", "one", {"1": "1", "2": "2", "3": "3"}),
}

CODES = {
    "sex": ["female", "male"],
    "ways": ["bus", "bike", "walk"],
    "grade": ["1", "2", "3"],
}
leaves = st.one_of(
    st.builds("${{{}}} {} '{}'".format, st.just("sex"), st.sampled_from(["=", "!="]),
              st.sampled_from(CODES["sex"])),
    st.builds("${{ways}} {} '{}'".format, st.sampled_from(["=", "!="]),
              st.sampled_from(CODES["ways"])),
    st.builds("selected(${{ways}}, '{}')".format, st.sampled_from(CODES["ways"])),
    st.builds("${{{}}} {} {}".format, st.sampled_from(["age", "km", "grade"]),
              st.sampled_from(["<", "<=", ">", ">="]), st.integers(0, 4)),
    st.builds("{} {} ${{age}}".format, st.integers(0, 4), st.sampled_from(["<", "<=", ">", ">="])),
    st.builds("${{{}}} {} ''".format, st.sampled_from(sorted(KNOWN)), st.sampled_from(["=", "!="])),
    st.builds("count-selected(${{ways}}) {}".format,
              st.sampled_from(["> 0", ">= 1", "= 0", "< 1"])),
    st.builds("${{{}}} {} {}".format, st.sampled_from(["age", "km"]), st.sampled_from(["=", "!="]),
              st.integers(0, 4)),
    st.sampled_from(["true()", "1 = 1", "string-length(${km}) > 0", "${age} < ${km}"]),
)  # fmt: skip
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not({})".format, inner),
        st.builds("if({}, {}, {})".format, inner, inner, inner),
        st.builds("if({}, 'a', 'b') = 'a'".format, inner),
    ),
    max_leaves=6,
)
answers = st.fixed_dictionaries(
    {
        "sex": st.sampled_from([None, *CODES["sex"]]),
        "ways": st.lists(st.sampled_from(CODES["ways"]), unique=True).map(lambda v: v or None),
        "age": st.one_of(st.none(), st.integers(0, 5)),
        "km": st.one_of(st.none(), st.integers(0, 10).map(lambda n: n / 2)),
        "grade": st.sampled_from([None, *CODES["grade"]]),
    }
)


def plainly(found: Any, given_answers: dict[str, Any], blank: set[str]) -> bool | None:
    """Whether a condition holds; `before` is not among what the law of the route knows."""
    if isinstance(found, bool):
        return found
    operator, of = next(iter(found.items()))
    if operator == "before":
        first, second = given_answers[of["variable"]], given_answers[of["other"]]
        return first is not None and second is not None and first < second
    if operator == "not":
        inner = plainly(of, given_answers, blank)
        return None if inner is None else not inner
    if operator in ("all", "any"):
        parts = [plainly(part, given_answers, blank) for part in of]
        return all(parts) if operator == "all" else any(parts)
    return truth(found, given_answers, blank)


@settings(max_examples=400)
@given(expressions, answers)
def test_a_condition_holds_where_its_expression_does(
    written: str, given_answers: dict[str, Any]
) -> None:
    tree = parsed(written)
    found = condition(folded(tree), KNOWN)
    values = {name: forms.text(answer) for name, answer in given_answers.items()}
    blank = {name for name, answer in given_answers.items() if answer is None}
    assert plainly(found, given_answers, blank) == bool(forms.value(tree, values))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("${sex} = 'male'", {"is": {"variable": "sex", "value": "male"}}),
        ("${sex}='male' or ${sex}=\"female\"",
         {"any_of": {"variable": "sex", "values": ["male", "female"]}}),
        ("${age} > 17", {"at_least": {"variable": "age", "value": 18}}),
        ("18 <= ${age}", {"at_least": {"variable": "age", "value": 18}}),
        ("${age} + ${km} >= 7", {"total_at_least": {"variables": ["age", "km"], "value": 7}}),
        ("not(${sex} != '')", {"not": {"answered": {"variable": "sex"}}}),
        ("${grade} > 1", {"any_of": {"variable": "grade", "values": ["2", "3"]}}),
        ("false() or ${sex} = ‘male’", {"is": {"variable": "sex", "value": "male"}}),
        ("coalesce(${age}, 0) <= -1", {"at_most": {"variable": "age", "value": -1}}),
    ],
)  # fmt: skip
def test_an_expression_becomes_the_plainest_condition(written: str, expected: Any) -> None:
    assert condition(folded(parsed(written)), KNOWN) == expected


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("${later} = 1", "earlier page"),
        ("${sex} = 'other'", "no choice"),
        ("regex(${sex}, 'a')", "regex()"),
        ("count-selected(${ways}) > 2", "whether it is 0"),
        ("${age} * 2 > 4", "no equal"),
        ("position(..) = 1", "not closed"),
        ("${sex} = ${grade}", "numbers or as dates"),
        ("/data/sex = 'male'", "not understood"),
        ("(${sex} = 'male'", "not closed"),
        ("${sex} =", "too early"),
        ("(" * 200 + "1" + ")" * 200, "too deeply"),
        ("-" * 5000 + "1", "too deeply"),
    ],
)
def test_what_has_no_equal_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(NotUnderstood, match=re.escape(reason)):
        condition(folded(parsed(written)), KNOWN)


@pytest.mark.parametrize(
    ("constraint", "alone", "most"),
    [
        ("count-selected(.) <= 2", set(), 2),
        ("not(selected(., 'none') and count-selected(.) > 1)", {"none"}, None),
        ("not(selected(., 'none')) or count-selected(.) = 1", {"none"}, None),
        ("if(selected(., 'none'), count-selected(.) = 1, true())", {"none"}, None),
        ("count-selected(.) < 3 and (not(selected(., 'none')) or . = 'none')", {"none"}, 2),
        ("count-selected(.) = 1", set(), 1),
    ],
)
def test_a_constraint_on_choices_is_tried_out(
    constraint: str, alone: set[str], most: int | None
) -> None:
    assert rule(folded(parsed(constraint)), ["bus", "bike", "walk", "none"]) == (alone, most)


@pytest.mark.parametrize(
    "constraint",
    ["count-selected(.) >= 2", "not(selected(., 'bus') and selected(., 'bike'))", "${age} > 3"],
)
def test_a_constraint_that_says_something_else_is_not_taken(constraint: str) -> None:
    assert rule(folded(parsed(constraint)), ["bus", "bike", "walk"]) is None
