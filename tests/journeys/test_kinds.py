"""Each kind of question over HTTP: what is typed, what is asked again, and what is read back."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.resident import Resident
from tests.support.every_kind import QUESTIONS, SURVEY
from tests.support.serving import Server

ANSWERS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "visits": ({"visits": "less"}, ["Less often"]),
    "speaks": ({"speaks": "tr"}, ["Türkçe"]),
    "ways": ({"ways": ["walk", "bus"]}, ["Bus", "On foot"]),
    "distance": ({"distance": "1 234,5"}, ["1,234.5 metres"]),
    "safe": ({"safe": "1"}, ["1: Not safe at all"]),
    "easy": ({"easy_bus": "weekly", "easy_bike": "prefer_not"},
             ["Every week", "Prefer not to say"]),
    "wishes": ({"wishes-place-art": "3", "wishes-place-trees": "1"},
               ["1. More trees", "2. Art"]),
    "best": ({"best": "  the   cake "}, ["the cake"]),
    "story": ({"story": "One.\r\nTwo."}, ["One.\nTwo."]),
    "day": ({"day-day": "17", "day-month": "05", "day-year": "2026"}, ["17 May 2026"]),
    "moved": ({"moved-month": "۱۲", "moved-year": "1999"}, ["December 1999"]),
    "ward": ({"ward-postcode": "mk125nn"}, ["Wolverton"]),
    "spot": ({"spot": "By the lake"}, ["By the lake"]),
    "look": ({"look": "Nobody"}, ["Nobody"]),
    "seen": ({"seen": "park"}, ["The park"]),
}  # fmt: skip


class Visitor(Resident):
    """A resident of the survey with every kind of question."""

    def survey_path(self, rest: str = "") -> str:
        return f"/{self.language}/{SURVEY}/{rest}"

    def filled(self) -> dict[str, list[str]]:
        """The fields that something stands in, but for the form's token."""
        fields = self.fields().items()
        return {name: values for name, values in fields if values != [""] and name != "csrf"}

    def lines(self) -> dict[str, list[str]]:
        """What the check page shows, by the name of the page that it was asked on."""
        found: dict[str, list[str]] = {}
        for line in self.page.select(".lines > div"):
            change = line.select_one("a")
            assert change is not None
            name = str(change["href"]).rpartition("/")[2]
            found.setdefault(name, []).extend(p.get_text() for p in line.select("dd p"))
        return found


@pytest.fixture
def visitor(every_kind: Server) -> Iterator[Visitor]:
    with every_kind.client() as client:
        yield Visitor(client).begin()  # type: ignore[misc]


def answer_all(visitor: Visitor) -> Visitor:
    """Every page answered, in the order of the document."""
    for question in QUESTIONS:
        name = question["name"]
        assert visitor.path == visitor.question_path(name)
        visitor.send(**ANSWERS.get(name, ({}, []))[0])
        assert visitor.status == 200, visitor.mistakes()
    return visitor


def test_every_answer_is_read_back_in_words(visitor: Visitor) -> None:
    answer_all(visitor)
    assert visitor.path == visitor.survey_path("check")
    assert visitor.lines() == {name: said for name, (_, said) in ANSWERS.items()}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_was_answered_stands_in_the_fields_again(visitor: Visitor, name: str) -> None:
    visitor.go(visitor.question_path(name)).send(**ANSWERS[name][0])
    visitor.go(visitor.question_path(name))
    kept = visitor.filled()
    assert any(field.startswith(name) for field in kept)
    visitor.send()
    assert visitor.status == 200
    visitor.go(visitor.question_path(name))
    assert visitor.filled() == kept
    assert "MK12" not in visitor.response.text.upper(), "of a postcode only the area is kept"


MISREAD: list[tuple[str, dict[str, Any], str, str]] = [
    ("visits", {"visits": "pigeon"}, "visits", "Choose one of the options"),
    ("speaks", {"speaks": "xx"}, "speaks", "Choose one of the options"),
    ("speaks", {"speaks": ["pl", "prefer_not"]}, "speaks",
     "Choose “Prefer not to say” or give an answer, not both"),
    ("ways", {"ways": ["bus", "none"]}, "ways", "“None of these” alone"),
    ("ways", {"ways": ["bus", "car", "bike"]}, "ways", "no more than 2 options"),
    ("distance", {"distance": "far"}, "distance", "Enter a number from 0 to 5,000"),
    ("distance", {"distance": "1.25"}, "distance", "at most 1 digit after the point"),
    ("distance", {"distance": "3", "distance-missing": "dont_know"}, "distance",
     "Choose “I do not know” or give an answer, not both"),
    ("distance", {"distance-missing": ["dont_know", "prefer_not"]}, "distance",
     "Choose one of the options"),
    ("safe", {"safe": "6"}, "safe", "Choose one of the options"),
    ("easy", {"easy_bike": "daily"}, "easy_bike", "Choose one of the options"),
    ("wishes", {"wishes-place-seats": "2", "wishes-place-art": "2"}, "wishes-place-seats",
     "another place for “More seats” or “Art”. Both have place 2."),
    ("wishes", {"wishes-place-art": "4"}, "wishes-place-art", "Choose a place from 1 to 3"),
    ("best", {"best": "x" * 41}, "best", "1 character too long"),
    ("story", {"story": "x" * 202}, "story", "2 characters too long"),
    ("day", {"day-day": "17"}, "day-month", "Enter the whole date: day, month and year"),
    ("day", {"day-day": "17", "day-year": "2026"}, "day-month", "Enter the month as well"),
    ("day", {"day-day": "31", "day-month": "4", "day-year": "2026"}, "day-day",
     "Enter the day as a number from 1 to 30"),
    ("day", {"day-day": "1", "day-month": "13", "day-year": "2026"}, "day-month",
     "Enter the month as a number from 1 to 12"),
    ("day", {"day-day": "1", "day-month": "3", "day-year": "26"}, "day-year",
     "Enter the year with all four digits"),
    ("day", {"day-day": "one", "day-month": "May", "day-year": "2026"}, "day-day",
     "Enter the date in figures"),
    ("day", {"day-day": "1", "day-month": "12", "day-year": "2026"}, "day-day",
     "Enter a date from 1 January 2000 to 30 November 2026"),
    ("moved", {"moved-year": "1999"}, "moved-month", "Enter the month as well"),
    ("moved", {"moved-month": "1", "moved-year": "1966"}, "moved-month",
     "Enter a month from January 1967 to November 2026"),
    ("ward", {"ward": "atlantis"}, "ward", "Choose one of the options"),
    ("ward", {"ward-postcode": "MK12"}, "ward-postcode", "Enter a whole postcode"),
    ("ward", {"ward-postcode": "MK99 9ZZ"}, "ward-postcode", "Check the postcode"),
    ("spot", {"spot": "x" * 61}, "spot", "1 character too long"),
    ("look", {"look": "x" * 101}, "look", "1 character too long"),
    ("seen", {"seen": "lake"}, "seen", "Choose one of the options"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "target", "said"), MISREAD)
def test_what_cannot_be_read_is_asked_again_as_it_was_typed(
    visitor: Visitor, name: str, typed: dict[str, Any], target: str, said: str
) -> None:
    visitor.go(visitor.question_path(name)).send(**typed)
    assert visitor.status == 422
    (line,) = visitor.page.select(".summary li a")
    assert said in line.get_text()
    assert line["href"] == f"#{target}"
    field = visitor.page.find(id=target)
    assert field is not None
    assert field.name in ("input", "select", "textarea")
    (beside,) = visitor.page.select("p.mistake")
    assert line.get_text() in beside.get_text()
    assert visitor.page.select(f'[aria-describedby~="{beside["id"]}"]')
    again = visitor.fields()
    for field_name, value in typed.items():
        if visitor.page.select(f'input[type=text][name="{field_name}"], textarea'):
            assert again[field_name] == [value]
    visitor.go(visitor.question_path(name))
    left = [value for values in visitor.fields().values() for value in values]
    assert not set(left) & {value for value in typed.values() if isinstance(value, str)}


def test_a_question_may_be_left_open_in_declared_ways(visitor: Visitor) -> None:
    said = {}
    for question in QUESTIONS:
        name, missing = question["name"], question.get("missing")
        if not missing:
            visitor.send()
            continue
        field = name if question["kind"] == "scale" else f"{name}-missing"
        said[name] = [missing[-1]["label"]]
        visitor.send(**{field: missing[-1]["code"]})
        assert visitor.status == 200
        visitor.go(visitor.question_path(name))
        assert visitor.checked(field) == [missing[-1]["code"]]
        visitor.send()
    assert visitor.path == visitor.survey_path("check")
    assert {name: line for name, line in visitor.lines().items() if name in said} == said


def test_a_date_is_asked_for_with_an_example(visitor: Visitor) -> None:
    visitor.go(visitor.question_path("day"))
    assert "For example: 17 5 2026" in visitor.page.get_text()
    labels = [label.get_text() for label in visitor.page.select(".parts label")]
    assert labels == ["Day", "Month", "Year"]


def test_pictures_have_words(visitor: Visitor) -> None:
    visitor.go(visitor.question_path("look"))
    (image,) = visitor.page.select("main figure img")
    assert image["alt"] == "A paved square with a tall house"
    assert (image["width"], image["height"]) == ("640", "400")
    assert len(visitor.page.select("main figure details p")) == 2
    visitor.go(visitor.question_path("seen"))
    alts = [image["alt"] for image in visitor.page.select("label.choice img")]
    assert alts == ["A green park with three round trees", "A paved square with a tall house"]
    for image in visitor.page.select("main img"):
        answer = visitor.client.get(str(image["src"]))
        assert answer.headers["content-type"].startswith("image/svg+xml")


def test_what_is_exported_can_be_taken_in_again(
    visitor: Visitor, every_kind: Server, tmp_path: Path
) -> None:
    answer_all(visitor).go(visitor.survey_path("check")).submit()
    first = cells(every_kind.engage("responses", "export", SURVEY))
    file = tmp_path / "responses.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(first[-1]))
        writer.writeheader()
        writer.writerow(first[-1])
    every_kind.engage("responses", "import", SURVEY, file)
    second = cells(every_kind.engage("responses", "export", SURVEY))
    assert len(second) == len(first) + 1
    assert {name for line in second for name in line} >= {"wishes", "day", "ward"}
    assert second.count(first[-1]) == first.count(first[-1]) + 1
    assert first[-1]["wishes"] == "trees;art"
    assert (first[-1]["day"], first[-1]["moved"]) == ("2026-05-17", "1999-12")
    assert first[-1]["ward"] == "wolverton"


def cells(export: str) -> list[dict[str, str]]:
    """The answers of an export, without what tells one response from another."""
    about = ("response", "version", "channel")
    lines = csv.DictReader(io.StringIO(export, newline=""))
    return [{name: cell for name, cell in line.items() if name not in about} for line in lines]
