"""Each kind of question as it is seen: with a mistake and without, in both directions."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seeing import check_reflow, check_targets
from tests.browser.walking import go_on
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import DESK, PHONE, NewPage, Screenshot
from tests.support.every_kind import QUESTIONS, SURVEY
from tests.support.serving import Server

NAMES = [question["name"] for question in QUESTIONS]


def open_page(page: Page, server: Server, name: str, language: str = "en") -> None:
    """Agree to take part, and go to a question."""
    root = f"{server.url}/{language}/{SURVEY}/question"
    page.goto(f"{root}/consent")
    page.locator("#consent").check()
    go_on(page)
    page.goto(f"{root}/{name}")


def filled(*fields: tuple[str, str]) -> Callable[[Page], None]:
    """Types something into fields."""

    def fill(page: Page) -> None:
        for field, typed in fields:
            page.fill(f"#{field}", typed)

    return fill


def an_option_that_is_none(page: Page) -> None:
    first = page.locator(".choices input").first
    first.evaluate("radio => { radio.value = 'pigeon'; radio.checked = true }")


def everything_at_once(page: Page) -> None:
    for box in page.locator(".choices input").all():
        box.evaluate("box => { box.checked = true }")


def two_in_one_place(page: Page) -> None:
    page.select_option("#wishes-place-seats", "2")
    page.select_option("#wishes-place-trees", "2")


def both_ways(page: Page) -> None:
    page.locator("select").evaluate("list => { list.value = 'pl' }")
    page.locator("[data-way] input[type=checkbox]").evaluate("box => { box.checked = true }")


MANY = "Too many words " * 20
SPOILED: dict[str, Callable[[Page], None]] = {
    "visits": an_option_that_is_none,
    "speaks": both_ways,
    "ways": everything_at_once,
    "distance": filled(("distance", "six")),
    "safe": an_option_that_is_none,
    "easy": an_option_that_is_none,
    "wishes": two_in_one_place,
    "best": filled(("best", MANY)),
    "story": filled(("story", MANY)),
    "day": filled(("day-day", "31"), ("day-month", "2"), ("day-year", "2026")),
    "moved": filled(("moved-year", "2026")),
    "ward": filled(("ward-postcode", "MK12")),
    "spot": filled(("spot", MANY)),
    "look": filled(("look", MANY)),
    "seen": an_option_that_is_none,
}


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_accessible_with_a_mistake_and_without(
    new_page: NewPage,
    every_kind: Server,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    name: str,
    language: str,
) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, name, language)
    expect(page.locator("h1")).to_have_count(1)
    check_seen(page, axe)
    screenshot(page, f"kind-{name}-{language}")
    if name not in SPOILED:
        return
    SPOILED[name](page)
    go_on(page)
    expect(page.locator(".summary")).to_be_focused()
    check_seen(page, axe)
    screenshot(page, f"kind-{name}-{language}-mistake")
    page.locator(".summary a").first.click()
    focused = page.locator(":focus")
    expect(focused).to_be_in_viewport()
    assert focused.evaluate("field => field.matches('main .mistaken :is(input, select, textarea)')")


def check_seen(page: Page, axe: CheckAccessibility) -> None:
    axe(page)
    check_targets(page)
    check_reflow(page)


@pytest.mark.parametrize("name", ["wishes", "day", "ward", "seen"])
def test_on_a_desk(
    new_page: NewPage,
    every_kind: Server,
    axe: CheckAccessibility,
    screenshot: Screenshot,
    name: str,
) -> None:
    page = new_page(DESK)
    open_page(page, every_kind, name)
    axe(page)
    screenshot(page, f"kind-{name}-en")


def test_day_stands_where_reading_begins(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    for language, is_first_at_left in (("en", True), ("ur", False)):
        open_page(page, every_kind, "day", language)
        day, year = (page.locator(f"#day-{part}").bounding_box() for part in ("day", "year"))
        assert day is not None
        assert year is not None
        assert (day["x"] < year["x"]) is is_first_at_left
        page.context.clear_cookies()


def test_a_picture_has_its_place_before_it_is_there(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "words")
    page.route("**/picture/**", lambda _: None)  # it never comes
    page.goto(page.url.replace("words", "look"), wait_until="domcontentloaded")
    box = page.locator("main figure img").bounding_box()
    assert box is not None
    assert box["height"] == pytest.approx(box["width"] * 400 / 640, abs=1)


def test_the_words_of_a_picture_open_by_keyboard(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "look")
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("details p").first).to_be_visible()
    page.goto(page.url.replace("look", "seen"))
    expect(page.get_by_role("radio", name="The park A green park")).to_have_count(1)
