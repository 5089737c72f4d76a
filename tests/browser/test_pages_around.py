"""Pages beside the way: about, codes, clearing, what is not there; and a computer left clear."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seeing import check_reflow, check_targets
from tests.browser.walking import SURVEY, begin, press, take_over
from tests.journeys.resident import Resident
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import PHONE, NewPage
from tests.support.serving import Server

PATHS = (
    "about/privacy", "about/cookies", "about/help", "about/accessibility", "resume", "withdraw",
    "clear", "nowhere/at/all", f"{SURVEY}/", f"{SURVEY}/?lost=1",
)  # fmt: skip


PERSONAL = "main input:checked, .review, .code"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_pages_beside_the_way(
    page: Page, server: Server, axe: CheckAccessibility, language: str
) -> None:
    for path in PATHS:
        page.goto(f"{server.url}/{language}/{path}")
        axe(page)
        check_targets(page)
        check_reflow(page)


def test_pages_that_depend_on_what_was_done(
    page: Page, server: Server, axe: CheckAccessibility
) -> None:
    def check() -> None:
        axe(page)
        check_targets(page)
        check_reflow(page)

    begin(page, server.url)
    press(page, "button[value=save]")
    expect(page.locator(".code")).to_be_visible()
    check()
    page.goto(f"{server.url}/en/{SURVEY}/")
    check()
    page.context.clear_cookies()
    with server.client() as client:
        take_over(page, Resident(client).begin().answer_all().submit())
    code = page.inner_text(".code")
    press(page, 'form[action$="/clear"] button')
    check()
    page.goto(f"{server.url}/en/withdraw")
    page.fill("#code", code)
    press(page, "main button.button")
    expect(page.locator("h1")).to_have_text("Your answers are deleted")
    check()


@pytest.mark.parametrize("ending", ["tie", "check", "receipt"])
def test_after_clearing_neither_back_nor_a_second_window_shows_anything(
    new_page: NewPage, scripts: bool, server: Server, ending: str
) -> None:
    page = new_page(PHONE, scripts=scripts)
    with server.client() as client:
        resident = Resident(client).begin()
        resident.answer_until("/check")
        take_over(page, resident)
        if ending == "receipt":
            resident.go(resident.survey_path("equality"))
            resident.send(resident.page.select(".deeds form")[0]).submit()
            take_over(page, resident)
        if ending == "tie":
            press(page, '.change a[href$="/tie"]')
    held = {cookie["value"] for cookie in page.context.cookies()}
    second = page.context.new_page()
    second.goto(page.url)
    assert second.locator(PERSONAL).count()
    press(page, 'form[action$="/clear"] button')
    expect(page.locator("h1")).to_have_text("This computer is clear")
    assert page.context.cookies() == []
    while page.url != "about:blank":
        assert page.locator(PERSONAL).count() == 0, page.url
        page.go_back()
    second.reload()
    assert second.locator(PERSONAL).count() == 0
    assert not held & {cookie["value"] for cookie in page.context.cookies()}


def test_the_next_person_begins_afresh(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    press(page, 'form[action$="/clear"] button')
    press(page, "main a.button")
    press(page, '.doors a[hreflang="en"]')
    press(page, ".cards h3 a")
    press(page, "main a.button")
    expect(page.locator("#consent")).not_to_be_checked()
