"""Numbers, words and dates of LimeSurvey, alone and several on one page."""

from typing import Any

import pytest

from engage.questionnaire.conditions import Seen
from tests.core.limesurvey import Asked, notes, one, pages, questions, taken

ROWS = {"SQ001": "First", "SQ002": "Second"}


def test_a_number_has_its_range_and_its_unit() -> None:
    attributes = {"min_num_value_n": "0", "max_num_value_n": "12.5", "suffix": "km"}
    found = questions(one(Asked("N", "Q1", attributes=attributes)))["q1"]
    assert (found["least"], found["most"], found["decimals"]) == (0, 12.5, 2)
    assert found["unit"] == "km"
    whole = questions(one(Asked("N", "Q1", attributes={"num_value_int_only": "1"})))["q1"]
    assert "decimals" not in whole
    assert (whole["least"], whole["most"]) == (-(10**9), 10**9)


def test_a_bound_that_is_worked_out_is_noted() -> None:
    imported = one(Asked("N", "Q1"), Asked("N", "Q2", attributes={"max_num_value_n": "{Q1}"}))
    assert notes(imported, "question Q2", "max_num_value_n", "{Q1}")
    swapped = {"min_num_value_n": "9", "max_num_value_n": "1"}
    assert notes(one(Asked("N", "Q1", attributes=swapped)), "from 9 to 1")


def test_words_have_their_limits() -> None:
    imported = one(
        Asked("S", "Q1", attributes={"maximum_chars": "80"}),
        Asked("S", "Q2", attributes={"maximum_chars": "9000"}),
        Asked("T", "Q3"),
        Asked("U", "Q4"),
        Asked("S", "Q5", attributes={"numbers_only": "1"}),
    )
    found = questions(imported)
    assert [found[f"q{n}"]["kind"] for n in range(1, 6)] == [
        *("short_text", "short_text", "long_text", "long_text", "number")
    ]
    assert [found[f"q{n}"].get("limit") for n in range(1, 5)] == [80, 500, None, 5000]
    assert notes(imported, "question Q2", "9000")


def test_several_fields_stand_on_one_page_under_the_text() -> None:
    imported = one(Asked("Q", "Q1", rows=ROWS), Asked("K", "Q2", rows=ROWS))
    for page, kind in (("q1", "short_text"), ("q2", "number")):
        kinds = [question["kind"] for question in pages(imported)[page]["questions"]]
        assert kinds == ["statement", kind, kind]


def test_fields_in_random_order_leave_their_heading_where_it_is() -> None:
    imported = one(Asked("Q", "Q1", rows=ROWS, attributes={"random_order": "1"}))
    assert [q["kind"] for q in pages(imported)["q1"]["questions"]] == ["statement"]
    assert pages(imported)["q1-fields"]["order"] == "q1_order"


@pytest.mark.parametrize(
    ("attribute", "warned"),
    [
        ("min_num_value", {(10, 20), (None, 30)}),
        ("max_num_value", {(60, 70), (None, 101)}),
        ("equals_num_value", {(10, 20), (60, 70), (None, 30), (None, 101)}),
    ],
)
def test_a_bound_on_a_sum_is_a_check_that_does_not_ask_for_answers(
    attribute: str, warned: set[Any]
) -> None:
    imported = one(Asked("K", "Q1", rows=ROWS, attributes={attribute: "100"}))
    (check,) = taken(imported).checks
    for pair in ((10, 20), (60, 70), (40, 60), (None, None), (None, 30), (None, 101)):
        seen = Seen(dict(zip(("q1_sq001", "q1_sq002"), pair, strict=True)))
        assert bool(check.condition.holds(seen)) == (pair in warned), pair


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("min_num_value", "0"), ("max_num_value", "20"), ("max_num_value", "900")],
)
def test_a_bound_on_a_sum_that_no_answers_go_against_is_left_out(
    attribute: str, value: str
) -> None:
    attributes = {attribute: value, "min_num_value_n": "0", "max_num_value_n": "10"}
    imported = one(Asked("K", "Q1", rows=ROWS, attributes=attributes))
    assert "checks" not in imported.document
    assert notes(imported, attribute, "no answers could go against it")


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("", "date"),
        ("dd.mm.yyyy", "date"),
        ("mm/yyyy", "month"),
        ("yyyy", "number"),
        ("HH:MM", "short_text"),
        ("yyyy-mm-dd HH:MM", "date"),
    ],
)
def test_a_date_has_the_parts_that_were_asked_for(form: str, kind: str) -> None:
    imported = one(Asked("D", "Q1", attributes={"date_format": form}))
    assert questions(imported)["q1"]["kind"] == kind
    assert bool(notes(imported, "date_format")) == (kind not in ("date", "month") or "HH" in form)


def test_bounds_of_dates_that_are_days_are_taken() -> None:
    attributes = {"date_min": "2020-02-01", "date_max": "2021"}
    found = questions(one(Asked("D", "Q1", attributes=attributes)))["q1"]
    assert (found["earliest"], found["latest"]) == ("2020-02-01", "2021-12-31")
    imported = one(Asked("D", "Q1", attributes={"date_min": "-1 year", "date_max": "2020-02-31"}))
    assert len(notes(imported, "only a day itself")) == 2
