"""The pictures of the README: each page as it stands, with demonstration data.

`make pictures` puts them where the README shows them.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import go_on
from tests.support.browsing import NewPage
from tests.support.members import PASSWORD, account
from tests.support.serving import Server

PHONE, DESK = (360, 880), (1280, 1300)


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> Path:
    """Where the pictures go."""
    chosen: Path = request.config.getoption("--screenshots") / "readme"
    chosen.mkdir(parents=True, exist_ok=True)
    return chosen


def at_the_services(page: Page, server: Server, language: str) -> None:
    page.goto(f"{server.url}/{language}/smart-citizens/question/consent")
    page.locator("input[name=consent]").check()
    go_on(page)
    # The services come in an order of one's own: pass those that come before it.
    while page.locator("input[name=know_mk_connect]").count() == 0:
        go_on(page)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_question(released: Server, new_page: NewPage, folder: Path, language: str) -> None:
    page = new_page(PHONE)
    at_the_services(page, released, language)
    page.locator("input[value=tried_once]").check()
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=folder / f"question-{language}.png")


def test_a_mistake(released: Server, new_page: NewPage, folder: Path) -> None:
    page = new_page(PHONE)
    at_the_services(page, released, "en")
    while page.locator("#household_size").count() == 0:
        go_on(page)
    page.fill("#household_size", "two")
    page.locator("[data-answers] button.button").click()
    expect(page.locator("[data-summary]")).to_be_focused()
    page.screenshot(path=folder / "mistake-en.png")


def test_who_is_reached(released: Server, new_page: NewPage, folder: Path) -> None:
    page = new_page(DESK)
    page.goto(f"{released.url}/staff/")
    page.fill("#email", account(released.database_url))
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.goto(f"{released.url}/staff/smart-citizens/reached")
    expect(page.locator("h1")).to_be_visible()
    page.screenshot(path=folder / "reached.png")


def test_a_release(released: Server, new_page: NewPage, folder: Path) -> None:
    page = new_page(DESK)
    page.goto(f"{released.url}/results/smart-citizens/")
    expect(page.locator("h1")).to_be_visible()
    page.screenshot(path=folder / "release.png")
