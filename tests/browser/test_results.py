"""The public's pages in a browser: on a phone, from right to left, without a mouse or colours."""

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import DESK, NewPage, Screenshot
from tests.support.serving import Server

RESULTS = "/results/smart-citizens/"
PAGES = {"results": "/results/", "release": RESULTS, "release-question": f"{RESULTS}1/barriers/"}


def is_within(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways but tables in their own box."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible(
    released: Server,
    page: Page,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    name: str,
    language: str,
) -> None:
    page.goto(f"{released.url}/{language}{PAGES[name]}")
    axe(page)
    assert is_within(page)
    screenshot(page, f"{name}-{language}")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_on_the_smallest_screen(
    released: Server, new_page: NewPage, name: str
) -> None:
    page = new_page((320, 640), scripts=False)
    page.goto(released.url + PAGES[name])
    assert is_within(page)


def test_a_table_can_be_scrolled_with_the_keyboard(released: Server, new_page: NewPage) -> None:
    page = new_page((320, 640))
    page.goto(f"{released.url}{RESULTS}1/know_mk_connect/")
    box = page.locator(".scroll").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.press("ArrowRight")
    for _ in range(50):
        if box.evaluate("box => box.scrollLeft > 0"):
            return
        page.wait_for_timeout(50)
    pytest.fail("the table does not scroll")


def test_charts_stand_out_in_forced_colours(released: Server, new_page: NewPage) -> None:
    page = new_page(DESK, forced_colors="active")
    page.goto(released.url + RESULTS)
    dot = page.locator(".chart-dot").first
    behind = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert dot.evaluate("dot => getComputedStyle(dot).fill") != behind


def test_print_keeps_every_table(released: Server, new_page: NewPage) -> None:
    page = new_page(DESK)
    page.goto(f"{released.url}{RESULTS}1/barriers/")
    page.emulate_media(media="print")
    tables = page.locator("main table")
    assert tables.count() > 1
    assert all(tables.nth(n).is_visible() for n in range(tables.count()))
    assert not page.locator("main nav").first.is_visible()
