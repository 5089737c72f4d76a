"""A page with a mistake: the summary has the focus, leads to the field, and all is accessible."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seeing import check_reflow, check_targets
from tests.browser.walking import SURVEY, begin, go_on, open_question, press
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import DESK, PHONE, NewPage, Screenshot
from tests.support.serving import Server


def make_mistake(page: Page, kind: str) -> None:
    """Have a page come back with a mistake."""
    if kind == "consent":
        page.goto(page.url.rpartition("/question/")[0] + "/question/consent")
        page.uncheck("#consent")
    elif kind == "number":
        open_question(page, "household-size")
        page.fill("#household_size", "three")
    elif kind == "text":
        open_question(page, "left-out")
        page.fill("#left_out", "Too many words " * 200)
    elif kind == "exclusive":
        open_question(page, "barriers")
        for box in page.locator(".choices input").all()[-3:]:
            box.evaluate("box => { box.checked = true }")
    else:
        open_question(page, "agree" if kind == "grid" else "answering")
        first = page.locator(".choices input").first
        first.evaluate("radio => { radio.value = 'pigeon'; radio.checked = true }")
    go_on(page)


KINDS = ("consent", "number", "text", "exclusive", "choice", "grid")


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_mistake_takes_the_focus_and_leads_to_the_field(
    new_page: NewPage,
    server: Server,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    language: str,
    kind: str,
) -> None:
    page = new_page(PHONE)
    begin(page, server.url, language)
    make_mistake(page, kind)
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    axe(page)
    check_targets(page)
    check_reflow(page)
    if kind in ("number", "grid"):
        screenshot(page, f"mistake-{kind}-{language}")
    summary.locator("a").first.click()
    focused = page.evaluate("document.activeElement.name")
    assert focused
    expect(page.locator(f'[name="{focused}"]').first).to_be_in_viewport()


def test_the_summary_has_the_focus_without_scripts(new_page: NewPage, server: Server) -> None:
    page = new_page(PHONE, scripts=False)
    begin(page, server.url)
    open_question(page, "household-size")
    page.fill("#household_size", "three")
    go_on(page)
    expect(page.locator(".summary:focus")).to_have_count(1)
    expect(page.locator("#household_size")).to_have_value("three")


@pytest.mark.parametrize("path", ["resume", "withdraw"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_code_that_leads_nowhere(
    new_page: NewPage, server: Server, axe: CheckAccessibility, language: str, path: str
) -> None:
    page = new_page(PHONE)
    page.goto(f"{server.url}/{language}/{path}")
    page.fill("#code", "4F7K")
    press(page, "main button.button")
    expect(page.locator(".summary")).to_be_focused()
    axe(page)
    check_targets(page)
    check_reflow(page)


def test_an_overtaken_window_shows_both(
    new_page: NewPage, server: Server, axe: CheckAccessibility, screenshot: Screenshot
) -> None:
    page = new_page(DESK)
    begin(page, server.url)
    second = page.context.new_page()
    second.goto(page.url)
    second.locator(".choice").nth(2).click()
    go_on(second)
    page.locator(".choice").nth(0).click()
    go_on(page)
    expect(page.locator(".summary")).to_be_focused()
    expect(page.locator("[data-elsewhere]")).to_contain_text("study")
    expect(page.locator(".choice input").nth(0)).to_be_checked()
    axe(page)
    check_targets(page)
    screenshot(page, "overtaken")
    go_on(page)
    assert f"/en/{SURVEY}/question/answering" in page.url
