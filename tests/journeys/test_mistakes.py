"""What cannot be read comes back as it was typed, with words that say what to do."""

import re
from typing import Any

import pytest

from tests.journeys.conftest import NewResident
from tests.journeys.resident import Resident

LONG = "a" * 201
UNREADABLE: list[tuple[str, str, Any, str]] = [
    ("tie", "tie", ["live", "nowhere"], "Choose one of the options"),
    ("barriers", "barriers", ["none", "cost"], "“Nothing makes it hard for me” alone"),
    ("answering", "answering", "pigeon", "Choose one of the options"),
    ("internet-confidence", "internet_confidence", "9", "Choose one of the options"),
    ("household-size", "household_size", "three", "Enter a whole number from 1 to 20"),
    ("household-size", "household_size", "21", "Enter a whole number from 1 to 20"),
    ("household-size", "household_size", "1.5", "Enter a whole number from 1 to 20"),
    ("barriers-other", "barriers_other", LONG, "1 character too long"),
    ("left-out", "left_out", "b" * 2010, "10 characters too long"),
    ("agree", "agree_listens", "perhaps", "Choose one of the options"),
]
IDS = [f"{page}-{number}" for number, (page, *_) in enumerate(UNREADABLE)]


def at_page(resident: Resident, page: str) -> Resident:
    """On a question page, whatever it takes to be asked it."""
    resident.begin()
    if page == "barriers-other":
        resident.go(resident.question_path("barriers")).send(barriers=["other"])
    return resident.go(resident.question_path(page))


@pytest.mark.parametrize(("page", "name", "typed", "said"), UNREADABLE, ids=IDS)
def test_an_unreadable_answer(
    resident: Resident, page: str, name: str, typed: Any, said: str
) -> None:
    at_page(resident, page).send(**{name: typed})
    assert resident.status == 422
    assert resident.title.startswith("Error: ")
    (line,) = resident.page.select(".summary li a")
    assert said in line.get_text()
    target = resident.page.find(id=str(line["href"]).removeprefix("#"))
    assert target is not None
    assert target["name"] == name, "the summary leads to the field"
    beside = resident.page.find(id=f"{name}-mistake")
    assert beside is not None
    assert line.get_text() in beside.get_text()
    assert f"{name}-mistake" in str(resident.page.select_one("[aria-describedby*=-mistake]"))
    if resident.page.select(f"textarea, input[type=text][name={name}]"):
        assert resident.typed(name) == typed
        assert target["aria-invalid"] == "true"
    else:
        options = {str(o["value"]) for o in resident.page.select(f"input[name={name}]")}
        sent = typed if isinstance(typed, list) else [typed]
        assert set(resident.checked(name)) == set(sent) & options
    fresh = Resident(resident.client).go(resident.question_path(page))
    assert fresh.status == 200
    assert not fresh.checked(name), "nothing of it is stored"


def test_consent_is_needed_and_nothing_is_kept_without(resident: Resident) -> None:
    resident.go(resident.question_path("consent")).send()
    assert resident.status == 422
    assert resident.mistakes() == [
        "Tick the box if you agree to take part. Without it we cannot go on."
    ]
    resident.go(resident.question_path("tie"))
    assert resident.path == resident.survey_path()


def test_a_grid_keeps_the_rows_that_were_right(resident: Resident) -> None:
    at_page(resident, "agree")
    first = str(resident.page.select("input[name=agree_for_me]")[0]["value"])
    resident.send(agree_for_me=first, agree_listens="perhaps")
    assert resident.status == 422
    assert resident.checked("agree_for_me") == [first]
    (row,) = resident.page.select("fieldset.mistaken")
    assert row.select("input[name=agree_listens]")


ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.mark.parametrize(("page", "name", "typed", "said"), UNREADABLE, ids=IDS)
def test_the_message_is_in_the_language_of_the_page(
    new_resident: NewResident, page: str, name: str, typed: Any, said: str
) -> None:
    resident = at_page(new_resident("ur"), page)
    resident.send(**{name: typed})
    assert resident.status == 422
    (line,) = resident.mistakes()
    assert ARABIC.search(line)
    assert not re.search(r"[A-Za-z]", line)
    assert not resident.title.startswith("Error: ")
    assert re.match(r"[\u0600-\u06ff]+:? ", resident.title)


def test_numbers_may_be_typed_in_urdu_digits(new_resident: NewResident) -> None:
    resident = at_page(new_resident("ur"), "household-size")
    resident.send(household_size="۱۲")
    assert resident.status == 200
    resident.go(resident.question_path("household-size"))
    assert resident.typed("household_size") == "12"


def test_what_looks_like_markup_is_shown_as_typed(resident: Resident) -> None:
    evil = "<script>alert(1)</script> \"quoted\" & 'more' {{ 7*7 }} </textarea>"
    at_page(resident, "left-out").send(left_out=evil)
    resident.go(resident.question_path("left-out"))
    assert resident.typed("left_out") == evil
    resident.answer_until("/check") if "/question/" in resident.path else None
    resident.go(resident.survey_path("check"))
    assert "<script>alert" not in resident.response.text
