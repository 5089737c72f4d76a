"""A warning as it is seen: it has the focus, can be read in both directions, and lets one go on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seeing import check_reflow, check_targets
from tests.journeys.listener import serving
from tests.journeys.test_pictures import with_pictures
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import PHONE, NewPage, Screenshot
from tests.support.databases import NewDatabase
from tests.support.serving import Server


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(url, tmp_path_factory.mktemp("instance"), with_pictures()) as started,
    ):
        yield started


def begin(page: Page, server: Server, language: str) -> str:
    """Agree to take part; the start of every address."""
    start = f"{server.url}/{language}/logic/question"
    page.goto(f"{start}/consent")
    page.check("#consent")
    page.locator("form.answers button.button").click()
    return start


def answer(page: Page, start: str, name: str, typed: str) -> None:
    page.goto(f"{start}/{name}")
    page.fill(f"#{name}", typed)
    page.locator("form.answers button.button").click()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_warning_takes_the_focus_and_lets_one_go_on(
    new_page: NewPage,
    server: Server,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    language: str,
) -> None:
    page = new_page(PHONE)
    start = begin(page, server, language)
    answer(page, start, "work", "100")
    answer(page, start, "rest", "100")
    notice = page.locator("section[role=alert]")
    expect(notice).to_be_focused()
    expect(page.locator("#rest")).to_have_value("100")
    axe(page)
    check_reflow(page)
    check_targets(page)
    screenshot(page, f"warning-{language}")
    page.locator("form.answers button.button").click()
    expect(notice).to_have_count(0)


def test_without_scripts_it_is_the_same(new_page: NewPage, server: Server) -> None:
    page = new_page(PHONE, scripts=False)
    start = begin(page, server, "en")
    answer(page, start, "work", "100")
    answer(page, start, "rest", "100")
    expect(page.locator("section[role=alert]")).to_be_focused()
    page.reload()
    expect(page.locator("section[role=alert]")).to_be_visible()
    page.locator("section[role=alert] a").click()
    expect(page.locator("#work")).to_have_value("100")
    page.go_back()
    expect(page.locator("section[role=alert]")).to_be_visible()


def test_a_quoted_answer_and_a_helping_picture_are_in_their_place(
    new_page: NewPage, server: Server, axe: CheckAccessibility, screenshot: Screenshot
) -> None:
    page = new_page(PHONE)
    start = begin(page, server, "ur")
    page.goto(f"{start}/home")
    image = page.locator("img.helping")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    axe(page)
    screenshot(page, "helping-picture")
    answer(page, start, "home", "Bletchley (old)")
    page.goto(f"{start}/best")
    expect(page.locator("h1")).to_contain_text("Bletchley (old)")
    axe(page)
    screenshot(page, "quoted-answer")
