"""Saving and coming back on another device; finishing on a computer that others use."""

import pytest

from engage.collect import codes
from tests.journeys.conftest import NewResident
from tests.journeys.resident import SURVEY, Resident

MANNERS = {
    "as shown": lambda code: code,
    "small": lambda code: code.lower(),
    "no spaces": lambda code: code.replace(" ", ""),
    "dashes": lambda code: code.replace(" ", " - "),
    "look-alikes": lambda code: code.replace("0", "O").replace("1", "l"),
    "Urdu digits": lambda code: code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
}


def saved(resident: Resident, page: str = "answering") -> str:
    """The code of a resident who saved at a page."""
    resident.begin().send(tie=["study"])
    assert resident.path == resident.question_path(page)
    resident.send(answering="web", **{"page-then": "save"})
    assert resident.path == resident.survey_path("saved")
    return resident.code()


@pytest.mark.parametrize("manner", MANNERS)
def test_the_code_comes_back_to_the_same_page(new_resident: NewResident, manner: str) -> None:
    here, there = new_resident(), new_resident("ur")
    code = saved(here)
    there.go("/ur/resume").send(code=MANNERS[manner](code))
    assert there.path == f"/ur/{SURVEY}/question/answering"
    assert there.checked("answering") == ["web"]
    assert there.go(f"/ur/{SURVEY}/question/tie").checked("tie") == ["study"]
    # The first device holds it no longer.
    here.go(here.question_path("tie"))
    assert here.path == here.survey_path()
    assert not here.page.select("input[checked]")
    assert here.page.select(".notice")


def test_the_code_stays_the_same_on_one_device_until_another_has_one(
    new_resident: NewResident,
) -> None:
    here, there = new_resident(), new_resident()
    code = saved(here)
    assert here.go(here.survey_path("saved")).code() == code
    there.go("/en/resume").send(code=code)
    newer = there.go(there.survey_path("saved")).code()
    assert newer != code
    here.go("/en/resume").send(code=code)
    assert here.status == 422
    assert here.send(code=newer).path == here.question_path("answering")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter your code"),
        ("4F7K", "all four groups"),
        ("0000 0000 0000 0000", "Check your code"),
    ],
)
def test_a_code_that_leads_nowhere_says_what_to_do(
    resident: Resident, typed: str, said: str
) -> None:
    resident.go("/en/resume").send(code=typed)
    assert resident.status == 422
    assert resident.title.startswith("Error: ")
    assert said in resident.mistakes()[0]
    assert resident.typed("code") == typed
    assert resident.page.select('.summary a[href="#code"]')


def test_a_withdrawal_code_does_not_come_back_nor_a_resume_code_withdraw(
    new_resident: NewResident,
) -> None:
    here, there = new_resident(), new_resident()
    code = saved(here)
    assert there.go("/en/withdraw").send(code=code).status == 422
    here.go(here.question_path("tie")).send()
    here.answer_until("/check")
    here.go(here.survey_path("equality")).send(here.page.select(".deeds form")[0])
    here.submit()
    assert there.go("/en/resume").send(code=here.code()).status == 422
    assert there.send(code=code).status == 422, "what was sent cannot be gone on with"


JOURNEY = ("question/tie", "question/left-out", "saved", "check", "equality", "send", "receipt")


def test_finish_and_clear_leaves_nothing(resident: Resident) -> None:
    resident.begin().send(tie=["study"])
    resident.answer_all()
    assert resident.client.cookies
    resident.send(resident.form("/clear"))
    assert resident.status == 200
    assert resident.response.headers["clear-site-data"] == '"cache"'
    assert not resident.client.cookies
    for rest in JOURNEY:
        resident.go(resident.survey_path(rest))
        assert resident.path == resident.survey_path(), rest
        assert not resident.page.select("input[checked]")
        assert "already" not in resident.page.get_text()
    # The next person begins like the first.
    resident.go(resident.question_path("consent"))
    assert resident.checked("consent") == []


def test_finish_and_clear_on_the_receipt_takes_the_code_away(resident: Resident) -> None:
    resident.begin().answer_all().submit()
    code = resident.code()
    resident.send(resident.form("/clear"))
    assert not resident.client.cookies
    resident.go(resident.survey_path("receipt"))
    assert resident.path == resident.survey_path()
    assert code not in resident.response.text


def test_finish_and_clear_keeps_what_was_saved_with_a_code(new_resident: NewResident) -> None:
    here, there = new_resident(), new_resident()
    code = saved(here)
    here.send(here.form("/clear"))
    there.go("/en/resume").send(code=code)
    assert there.path == there.question_path("answering")


def test_a_second_window_left_open_stores_nothing_after_clearing(resident: Resident) -> None:
    resident.begin()
    second = resident.form()
    resident.go(resident.question_path("tie")).send(resident.form("/clear"))
    resident.send(second, tie=["study"])
    assert resident.path == resident.survey_path()


def test_every_page_of_a_journey_is_kept_by_nobody_and_offers_to_clear(resident: Resident) -> None:
    resident.begin()
    seen = {resident.path}
    resident.go(resident.survey_path("saved"))
    seen |= {resident.path} if offers(resident) else set()
    resident.go(resident.question_path("tie"))
    while not resident.path.endswith("/receipt"):
        assert offers(resident), resident.path
        seen.add(resident.path)
        if resident.path.endswith("/check"):
            resident.go(resident.survey_path("equality"))
        elif resident.path.endswith("/equality"):
            resident.send(resident.page.select(".deeds form")[0])
        elif resident.path.endswith("/send"):
            resident.submit()
        else:
            resident.answer_page()
    assert offers(resident)
    assert {p.rpartition("/")[2] for p in seen} >= {"saved", "check", "equality", "send", "tie"}


def offers(resident: Resident) -> bool:
    kept = resident.response.headers["cache-control"] != "no-store"
    return not kept and bool(resident.page.select('form[action$="/clear"]'))


def test_someone_else_starts_again(resident: Resident) -> None:
    resident.begin().send(tie=["study"])
    resident.go(resident.survey_path())
    onward = str(resident.page.select("main a.button")[0]["href"])
    assert onward == resident.question_path("tie")
    resident.send(resident.form("/again"))
    assert resident.path == resident.question_path("consent")
    assert resident.checked("consent") == []
    resident.send(consent="yes")
    assert resident.checked("tie") == []


def test_codes_are_stored_as_hashes(resident: Resident, server: object) -> None:
    code = saved(resident)
    url = server.database_url  # type: ignore[attr-defined]
    plain = codes.typed(code) or ""
    assert len(plain) == codes.LENGTH
    from engage.store.database import Database
    from engage.store.drafts import draft

    database = Database(url)
    with database.reading() as connection:
        rows = connection.execute(draft.select()).all()
    database.close()
    assert codes.hashed(plain) in {row.code_hash for row in rows}
    assert plain not in str(rows)
    assert code not in str(rows)
