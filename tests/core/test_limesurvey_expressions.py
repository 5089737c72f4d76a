"""Relevance equations of LimeSurvey: what they say here is true where they are."""

import json
from contextlib import suppress
from operator import eq, ge, gt, le, lt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engage.exchange.limesurvey.combining import Said
from engage.exchange.limesurvey.expressions import CannotSay, parse
from engage.exchange.limesurvey.references import Reference, References
from engage.exchange.limesurvey.relevance import condition
from engage.questionnaire.conditions import Condition, Seen

ROWS = {"SQ001": "First", "SQ002": "Second"}
ANSWERS = {"1": "Never", "2": "Sometimes", "3": "Often"}
READ: TypeAdapter[Condition] = TypeAdapter(Condition)


def known() -> References:
    """One question of each manner."""
    found = References()
    one = Reference("one", "code", {**{code: code for code in ANSWERS}, "-oth-": "other"})
    found.add(one, ["One"], ["9X8X7", "Q7"])
    for code in ROWS:
        found.add(Reference("many", "chosen", code=code), [f"Many_{code}"], [f"9X8X6{code}"])
    found.add(Reference("many", "several", {code: code for code in ROWS}), ["Many"], ["9X8X6"])
    found.add(Reference("age", "number"), ["Age"], ["9X8X5"])
    found.add(Reference("hours", "number"), ["Hours"], [])
    found.add(Reference("words", "words"), ["Words"], [])
    found.add(Reference("", "absent", why="which was left out"), ["Gone"], [])
    found.settle()
    return found


def said(expression: str) -> Said:
    """What an expression says."""
    return condition(parse(expression), known())


def is_(value: str, variable: str = "one") -> dict[str, Any]:
    """One code."""
    return {"is": {"variable": variable, "value": value}}


FIRST = is_("SQ001", "many")
ADULT = {"at_least": {"variable": "age", "value": 18}}
TEEN = {"at_most": {"variable": "age", "value": 18}}
GIVEN = {"answered": {"variable": "one"}}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('((One.NAOK == "1"))', is_("1")),
        ("One == 2", is_("2")),
        ("'1' eq One", is_("1")),
        ('One.NAOK == "-oth-"', is_("other")),
        ("9X8X7.NAOK == '3'", is_("3")),
        ("INSERTANS:9X8X7 == '3'", is_("3")),
        ("Q7.NAOK == '3'", is_("3")),
        ("One != 1", {"not": is_("1")}),
        ("!(One != 1)", is_("1")),
        ("One > 1", {"any_of": {"variable": "one", "values": ["2", "3"]}}),
        ("3 > One", {"any_of": {"variable": "one", "values": ["1", "2"]}}),
        ("One == 1 or One == 3", {"any_of": {"variable": "one", "values": ["1", "3"]}}),
        ('Many_SQ001.NAOK == "Y"', FIRST),
        ("9X8X6SQ001 == 'Y'", FIRST),
        ('Many_SQ001 == ""', {"not": FIRST}),
        ("!is_empty(Many_SQ001.NAOK)", FIRST),
        ("is_empty(One)", {"not": GIVEN}),
        ("! empty( One.NAOK )", GIVEN),
        ('One.NAOK != ""', GIVEN),
        ("strlen(Words) > 0", {"answered": {"variable": "words"}}),
        ("Age >= 18 && One == 1", {"all": [ADULT, is_("1")]}),
        ("Age >= 18 and (One == 1 AND Age ge 18)", {"all": [ADULT, is_("1"), ADULT]}),
        ("Age > 18", {"all": [ADULT, {"not": TEEN}]}),
        ("Age < 18", {"all": [TEEN, {"not": ADULT}]}),
        ("Age == 18", {"all": [ADULT, TEEN]}),
        ("Age < Hours", {"before": {"variable": "age", "other": "hours"}}),
        ("Age > Hours", {"before": {"variable": "hours", "other": "age"}}),
        ("sum(Age, Hours) >= 40", {"total_at_least": {"variables": ["age", "hours"], "value": 40}}),
        ("Age + Hours <= 4.5", {"total_at_most": {"variables": ["age", "hours"], "value": 4.5}}),
        (
            "count(Many_SQ001, Many_SQ002) > 0",
            {"any_of": {"variable": "many", "values": list(ROWS)}},
        ),
        ("1 && One == 1", is_("1")),
        ("0 || One == 1", is_("1")),
        ("0", False),
        ("1", True),
    ],
)
def test_what_can_be_said_is_said(expression: str, expected: Said) -> None:
    assert said(expression) == expected


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("Later == 1", "Later, which is not asked on an earlier page"),
        ("Gone == 1", "left out"),
        ("One == 9", 'the answer "9"'),
        ("One = 1", "="),
        ("One == ", "an end"),
        ("(One == 1", "not closed"),
        ("One == 1)", "')'"),
        ("One.shown == 'x'", "only the answer"),
        ("Words == 'x'", "words that somebody types"),
        ("Age == 'x'", "a number"),
        ("Many_SQ001 > 3", 'an option with "3"'),
        ('regexMatch("/x/", Words)', "the function regexMatch()"),
        ("if(One == 1, 1, 0)", "the function if()"),
        ("count(Many_SQ001, Many_SQ002) > 1", "how many"),
        ("TOKEN:FIRSTNAME == 'x'", "TOKEN:FIRSTNAME"),
        ("that.One == 1", "that.One"),
        ("One == Many", "a comparison of two answers"),
        ("One == 1 §", "'§'"),
        ("Age - 1 == 18", "'-'"),
        ("(" * 100 + "One == 1" + ")" * 100, "nested"),
        ("!" * 6000 + "One", "more than 5000 parts"),
        ("One < 'x'", "the order of answers"),
        ("One < ''", "with nothing"),
    ],
)
def test_what_cannot_be_said_is_named(expression: str, why: str) -> None:
    with pytest.raises(CannotSay) as found:
        said(expression)
    assert why in str(found.value)


SIGNS = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq}

leaves = st.one_of(
    st.builds(
        lambda code, equal: (
            f"One.NAOK {'==' if equal else '!='} '{code}'",
            lambda a: (a["one"] == code) is equal,
        ),
        st.sampled_from(["1", "2", "3", "-oth-", ""]),
        st.booleans(),
    ),
    st.builds(
        lambda code, equal: (
            f'Many_{code} {"==" if equal else "!="} "Y"',
            lambda a: (code in a["many"]) is equal,
        ),
        st.sampled_from(list(ROWS)),
        st.booleans(),
    ),
    st.builds(
        lambda sign, bound: (
            f"Age.NAOK {sign} {bound}",
            lambda a: a["age"] is not None and SIGNS[sign](a["age"], bound),
        ),
        st.sampled_from(sorted(SIGNS)),
        st.integers(0, 3),
    ),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(lambda part: (f"!({part[0]})", lambda a: not part[1](a))),
        st.tuples(inner, inner).map(
            lambda two: (
                f"({two[0][0]}) && ({two[1][0]})",
                lambda a: two[0][1](a) and two[1][1](a),
            )
        ),
        st.tuples(inner, inner).map(
            lambda two: (f"({two[0][0]} or {two[1][0]})", lambda a: two[0][1](a) or two[1][1](a))
        ),
    ),
    max_leaves=8,
)
answers = st.fixed_dictionaries(
    {
        "one": st.sampled_from(["", "1", "2", "3", "-oth-"]),
        "many": st.sets(st.sampled_from(list(ROWS))),
        "age": st.one_of(st.none(), st.integers(0, 4)),
    }
)


@given(trees, answers)
def test_a_condition_holds_where_the_equation_is_true(tree: Any, given_: Any) -> None:
    """With everything asked, the two agree on every answer, empty ones as well."""
    expression, truth = tree
    found = said(expression)
    one = {"": None, "-oth-": "other"}.get(given_["one"], given_["one"])
    values = {"one": one, "many": sorted(given_["many"]) or None, "age": given_["age"]}
    unanswered = [name for name, value in values.items() if value is None]
    if isinstance(found, bool):
        assert found is truth(given_)
        return
    read = READ.validate_json(json.dumps(found))
    assert read.holds(Seen(values, unanswered)) is truth(given_)


def partly_asked() -> References:
    """The same questions, of which the second and the third are not asked of everyone."""
    found = References()
    one = Reference("one", "code", {**{code: code for code in ANSWERS}, "-oth-": "other"})
    found.add(one, ["One"], [])
    found.settle()
    many: dict[str, Any] = {"not": is_("1")}
    for code in ROWS:
        found.add(Reference("many", "chosen", code=code, when=many), [f"Many_{code}"], [])
    found.settle()
    age: dict[str, Any] = {"any": [FIRST, is_("2")]}
    found.add(Reference("age", "number", when=age), ["Age"], [])
    found.settle()
    return found


@given(trees, answers)
def test_what_was_not_asked_is_empty_as_in_limesurvey(tree: Any, given_: Any) -> None:
    expression, truth = tree
    found = partly_asked()
    result = found.judged(condition(parse(expression), found))
    assert result is not None
    theirs = dict(given_)
    if theirs["one"] == "1":
        theirs["many"] = set()
    if "SQ001" not in theirs["many"] and theirs["one"] != "2":
        theirs["age"] = None
    one = {"": None, "-oth-": "other"}.get(theirs["one"], theirs["one"])
    values = {"one": one, "many": sorted(theirs["many"]) or None, "age": theirs["age"]}
    unanswered = [name for name, value in values.items() if value is None]
    if theirs["one"] == "1":
        del values["many"]
    if "SQ001" not in theirs["many"] and theirs["one"] != "2":
        del values["age"]
    if isinstance(result, bool):
        assert result is truth(theirs)
        return
    holds = READ.validate_json(json.dumps(result)).holds(Seen(values, unanswered))
    assert bool(holds) is truth(theirs)


@given(st.text(alphabet="Onea1 ()!=<>&|'\"+,.{}:#X9Q7_\\", max_size=60))
def test_any_expression_is_said_or_refused(expression: str) -> None:
    with suppress(CannotSay):
        said(expression)
