"""Back, reload, double click, two windows, a page left open: nothing is lost, nothing doubled."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from engage.store.database import Connection
from tests.journeys.resident import Resident
from tests.journeys.test_whole_way import stored


def test_back_shows_what_was_answered(resident: Resident) -> None:
    resident.begin().send(tie=["live", "study"])
    back = resident.page.select(".back a")[0]
    resident.go(str(back["href"]))
    assert resident.checked("tie") == ["live", "study"]
    resident.go(str(resident.page.select(".back a")[0]["href"]))
    assert resident.checked("over_16") == ["yes"]
    resident.go(str(resident.page.select(".back a")[0]["href"]))
    assert resident.checked("consent") == ["yes"]


def test_after_going_back_continue_leads_through_the_pages_in_turn(resident: Resident) -> None:
    resident.begin().send(tie=["live"])
    resident.send(answering="web").send(helper="no")
    # The services come in an order of one's own, so that only the first is known to have been left.
    service = resident.path
    assert "/question/know-" in service
    resident.answer_page()
    assert "/question/know-" in resident.path
    assert resident.path != service
    resident.go(resident.question_path("tie"))
    resident.send(tie=["work"])
    assert resident.path == resident.question_path("answering")


def test_a_change_of_a_complete_part_leads_back_to_the_check(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.question_path("tie"))
    resident.send(tie=["study"])
    assert resident.path == resident.survey_path() + "check"


def test_reload_and_double_click_change_nothing(resident: Resident) -> None:
    resident.begin()
    first = resident.post(tie=["work"])
    second = resident.post(tie=["work"])
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    resident.go(resident.question_path("tie"))
    assert resident.checked("tie") == ["work"]


def test_a_double_click_on_the_first_page_begins_once(resident: Resident) -> None:
    resident.go(resident.survey_path())
    resident.go(str(resident.page.select("main a.button")[0]["href"]))
    with ThreadPoolExecutor(4) as several:
        sent = [several.submit(resident.post, None, consent="yes") for _ in range(4)]
    found = [future.result() for future in sent]
    assert {response.status_code for response in found} == {303}
    assert {r.headers["location"] for r in found} == {resident.question_path("over-16")}


def test_two_windows_on_two_pages_both_count(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.question_path("tie"))
    first = resident.form()
    resident.go(resident.question_path("household-size"))
    resident.send(household_size="4")
    # The other window was opened before, and is sent after.
    resident.client.post(
        resident.question_path("tie"), data={**resident.fields(first), "tie": ["study"]}
    )
    resident.go(resident.question_path("tie"))
    assert resident.checked("tie") == ["study"]
    resident.go(resident.question_path("household-size"))
    assert resident.typed("household_size") == "4"


def test_many_windows_at_once_all_count(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    pages = {"tie": ["study"], "devices": ["tv"], "sex": "male", "age-band": "65-74"}
    forms = {page: resident.go(resident.question_path(page)).fields() for page in pages}
    names = {page: page.replace("-", "_") for page in pages}
    known = {
        page: str(resident.go(resident.question_path(page)).page.select("main input[name="
              f"{names[page]}]")[-1]["value"])
        for page in pages
    }  # fmt: skip

    def send(page: str) -> int:
        data = {**forms[page], names[page]: [known[page]]}
        return resident.client.post(resident.question_path(page), data=data).status_code

    with ThreadPoolExecutor(4) as several:
        assert set(several.map(send, pages)) == {303}
    for page in pages:
        resident.go(resident.question_path(page))
        assert resident.checked(names[page]) == [known[page]]


def test_an_overtaken_window_shows_both_and_loses_neither(resident: Resident) -> None:
    resident.begin().send(tie=["live"])
    resident.go(resident.question_path("left-out")).go(resident.question_path("tie"))
    old = resident.form()
    resident.send(tie=["study"])
    resident.go(resident.question_path("tie"))
    resident.send(old, tie=["work"])
    assert resident.status == 422
    assert resident.title.startswith("Error: ")
    assert resident.checked("tie") == ["work"], "what was typed here stands in the form"
    elsewhere = resident.page.select("[data-elsewhere]")[0].get_text(" ", strip=True)
    assert "study" in elsewhere.lower(), "what the other window said is shown beside it"
    other = Resident(resident.client).go(resident.question_path("tie"))
    assert other.checked("tie") == ["study"], "and is still what is stored"
    resident.send()
    resident.go(resident.question_path("tie"))
    assert resident.checked("tie") == ["work"], "continuing keeps what stands in the form"


def test_the_same_answer_from_an_old_window_is_no_problem(resident: Resident) -> None:
    resident.begin()
    old = resident.form()
    resident.send(tie=["study"])
    assert resident.post(old, tie=["study"]).status_code == 303


@pytest.mark.parametrize("token", ["", "expired", "another's"])
def test_without_a_good_token_the_page_comes_back_as_typed(resident: Resident, token: str) -> None:
    resident.begin().go(resident.question_path("tie"))
    resident.send(tie=["work", "study"], csrf=token)
    assert resident.status == 422
    assert resident.title.startswith("Error: ")
    assert resident.mistakes()
    assert resident.checked("tie") == ["work", "study"]
    assert Resident(resident.client).go(resident.question_path("tie")).checked("tie") == []
    resident.send()
    assert resident.status == 200
    assert resident.go(resident.question_path("tie")).checked("tie") == ["work", "study"]


def test_without_a_good_token_consent_comes_back_as_ticked(resident: Resident) -> None:
    resident.go(resident.question_path("consent")).send(consent="yes", csrf="")
    assert resident.status == 422
    assert resident.checked("consent") == ["yes"]
    assert resident.send().path == resident.question_path("over-16")


def test_without_a_good_token_nothing_is_sent_skipped_cleared_or_withdrawn(
    resident: Resident, behind: Connection
) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.survey_path("equality"))
    resident.send(resident.page.select(".deeds form")[0], csrf="")
    assert resident.path.endswith("/equality")
    resident.send(resident.page.select(".deeds form")[0])
    before = stored(behind)
    resident.send(resident.form("/send"), csrf="")
    assert resident.status == 422
    assert stored(behind) == before
    resident.send(resident.form("/clear"), csrf="")
    assert resident.status == 422
    resident.go(resident.survey_path("send")).submit()
    code = resident.code()
    resident.go("/en/withdraw").send(code=code, csrf="")
    assert resident.status == 422
    assert resident.typed("code") == code
    assert stored(behind) == before + 1
    resident.go("/en/resume").send(code=code, csrf="")
    assert resident.status == 422
    assert resident.typed("code") == code


def test_sent_twice_it_is_stored_once_with_one_receipt(
    resident: Resident, behind: Connection
) -> None:
    resident.begin().answer_all()
    before, form = stored(behind), resident.form("/send")
    resident.submit()
    code = resident.code()
    again = Resident(resident.client)
    again.send(form)
    assert again.path.endswith("/receipt")
    assert again.code() == code
    assert again.go(resident.survey_path("receipt")).code() == code
    assert stored(behind) == before + 1


def test_sent_many_times_at_once_it_is_stored_once(resident: Resident, behind: Connection) -> None:
    resident.begin().answer_all()
    before, form = stored(behind), resident.form("/send")
    with ThreadPoolExecutor(6) as several:
        sent = [several.submit(resident.post, form) for _ in range(6)]
    assert {future.result().status_code for future in sent} == {303}
    assert {future.result().headers["location"] for future in sent} == {
        resident.survey_path("receipt")
    }
    assert stored(behind) == before + 1


def test_a_server_that_starts_again_knows_everyone(resident: Resident, server: object) -> None:
    resident.begin().send(tie=["study"])
    form = resident.form()
    server.stop()  # type: ignore[attr-defined]
    server.start()  # type: ignore[attr-defined]
    assert resident.send(form).status == 200
    assert resident.go(resident.question_path("tie")).checked("tie") == ["study"]


def test_skipping_without_a_good_token_says_so_and_skips_nothing(resident: Resident) -> None:
    resident.begin().answer_until("/check")
    resident.go(resident.survey_path() + "equality")
    answer = resident.client.post(resident.survey_path() + "equality", data={"csrf": "old"})
    assert answer.status_code == 422
    assert "This page was open for a long time" in answer.text
    assert (
        resident.client.get(resident.survey_path() + "send")
        .headers["location"]
        .endswith("/equality")
    )
