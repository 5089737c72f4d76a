"""Conditions of LimeSurvey's own table, and where conditions stand in a document."""

import json

import pytest

from engage.exchange.limesurvey import old_conditions
from engage.exchange.limesurvey.combining import Said
from engage.exchange.limesurvey.expressions import CannotSay
from engage.exchange.limesurvey.relevance import condition
from engage.questionnaire import document
from tests.core.limesurvey import Asked, File, asked_if, notes, pages, taken
from tests.core.test_limesurvey_expressions import ADULT, ANSWERS, FIRST, GIVEN, is_, known


def row(field: str, method: str, value: str, scenario: str = "1") -> dict[str, str]:
    """A row of the table."""
    return {"cfieldname": field, "method": method, "value": value, "scenario": scenario}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("9X8X7", "==", "1")], is_("1")),
        ([row("9X8X7", "", "1")], is_("1")),
        ([row("Q7", "==", "1")], is_("1")),
        ([row("+9X8X6SQ001", "==", "Y")], FIRST),
        ([row("9X8X6", "==", "SQ001")], FIRST),
        ([row("9X8X7", "==", " ")], {"not": GIVEN}),
        ([row("9X8X5", ">=", "18")], ADULT),
        ([row("9X8X5", "a>=b", "18")], ADULT),
        (
            [row("9X8X7", "==", "1"), row("9X8X7", "==", "3")],
            {"any_of": {"variable": "one", "values": ["1", "3"]}},
        ),
        ([row("9X8X7", "==", "1"), row("9X8X5", ">=", "18")], {"all": [is_("1"), ADULT]}),
        ([row("9X8X7", "==", "1"), row("9X8X5", ">=", "18", "2")], {"any": [is_("1"), ADULT]}),
        (
            [row("9X8X5", "<", "@Hours@")],
            {"before": {"variable": "age", "other": "hours"}},
        ),
    ],
)
def test_rows_of_conditions(rows: list[dict[str, str]], expected: Said) -> None:
    assert condition(old_conditions.tree(rows), known()) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [row("9X8X7", "RX", "/^a/")],
        [row("{TOKEN:EMAIL}", "==", "x")],
        [row("9X8X7", "==", "{TOKEN:EMAIL}")],
        [row("9X8X7", "~", "x")],
    ],
)
def test_rows_of_conditions_that_cannot_be_said(rows: list[dict[str, str]]) -> None:
    with pytest.raises(CannotSay):
        condition(old_conditions.tree(rows), known())


def test_conditions_stand_before_the_equation_that_is_made_of_them() -> None:
    sgqa = "881234X31X501"
    first = Asked("L", "Q1", answers=ANSWERS)
    can = Asked("T", "Q2", conditions=[row(sgqa, "==", "2")], relevance='((Q1 == "2"))')
    cannot = Asked("T", "Q3", conditions=[row(sgqa, "RX", "2")], relevance='Q1 == "3"')
    neither = Asked("T", "Q4", conditions=[row(sgqa, "RX", "2")])
    for old in (False, True):
        imported = File([first, can, cannot, neither], old=old).read()
        taken(imported)
        assert asked_if(imported, "q2") == is_("2", "q1")
        assert asked_if(imported, "q3") == is_("3", "q1")
        assert asked_if(imported, "q4") is None
        assert notes(imported, "question Q4", f"{sgqa} RX '2'", "asked always")


def test_a_condition_on_a_later_question_is_noted() -> None:
    imported = File([Asked("T", "Q1", relevance="Q2 == 'Y'"), Asked("Y", "Q2")]).read()
    taken(imported)
    assert asked_if(imported, "q1") is None
    assert notes(imported, "question Q1 (501), column relevance", "Q2 == 'Y'", "asked always")


def test_a_group_has_its_condition_and_may_never_be_asked() -> None:
    groups = [
        {"group_name": "One"},
        {"group_name": "Two", "grelevance": "Q1 == 'Y'"},
        {"group_name": "Three", "grelevance": "0"},
    ]
    asked = [Asked("Y", "Q1"), Asked("Y", "Q2", group=1), Asked("Y", "Q3", group=2)]
    imported = File(asked, groups=groups).read()
    taken(imported)
    sections = imported.document["sections"]
    assert [section["title"] for section in sections] == ["Taking part", "One", "Two"]
    assert sections[2]["ask_if"] == is_("Y", "q1")
    assert notes(imported, "question Q3", "never asked", "left out")
    assert notes(imported, "group Three", "left out")


def test_a_question_that_is_hidden_or_never_asked_is_left_out() -> None:
    imported = File(
        [
            Asked("Y", "Q1", relevance="0"),
            Asked("Y", "Q2", attributes={"hidden": "1"}),
            Asked("Y", "Q3", relevance="Q1 == 'Y' or Q2 == 'Y'"),
        ]
    ).read()
    taken(imported)
    assert set(pages(imported)) == {"consent", "q3"}
    assert notes(imported, "question Q1 (501)", "never asked")
    assert notes(imported, "question Q2 (521)", "hidden")
    assert notes(imported, "question Q3", "asked always", "Q1, which is never asked")


def test_a_denial_says_when_the_question_was_asked() -> None:
    asked = [
        Asked("Y", "Q1"),
        Asked("L", "Q2", answers=ANSWERS, relevance="Q1 == 'Y'"),
        Asked("T", "Q3", relevance="Q2.NAOK != 1"),
        Asked("T", "Q4", relevance="Q1 == 'N' and is_empty(Q2.NAOK)"),
        Asked("T", "Q5", relevance="Q2.NAOK != 1 and !is_empty(Q2)"),
    ]
    imported = File(asked).read()
    taken(imported)
    chosen = {"all": [is_("Y", "q1"), is_("1", "q2")]}
    assert asked_if(imported, "q3") == {"not": chosen}
    given = {"all": [is_("Y", "q1"), {"answered": {"variable": "q2"}}]}
    assert asked_if(imported, "q4") == {"all": [is_("N", "q1"), {"not": given}]}
    assert asked_if(imported, "q5") == {
        "all": [{"not": is_("1", "q2")}, {"answered": {"variable": "q2"}}]
    }


def test_a_denial_that_would_be_too_long_is_noted() -> None:
    asked = [Asked("Y", "Q0")]
    asked += [Asked("Y", f"Q{n}", relevance=f"Q{n - 1}.NAOK != 'Y'") for n in range(1, 40)]
    asked += [Asked("Y", "Q40", relevance="Q38 != 'Y' and Q39 != 'Y' and Q37 != 'Y'")]
    imported = File(asked).read()
    document.read(json.dumps(imported.document))
    assert notes(imported, "question Q40", "denies")
