"""Questions of LimeSurvey, type by type."""

import pytest

from engage.exchange.imported import Imported
from tests.core.limesurvey import Asked, asked_if, notes, one, questions

ROWS = {"SQ001": "First", "SQ002": "Second"}
ANSWERS = {"A1": "Good", "A2": "Bad"}


def codes(imported: Imported, name: str) -> list[str]:
    """The codes of a question's list."""
    listed = imported.document["code_lists"][questions(imported)[name]["code_list"]]
    return [code["code"] for code in listed["codes"]]


@pytest.mark.parametrize("kind", ["L", "!", "O"])
def test_a_list_is_a_single_choice(kind: str) -> None:
    imported = one(Asked(kind, "Q1", answers=ANSWERS))
    assert questions(imported)["q1"]["kind"] == "single_choice"
    assert codes(imported, "q1") == ["A1", "A2"]


def test_another_answer_is_asked_on_a_page_of_its_own() -> None:
    asked = Asked("L", "Q1", answers={**ANSWERS, "other": "?"}, columns={"other": "Y"})
    asked.attributes = {"other_replace_text": "Something else"}
    imported = one(asked)
    assert codes(imported, "q1") == ["A1", "A2", "other", "other_2"]
    assert asked_if(imported, "q1-other") == {"is": {"variable": "q1", "value": "other_2"}}
    assert questions(imported)["q1_other"]["text"] == "Something else"
    assert questions(imported)["q1_other"]["kind"] == "short_text"


def test_a_comment_is_asked_on_a_page_after_it() -> None:
    imported = one(Asked("Y", "Q0"), Asked("O", "Q1", answers=ANSWERS, relevance='Q0 == "Y"'))
    assert questions(imported)["q1_comment"]["kind"] == "short_text"
    assert asked_if(imported, "q1-comment") == asked_if(imported, "q1") is not None


def test_several_answers_with_bounds_one_that_stands_alone_and_comments() -> None:
    attributes = {"exclude_all_others": "SQ003", "max_answers": "2", "random_order": "1"}
    rows = {**ROWS, "SQ003": "None of them"}
    asked = Asked("P", "Q1", rows=rows, columns={"other": "Y"}, attributes=attributes)
    imported = one(asked)
    question = questions(imported)["q1"]
    assert (question["kind"], question["most"], question["order"]) == (
        "multiple_choice",
        2,
        "q1_order",
    )
    assert codes(imported, "q1") == [*rows, "other"]
    listed = imported.document["code_lists"]["q1"]["codes"]
    assert [code["code"] for code in listed if code.get("exclusive")] == ["SQ003"]
    comment = questions(imported)["q1_sq002_comment"]
    assert comment["ask_if"] == {"is": {"variable": "q1", "value": "SQ002"}}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("F", ["A1", "A2"]),
        ("H", ["A1", "A2"]),
        ("A", ["1", "2", "3", "4", "5"]),
        ("B", [str(n) for n in range(1, 11)]),
        ("C", ["Y", "U", "N"]),
        ("E", ["I", "S", "D"]),
    ],
)
def test_an_array_is_a_grid(kind: str, expected: list[str]) -> None:
    answers = ANSWERS if kind in "FH" else {}
    imported = one(Asked(kind, "Q1", rows=ROWS, answers=answers))
    grid = questions(imported)["q1"]
    assert grid["kind"] == "grid"
    assert [(row["name"], row["text"]) for row in grid["rows"]] == [
        ("q1_sq001", "First"),
        ("q1_sq002", "Second"),
    ]
    assert codes(imported, "q1") == expected
    assert bool(notes(imported, "rows shown as columns")) == (kind == "H")


def test_two_scales_are_two_grids() -> None:
    asked = Asked("1", "Q1", rows=ROWS, answers=ANSWERS, second={"B1": "Low", "B2": "High"})
    asked.attributes = {"dualscale_headerA": "Now", "dualscale_headerB": "Then"}
    imported = one(asked, Asked("T", "Q2", relevance='Q1_SQ002_1 == "B2"'))
    found = questions(imported)
    assert (found["q1_0"]["hint"], found["q1_1"]["hint"]) == ("Now", "Then")
    assert codes(imported, "q1_1") == ["B1", "B2"]
    assert asked_if(imported, "q2") == {"is": {"variable": "q1_sq002_1", "value": "B2"}}


def test_where_every_option_would_stand_alone_none_does() -> None:
    asked = Asked("M", "Q1", rows=ROWS, attributes={"exclude_all_others": "SQ001;SQ002"})
    imported = one(asked)
    listed = imported.document["code_lists"]["q1"]["codes"]
    assert not any("exclusive" in code for code in listed)
    assert notes(imported, "exclude_all_others", "SQ001, SQ002")


def test_a_ranking_keeps_how_many_are_ranked() -> None:
    answers = {**ANSWERS, "A3": "Neither"}
    imported = one(Asked("R", "Q1", answers=answers, attributes={"max_answers": "2"}))
    assert questions(imported)["q1"]["most"] == 2
    assert codes(imported, "q1") == ["A1", "A2", "A3"]
    assert codes(one(Asked("R", "Q1", rows=ROWS)), "q1") == ["SQ001", "SQ002"]


def test_a_text_has_a_heading_and_a_body() -> None:
    found = questions(one(Asked("X", "Q1", "<p>Hello</p><p>One.</p><p>Two.</p>")))["q1"]
    assert (found["kind"], found["text"], found["body"]) == ("statement", "Hello", "One.\n\nTwo.")
    long = "All of this is one paragraph. " * 10
    found = questions(one(Asked("X", "Q1", long)))["q1"]
    assert (found["text"], found["body"]) == ("First group", long.strip())


@pytest.mark.parametrize("kind", ["I", "|", "*", "Z"])
def test_a_type_without_an_equal_is_left_out_and_noted(kind: str) -> None:
    imported = one(Asked(kind, "Q1"), Asked("Y", "Q2"))
    assert "q1" not in questions(imported)
    assert notes(imported, "question Q1 (501)", "left out")


@pytest.mark.parametrize("kind", list("L!OMPRFHABCE1QK;:"))
def test_a_question_without_options_or_rows_is_left_out_and_noted(kind: str) -> None:
    imported = one(Asked(kind, "Q1"), Asked("Y", "Q2"))
    assert "q1" not in questions(imported)
    assert notes(imported, "question Q1 (501)", "without options or rows")


def test_a_filter_offers_and_asks_only_what_was_chosen() -> None:
    rows = {**ROWS, "SQ003": "Third"}
    first = Asked("M", "Q1", rows=ROWS)
    by = {"array_filter": "Q1"}
    imported = one(
        first,
        Asked("F", "Q2", rows=rows, answers=ANSWERS, attributes=by),
        Asked("M", "Q3", rows=rows, attributes={"array_filter_exclude": "Q1"}),
        Asked("Q", "Q4", rows=ROWS, attributes=by),
        Asked("K", "Q5", rows=rows, attributes={"array_filter": "Nothing"}),
    )
    chosen = {"is": {"variable": "q1", "value": "SQ002"}}
    whens = [row.get("ask_if") for row in questions(imported)["q2"]["rows"]]
    assert whens == [{"is": {"variable": "q1", "value": "SQ001"}}, chosen, None]
    options = imported.document["code_lists"]["q3"]["codes"]
    assert options[1]["ask_if"] == {"not": chosen}
    assert questions(imported)["q4_sq002"]["ask_if"] == chosen
    assert asked_if(imported, "q4") == {
        "any_of": {"variable": "q1", "values": ["SQ001", "SQ002"]}
    }, "the heading is not asked alone"
    assert notes(imported, "question Q5", "array_filter", "Nothing")
