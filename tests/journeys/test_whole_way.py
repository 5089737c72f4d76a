"""The whole way: from the front door to the receipt, and back out again."""

import pytest
import sqlalchemy as sa

from engage.collect import codes
from engage.store import responses, surveys, tallies
from engage.store.database import Connection
from tests.journeys.conftest import NewResident
from tests.journeys.resident import SURVEY, Resident

LANGUAGES = ("en", "en-x-easyread", "pl", "ro", "uk", "ur", "ar", "bn", "zh-Hant")


def stored(behind: Connection) -> int:
    """How many responses the survey has now."""
    behind.rollback()
    found = surveys.find(behind, SURVEY)
    assert found is not None
    return tallies.total(behind, found.id)[0]


def test_the_front_door_offers_each_language_by_its_own_name(resident: Resident) -> None:
    resident.go("/")
    doors = {str(door["lang"]): door for door in resident.page.select(".doors a")}
    assert set(doors) == set(LANGUAGES)
    assert doors["ur"]["dir"] == "rtl"
    assert doors["pl"].get_text() == "Polski"
    for language, door in doors.items():
        resident.go(str(door["href"]))
        html = resident.page.html
        assert html is not None
        assert html["lang"] == language
        assert resident.page.select(f'a[href="/{language}/{SURVEY}/"]')


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_whole_way(new_resident: NewResident, behind: Connection, language: str) -> None:
    before = stored(behind)
    resident = new_resident(language)
    resident.begin()
    pages = resident.answer_until("/check")
    assert pages[:2] == ["tie", "answering"]
    assert len(pages) >= 18
    assert stored(behind) == before
    resident.go(resident.survey_path("equality"))
    resident.go(str(resident.page.select("main .deeds a.button")[0]["href"]))
    assert resident.answer_until("/send")[0] == "sex"
    resident.submit()
    assert resident.path.endswith("/receipt")
    assert codes.typed(resident.code()) is not None
    assert stored(behind) == before + 1
    # The draft is gone with the sending: nothing of it can be opened.
    resident.go(resident.question_path("tie"))
    assert resident.path == resident.survey_path()
    assert not resident.page.select("input[checked]")


def test_all_left_empty_but_consent(resident: Resident, behind: Connection) -> None:
    before = stored(behind)
    resident.begin()
    while not resident.path.endswith("/check"):
        resident.send()
    assert "Left empty" in resident.page.get_text()
    resident.go(resident.survey_path("equality"))
    resident.send(resident.page.select(".deeds form")[0])
    assert resident.path.endswith("/send")
    resident.submit()
    assert resident.path.endswith("/receipt")
    assert stored(behind) == before + 1


def test_an_answer_is_changed_from_the_check(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    links = [str(a["href"]) for a in resident.page.select(".review .change a")]
    assert resident.question_path("household-size") in links
    resident.go(resident.question_path("household-size")).send(household_size="7")
    assert resident.path.endswith("/check")
    assert "7 people" in [p.get_text() for p in resident.page.select(".review dd p")]


def test_a_changed_answer_opens_what_it_asks_for(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.question_path("barriers")).send(barriers=["other", "cost"])
    assert resident.path == resident.question_path("barriers-other")
    resident.send(barriers_other="Too far")
    assert resident.path.endswith("/check")
    resident.go(resident.question_path("barriers")).send(barriers=["none"])
    assert resident.path.endswith("/check")
    assert "Too far" not in resident.page.get_text()


def test_the_language_changes_on_every_page_and_nothing_else_does(resident: Resident) -> None:
    resident.begin()
    pages = 0
    while True:
        here = resident.path.split("/", 2)[2]
        answers = resident.fields() if resident.page.select("form.answers") else {}
        for language in ("ur", "pl", "en"):
            (link,) = resident.page.select(f'.languages a[hreflang="{language}"]')
            resident.go(str(link["href"]))
            assert resident.path == f"/{language}/{here}"
            html = resident.page.html
            assert html is not None
            assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ur" else "ltr")
        if answers:
            now = resident.fields()
            assert {k: v for k, v in now.items() if k != "csrf"} == {
                k: v for k, v in answers.items() if k != "csrf"
            }
        pages += 1
        if here.endswith("receipt"):
            break
        if here.endswith("check"):
            resident.go(resident.survey_path("equality"))
        elif here.endswith("equality"):
            resident.send(resident.page.select(".deeds form")[0])
        elif here.endswith("send"):
            resident.submit()
        else:
            resident.answer_page()
    assert pages > 20


def test_answers_stay_when_the_language_changes_half_way(resident: Resident) -> None:
    resident.begin().send(tie=["live", "work"])
    resident.go(f"/ur/{SURVEY}/question/tie")
    assert resident.checked("tie") == ["live", "work"]
    # With a script, what is chosen and not yet continued from goes along.
    resident.send(tie=["study"], **{"page-then": "stay"})
    assert resident.path == f"/ur/{SURVEY}/question/tie"
    assert resident.checked("tie") == ["study"]


def test_equality_questions_can_be_answered_in_part_then_skipped(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.question_path("sex")).send(sex="female")
    resident.go(resident.survey_path("equality"))
    resident.send(resident.page.select(".deeds form")[0])
    assert resident.path.endswith("/send")
    assert "Female" in resident.page.get_text()


def test_nobody_sends_before_having_seen_every_page(resident: Resident) -> None:
    resident.begin()
    for ending in ("check", "equality", "send"):
        resident.go(resident.survey_path(ending))
        assert resident.path == resident.question_path("tie")


def test_sending_stores_mode_channel_and_language(
    new_resident: NewResident, behind: Connection
) -> None:
    resident = new_resident("pl")
    resident.begin(f"/pl/{SURVEY}/?channel=library-bletchley")
    resident.send(tie=["live"]).send(answering="assisted").answer_all().submit()
    behind.rollback()
    mine = responses.response.c.channel == "library-bletchley"
    columns = (responses.response.c.mode, responses.response.c.language, responses.response.c.id)
    (row,) = behind.execute(sa.select(*columns).where(mine)).all()
    assert tuple(row[:2]) == ("assisted", "pl")
    derived = sa.select(responses.answer.c.variable).where(responses.answer.c.response_id == row[2])
    names = set(behind.execute(derived).scalars())
    assert {"tie", "left_out", "sex", "disability", "ethnic_five", "used_any"} <= names
    assert "difference" not in names


def test_a_resident_withdraws(resident: Resident, behind: Connection) -> None:
    resident.begin().answer_all().submit()
    code, before = resident.code(), stored(behind)
    resident.go("/en/withdraw").send(code="not a code")
    assert resident.status == 422
    assert resident.title.startswith("Error: ")
    assert resident.typed("code") == "not a code"
    resident.send(code="0000 0000 0000 0000")
    assert resident.status == 422
    assert stored(behind) == before
    resident.send(code=f"  {code.lower().replace(' ', '-').replace('0', 'o')} ")
    assert resident.status == 200
    assert stored(behind) == before - 1
    resident.go("/en/withdraw").send(code=code)
    assert resident.status == 422, "a second time there is nothing left"
