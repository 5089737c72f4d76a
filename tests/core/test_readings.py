"""What residents type, one kind at a time: what is understood, and what is asked for instead."""

import json
from typing import Any

import pytest

from engage.questionnaire import document
from engage.questionnaire.kinds.number import western
from tests.core.small import small

SMALL = document.read(json.dumps(small()))


def read(variable: str, *typed: str) -> Any:
    """The value, or the code of the problem after an exclamation mark."""
    question = SMALL.questions[variable]
    reading = question.read({variable: list(typed)}, SMALL.code_lists)
    found = [problem for problem in reading.problems if problem.place == variable]
    return f"!{found[0].code}" if found else reading.values[variable]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("  7 ", 7.0),
        ("۱۲٫۵", 12.5),
        ("١٢٫٥", 12.5),
        ("۱۲,۵", 12.5),
        ("১২.৫", 12.5),
        ("１２", 12.0),
        ("+3", 3.0),
        ("12.50", 12.5),
        ("0", 0.0),
        ("50", 50.0),
        ("", None),
        ("   ", None),
        ("\u200f", "!not_a_number"),
        ("50.1", "!out_of_range"),
        ("-1", "!out_of_range"),
        ("−1", "!out_of_range"),
        ("12.55", "!too_many_decimals"),
        ("twelve", "!not_a_number"),
        ("1,2,3", "!not_a_number"),
        ("1.2.3", "!not_a_number"),
        ("1e1", "!not_a_number"),
        ("0x1F", "!not_a_number"),
        ("NaN", "!not_a_number"),
        ("½", "!not_a_number"),
        ("²", "!not_a_number"),
        ("9" * 400, "!not_a_number"),
    ],
)
def test_a_number_in_any_script(typed: str, meant: Any) -> None:
    assert read("distance", typed) == meant


def test_spaces_between_thousands_go() -> None:
    assert western("1 234") == western("1\u00a0234") == western("1\u202f234") == "1234"


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ([], None),
        ([""], None),
        (["bike", "bus"], ["bus", "bike"]),
        (["bus", "bus"], ["bus"]),
        (["none"], ["none"]),
        (["none", "bus"], "!exclusive_with_others"),
        (["prefer_not", "none"], "!exclusive_with_others"),
        (["bus", "bike", "walk"], "!too_many"),
        (["car"], "!not_an_option"),
        (["bus", "car"], "!not_an_option"),
    ],
)
def test_several_choices(sent: list[str], meant: Any) -> None:
    assert read("ways", *sent) == meant


@pytest.mark.parametrize(
    ("variable", "sent", "meant"),
    [
        ("consent", ["yes"], "yes"),
        ("consent", [], "!consent_needed"),
        ("consent", ["no"], "!consent_needed"),
        ("sex", ["female"], "female"),
        ("sex", ["prefer_not"], "prefer_not"),
        ("sex", [], None),
        ("sex", ["Female"], "!not_an_option"),
        ("sex", ["female", "male"], "!not_an_option"),
        ("content", ["3"], 3),
        ("content", ["prefer_not"], "prefer_not"),
        ("content", ["6"], "!not_an_option"),
        ("content", ["٣"], "!not_an_option"),
        ("often_bus", ["no"], "no"),
        ("often_bus", ["maybe"], "!not_an_option"),
        ("place", ["  at \t home "], "at home"),
        ("place", ["two\nlines"], "two lines"),
        ("place", ["x" * 21], "!too_long"),
        ("place", ["  "], None),
        ("story", ["one\r\ntwo"], "one\ntwo"),
        ("story", ["a\0b\ud800"], "ab"),
        ("story", ["می\u200cخواهم"], "می\u200cخواهم"),
        ("story", ["x" * 100], "x" * 100),
        ("story", ["\r\n" * 99 + "x"], "x"),
        ("story", ["x" * 101], "!too_long"),
    ],
)
def test_one_answer(variable: str, sent: list[str], meant: Any) -> None:
    assert read(variable, *sent) == meant


def test_a_number_that_must_be_whole() -> None:
    plain = small()
    plain["sections"][2]["pages"][0]["questions"][1]["decimals"] = 0
    question = document.read(json.dumps(plain)).questions["distance"]
    assert question.read({"distance": ["5.0"]}, {}).values == {"distance": 5}
    (problem,) = question.read({"distance": ["5.5"]}, {}).problems
    assert problem.code == "not_a_number"
    assert dict(problem.parameters) == {"least": 0, "most": 50, "decimals": 0}
