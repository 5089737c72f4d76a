"""The whole journey in a browser: in two sizes and languages, with scripts and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seeing import check_reflow, check_targets
from tests.browser.walking import SURVEY, answer, begin, open_question, press, walk
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import DESK, PHONE, NewPage, Screenshot
from tests.support.serving import Server

SHOWN = {
    *("front", "home", "start", "consent", "tie", "know-mk-connect", "difference", "agree"),
    *("household-size", "internet-confidence", "left-out", "check", "equality", "receipt"),
}
LANGUAGES = pytest.mark.parametrize("language", ["en", "ur"])


@LANGUAGES
def test_every_page_of_the_whole_way_is_accessible(
    page: Page, server: Server, axe: CheckAccessibility, screenshot: Screenshot, language: str
) -> None:
    seen = []

    def visit(name: str) -> None:
        seen.append(name)
        if name in SHOWN:
            screenshot(page, f"{name}-{language}")
        axe(page)
        check_targets(page)
        check_reflow(page)

    walk(page, server.url, language, visit)
    assert len(seen) > 30
    assert {"front", "home", "start", "consent", "check", "equality", "send", "receipt"} <= {*seen}
    direction = page.evaluate("document.documentElement.dir")
    assert direction == ("rtl" if language == "ur" else "ltr")


@pytest.mark.parametrize(("viewport", "language"), [(PHONE, "ur"), (DESK, "en")])
def test_the_whole_way_without_scripts(
    new_page: NewPage, viewport: tuple[int, int], server: Server, language: str
) -> None:
    page = new_page(viewport, scripts=False)
    walk(page, server.url, language)
    expect(page.locator(".code")).to_be_visible()
    assert page.url.endswith("/receipt")


def test_no_page_says_anything_twice_to_a_screen_reader(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    for _ in range(4):
        assert page.locator("h1").count() == 1
        assert page.locator("main").count() == 1
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
        answer(page)


def test_a_language_link_takes_what_is_chosen_along(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    page.locator(".choice").nth(1).click()
    press(page, '.languages a[hreflang="ur"]')
    page.wait_for_url(f"**/ur/{SURVEY}/question/tie")
    expect(page.locator(".choice input").nth(1)).to_be_checked()
    assert page.evaluate("document.documentElement.dir") == "rtl"


def test_a_language_link_keeps_the_page_without_scripts(new_page: NewPage, server: Server) -> None:
    page = new_page(scripts=False)
    begin(page, server.url)
    answer(page)
    open_question(page, "tie")
    press(page, '.languages a[hreflang="pl"]')
    assert page.url.endswith(f"/pl/{SURVEY}/question/tie")
    expect(page.locator(".choice input").first).to_be_checked()


def test_the_back_button_and_reload_keep_everything(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    answer(page)
    page.go_back()
    expect(page.locator(".choice input").first).to_be_checked()
    page.reload()
    expect(page.locator(".choice input").first).to_be_checked()


def test_an_exclusive_option_takes_the_others_away(new_page: NewPage, server: Server) -> None:
    page = new_page(PHONE)
    begin(page, server.url)
    open_question(page, "barriers")
    boxes = page.locator(".choices input")
    exclusive = page.locator(".choices input[data-exclusive]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    exclusive.first.check()
    assert page.locator(".choices input:checked").count() == 1
    exclusive.last.check()
    expect(exclusive.first).not_to_be_checked()
    boxes.nth(2).check()
    expect(exclusive.last).not_to_be_checked()
    expect(boxes.nth(2)).to_be_checked()


def test_the_room_left_for_words_is_counted(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    open_question(page, "left-out")
    page.fill("textarea", "abc")
    expect(page.locator(".count")).to_contain_text("3")
    page.fill("textarea", "x" * 2001)
    expect(page.locator(".count.over")).to_be_visible()
