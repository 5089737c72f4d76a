"""What is typed in several fields: dates, rankings, areas, and boxes beside an answer."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from engage.questionnaire.codes import CodeList
from engage.questionnaire.kinds import AnyKind, Area, Question
from engage.questionnaire.kinds.area import postcode

ANY: TypeAdapter[Question] = TypeAdapter(AnyKind)
LISTS = {
    name: CodeList.model_validate({"codes": [{"code": c, "label": c} for c in codes.split()]})
    for name, codes in {"ward": "olney wolverton", "wishes": "seats trees light"}.items()
}
MISSING = [{"code": "dont_know", "label": "?"}, {"code": "prefer_not", "label": "-"}]


def asked(kind: str, **fields: Any) -> Question:
    """A question "q" of a kind."""
    whole = {"kind": kind, "name": "q", "text": "?", **fields}
    return ANY.validate_json(json.dumps(whole))


DAY = asked("date", earliest="2000-02-29", latest="2026-11-30", missing=MISSING)
MONTH = asked("month", earliest="1967-01", latest="2026-11")
WISHES = asked("ranking", code_list="wishes", most=2, missing=MISSING)
PLACE = asked("place", limit=10, missing=MISSING)
WARD = asked("area", code_list="ward", postcode=True)


def meant(question: Question, **typed: Any) -> Any:
    """The value, or the code and the parameters of the problem."""
    posted = {
        f"q{field.replace('_', '-')}": [text] if isinstance(text, str) else text
        for field, text in typed.items()
    }
    reading = question.read(posted, LISTS)
    if reading.problems:
        return reading.problems[0].code, dict(reading.problems[0].parameters)
    return reading.values["q"]


OUT = ("date_out_of_range", {"earliest": "2000-02-29", "latest": "2026-11-30"})


@pytest.mark.parametrize(
    ("day", "month", "year", "value"),
    [
        ("17", "5", "2026", "2026-05-17"),
        (" 07", "05 ", "2026", "2026-05-07"),
        ("۱۷", "۵", "۲۰۲۶", "2026-05-17"),
        ("29", "2", "2000", "2000-02-29"),
        ("28", "2", "2000", OUT),
        ("1", "12", "2026", OUT),
        ("", "", "", None),
        ("17", "", "", ("date_incomplete", {"parts": ("month", "year")})),
        ("", "5", "2026", ("date_incomplete", {"parts": ("day",)})),
        ("29", "2", "2026", ("not_a_date", {"parts": ("day",), "days": 28})),
        ("31", "6", "2026", ("not_a_date", {"parts": ("day",), "days": 30})),
        ("0", "6", "2026", ("not_a_date", {"parts": ("day",), "days": 30})),
        ("17", "13", "2026", ("not_a_date", {"parts": ("month",), "days": 31})),
        ("17", "5", "26", ("not_a_date", {"parts": ("year",), "days": 31})),
        ("17", "5", "0026", ("not_a_date", {"parts": ("year",), "days": 31})),
        ("17", "May", "2026", ("not_a_date", {"parts": ("month",), "days": 31})),
        ("²", "-5", "1e3", ("not_a_date", {"parts": ("day", "month", "year"), "days": 31})),
        ("17", "5", "20260", ("not_a_date", {"parts": ("year",), "days": 31})),
    ],
)
def test_a_day_in_parts(day: str, month: str, year: str, value: Any) -> None:
    assert meant(DAY, _day=day, _month=month, _year=year) == value


@pytest.mark.parametrize(
    ("month", "year", "value"),
    [
        ("5", "1999", "1999-05"),
        ("1", "1967", "1967-01"),
        ("12", "1966", ("date_out_of_range", {"earliest": "1967-01", "latest": "2026-11"})),
        ("5", "", ("date_incomplete", {"parts": ("year",)})),
        ("0", "1999", ("not_a_date", {"parts": ("month",), "days": 31})),
    ],
)
def test_a_month_in_parts(month: str, year: str, value: Any) -> None:
    assert meant(MONTH, _month=month, _year=year) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ({}, None),
        ({"_place_seats": "2", "_place_light": "1"}, ["light", "seats"]),
        ({"_place_trees": "۲"}, ["trees"]),
        ({"_place_trees": "3"}, ("not_a_place", {"code": "trees", "most": 2})),
        ({"_place_trees": "first"}, ("not_a_place", {"code": "trees", "most": 2})),
        ({"_place_trees": ["1", "2"]}, ("not_a_place", {"code": "trees", "most": 2})),
        (
            {"_place_seats": "1", "_place_light": "1"},
            ("place_twice", {"place": 1, "code": "light", "other": "seats"}),
        ),
        ({"_place_cars": "1"}, ("not_an_option", {})),
        ({"_missing": "dont_know"}, ["dont_know"]),
        ({"_missing": "bored"}, ("not_an_option", {})),
        (
            {"_missing": "dont_know", "_place_seats": "1"},
            ("answer_and_missing", {"code": "dont_know"}),
        ),
    ],
)
def test_a_ranking(typed: dict[str, Any], value: Any) -> None:
    assert meant(WISHES, **typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ({"": " The  old\tlake"}, ("too_long", {"limit": 10, "over": 2})),
        ({"": " A\t new lake "}, "A new lake"),
        ({"": "dont_know"}, "dont_know"),
        ({"_missing": "dont_know"}, ["dont_know"]),
        ({"": " ", "_missing": "dont_know"}, ["dont_know"]),
        ({"": "x", "_missing": "dont_know"}, ("answer_and_missing", {"code": "dont_know"})),
        ({"_missing": ["dont_know", "prefer_not"]}, ("not_an_option", {})),
        ({"": "x" * 12}, ("too_long", {"limit": 10, "over": 2})),
    ],
)
def test_a_place_and_a_box_beside_it(typed: dict[str, Any], value: Any) -> None:
    assert meant(PLACE, **typed) == value


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("mk125nn", "MK12 5NN"),
        (" MK12  5NN.", "MK12 5NN"),
        ("m1 1ae", "M1 1AE"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("MK12", None),
        ("MK12 5N", None),
        ("12 The Street", None),
        ("", None),
    ],
)
def test_a_postcode(typed: str, whole: str | None) -> None:
    assert postcode(typed) == whole


def test_a_postcode_becomes_an_area_and_is_gone() -> None:
    assert isinstance(WARD, Area)
    known = {"MK12 5NN": "wolverton"}
    # An earlier choice may still stand in the list: what was typed counts.
    typed = {"q": ["olney"], "q-postcode": ["mk12 5nn"], "other": ["1"]}
    located = WARD.located(typed, known.get)
    assert located == {"q": ["wolverton"], "q-postcode": [], "other": ["1"]}
    assert WARD.read(located, LISTS).values == {"q": "wolverton"}
    for nowhere in ("MK12", "MK99 9ZZ"):
        posted = {"q": ["olney"], "q-postcode": [nowhere]}
        assert WARD.located(posted, known.get) == posted
    assert meant(WARD, _postcode="MK12") == ("not_a_postcode", {})
    assert meant(WARD, _postcode="MK99 9ZZ") == ("postcode_unknown", {})
    assert meant(WARD, **{"": "olney", "_postcode": " "}) == "olney"


@pytest.mark.parametrize(
    ("question", "cell", "value"),
    [
        (DAY, "2026-05-17", "2026-05-17"),
        (DAY, "17/05/2026", "!date_incomplete"),
        (DAY, "2026-05", "!date_incomplete"),
        (MONTH, "2026-05-17", "!date_incomplete"),
        (WISHES, "light; seats", ["light", "seats"]),
        (WISHES, "light;light", "!not_a_place"),
        (WISHES, "light;cars", "!not_an_option"),
        (WISHES, "prefer_not", ["prefer_not"]),
    ],
)
def test_a_cell_of_a_file(question: Question, cell: str, value: Any) -> None:
    reading = question.read(question.from_cell("q", cell), LISTS)
    found = [f"!{problem.code}" for problem in reading.problems]
    assert (found or [reading.values.get("q")]) == [value]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "number", "least": 0, "most": 9, "missing": [{"code": "99", "label": "-"}]},
        {"kind": "date", "earliest": "2026-01-02", "latest": "2026-01-01"},
        {"kind": "date", "earliest": "2026-02-30"},
        {"kind": "month", "latest": "2026-13"},
        {"kind": "ranking", "code_list": "wishes", "most": 0},
        {"kind": "picture", "pictures": []},
        {"kind": "picture", "pictures": ["a"], "code_list": "wishes", "missing": MISSING},
    ],
)
def test_what_no_question_can_be(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        asked(**fields)
