"""The staff pages in a browser: for everyone, on a phone, from right to left, without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from engage.store.database import Database
from tests.support import answered
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import DESK, NewPage, Screenshot
from tests.support.members import PASSWORD, account
from tests.support.serving import Server

SURVEY = "/staff/smart-citizens/"
ROOMS = {
    "surveys": "/staff/",
    "overview": SURVEY,
    "reached": f"{SURVEY}reached",
    "releases": f"{SURVEY}releases",
    "exports": f"{SURVEY}exports",
    "history": f"{SURVEY}history",
}


@pytest.fixture(scope="module")
def staffed(server: Server) -> tuple[Server, str]:
    """A server whose survey has been answered, and the address of a member of staff."""
    database = Database(server.database_url)
    answered.answer(database, 600)
    database.close()
    return server, account(server.database_url)


def sign_in(page: Page, staffed: tuple[Server, str], address: str = "/staff/") -> None:
    server, email = staffed
    page.goto(server.url + address)
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def is_within(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways but tables in their own box."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_room_is_accessible(
    staffed: tuple[Server, str],
    page: Page,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    language: str,
) -> None:
    sign_in(page, staffed)
    if language == "ur":
        page.get_by_role("button", name="اردو").click()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
    for name, address in ROOMS.items():
        page.goto(staffed[0].url + address)
        expect(page.locator("html")).to_have_attribute("lang", language)
        axe(page)
        assert is_within(page), address
        screenshot(page, f"staff-{name}-{language}")


def test_nothing_is_lost_on_the_smallest_screen(
    staffed: tuple[Server, str], new_page: NewPage
) -> None:
    page = new_page((320, 640), scripts=False)
    sign_in(page, staffed)
    addresses = [*ROOMS.values(), f"{SURVEY}reached?question=barriers&by=ethnic_five"]
    for address in addresses:
        page.goto(staffed[0].url + address)
        assert is_within(page), address


def test_forced_colours_keep_the_current_room_and_the_focus(
    staffed: tuple[Server, str], new_page: NewPage, axe: CheckAccessibility
) -> None:
    page = new_page(DESK, forced_colors="active")
    sign_in(page, staffed, f"{SURVEY}reached")
    axe(page)
    room = page.locator(".rooms [aria-current]")
    expect(room).to_have_text("Who is reached")
    room.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_mistake_takes_the_focus_and_leads_to_the_field(
    staffed: tuple[Server, str], page: Page, axe: CheckAccessibility, screenshot: Screenshot
) -> None:
    page.goto(f"{staffed[0].url}/staff/sign-in")
    page.fill("#email", "nobody@example.org")
    page.press("#email", "Enter")
    expect(page.locator("[data-summary]")).to_be_focused()
    axe(page)
    screenshot(page, "staff-mistake-en")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#password")).to_be_focused()
    expect(page.locator("#email")).to_have_value("nobody@example.org")


def test_a_table_is_chosen_and_a_release_frozen_with_the_keyboard_alone(
    staffed: tuple[Server, str], new_page: NewPage
) -> None:
    page = new_page(DESK)
    sign_in(page, staffed, f"{SURVEY}reached")
    page.focus("#by")
    page.keyboard.type("Sex")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sex: those who answered")).to_be_visible()
    page.goto(f"{staffed[0].url}{SURVEY}releases")
    page.get_by_role("button", name="Freeze a release").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/results/smart-citizens/*/")


def test_signing_out_leaves_nothing_behind_the_back_button(
    staffed: tuple[Server, str], new_page: NewPage
) -> None:
    page = new_page(DESK)
    sign_in(page, staffed, f"{SURVEY}exports")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/staff/sign-in")
    page.go_back()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
