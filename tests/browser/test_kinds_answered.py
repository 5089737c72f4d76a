"""Every kind of question answered: by keyboard alone, and without script."""

from playwright.sync_api import Page, expect

from tests.browser.test_keyboard import press, tab_to
from tests.browser.test_kinds import open_page
from tests.browser.walking import go_on, name_of
from tests.support.browsing import NewPage
from tests.support.every_kind import QUESTIONS
from tests.support.serving import Server

SAID = [
    "Less often", "Türkçe", "Bike", "None of these", "12.5 metres", "2", "Less often", "Never",
    "1. Art", "2. More seats", "the cake", "A long story", "17 May 2026", "May 1999",
    "Wolverton", "By the lake", "Nobody", "The square",
]  # fmt: skip


def said(page: Page) -> list[str]:
    """What the check page shows."""
    assert name_of(page) == "check"
    return page.locator(".lines dd p").all_inner_texts()


Keys = list[tuple[str, list[str]]]
"""What has the focus, and what is then pressed or typed."""

TEXTS = {
    "distance": "12.5", "best": "the cake", "story": "A long story", "spot": "By the lake",
    "look": "Nobody",
}  # fmt: skip
PRESSED = ("Space", "ArrowDown", "Enter")
KEYS: dict[str, Keys] = {
    "visits": [("input[name=visits]", ["Space", "ArrowDown"])],
    "speaks": [("[role=combobox]", ["turk", "ArrowDown", "Enter"])],
    "ways": [("input[value=bus]", ["Space"]), ("input[value=none]", ["Space"])],
    "safe": [("input[name=safe]", ["Space", "ArrowDown"])],
    "easy": [
        ("input[name=easy_bus]", ["Space", "ArrowDown"]),
        ("input[name=easy_bike]", ["Space", "ArrowDown", "ArrowDown"]),
    ],
    "wishes": [("#wishes-place-seats", ["2"]), ("#wishes-place-art", ["1"])],
    "day": [("#day-day", ["17"]), ("#day-month", ["5"]), ("#day-year", ["2026"])],
    "moved": [("#moved-month", ["5"]), ("#moved-year", ["1999"])],
    "ward": [("#ward-postcode", ["mk12 5nn"])],
    "seen": [("input[name=seen]", ["Space", "ArrowDown"])],
    **{name: [(f"#{name}", [text])] for name, text in TEXTS.items()},
}


def by_keyboard(page: Page, name: str) -> None:
    """Answer a question with keys only."""
    for selector, keys in KEYS.get(name, []):
        tab_to(page, selector)
        for key in keys:
            page.keyboard.press(key) if key in PRESSED else page.keyboard.type(key)


def test_every_kind_by_keyboard(new_page: NewPage, every_kind: Server) -> None:
    page = new_page()
    open_page(page, every_kind, QUESTIONS[0]["name"])
    for question in QUESTIONS:
        assert name_of(page) == question["name"]
        by_keyboard(page, question["name"])
        tab_to(page, "form.answers button.button")
        press(page, "Enter")
    assert said(page) == [line for line in SAID if line != "Bike"]


def test_every_kind_without_script(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(scripts=False)
    open_page(page, every_kind, QUESTIONS[0]["name"])
    for question in QUESTIONS:
        assert name_of(page) == question["name"]
        without_script(page, question["name"])
        go_on(page)
    assert said(page) == [line for line in SAID if line != "None of these"]


CHOSEN = {
    "visits": ["less"], "ways": ["bike"], "safe": ["2"], "seen": ["square"],
    "easy": ["less", "never"],
}  # fmt: skip


def without_script(page: Page, name: str) -> None:
    """Answer a question with a pointer."""
    if name in CHOSEN:
        fieldsets = page.locator("main fieldset")
        for at, code in enumerate(CHOSEN[name]):
            fieldsets.nth(at).locator(f'input[value="{code}"]').check()
    elif name == "speaks":
        page.select_option("#speaks", "tr")
    elif name == "ward":
        page.select_option("#ward", "wolverton")
    elif name == "wishes":
        page.select_option("#wishes-place-seats", "2")
        page.select_option("#wishes-place-art", "1")
    elif name in ("day", "moved"):
        parts = {"day": "17", "month": "5", "year": "2026" if name == "day" else "1999"}
        for part in page.locator(".parts input").all():
            part.fill(parts[str(part.get_attribute("class"))])
    elif name in TEXTS:
        page.fill(f"#{name}", TEXTS[name])


def test_a_box_and_an_answer_without_script(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(scripts=False)
    open_page(page, every_kind, "distance")
    page.fill("#distance", "12")
    page.get_by_label("Prefer not to say").check()
    go_on(page)
    expect(page.locator(".summary")).to_contain_text("not both")
    expect(page.locator("#distance")).to_have_value("12")
    page.get_by_label("Prefer not to say").uncheck()
    go_on(page)
    assert name_of(page) == "safe"
