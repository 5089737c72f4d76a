"""The keyboard alone is enough: Tab, Space and Enter, from the front door to the receipt."""

from playwright.sync_api import Page, expect

from tests.browser.walking import name_of
from tests.support.browsing import NewPage
from tests.support.serving import Server

FOCUSED = """selector => {
  const element = document.activeElement;
  if (!element.matches(selector)) return false;
  const box = (element.closest('label') || element).getBoundingClientRect();
  return box.width > 0;
}"""
OUTLINED = """() => {
  const element = document.activeElement;
  const shown = [element, element.closest('label')].filter(Boolean).map(e => getComputedStyle(e));
  return shown.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus, and see that it shows it."""
    for _ in range(80):
        if page.evaluate(FOCUSED, selector):
            assert page.evaluate(OUTLINED), f"{selector} does not show that it has the focus"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is out of reach of the keyboard at {page.url}")


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def answer(page: Page) -> None:
    """One question, by keys."""
    if page.locator(".choices:not([data-way])").count():
        names = page.eval_on_selector_all(
            ".choices:not([data-way])",
            "groups => groups.map(group => group.querySelector('input').name)",
        )
        for name in names:
            tab_to(page, f'input[name="{name}"]')
            page.keyboard.press("Space")
            expect(page.locator(f'input[name="{name}"]:checked')).to_have_count(1)
    elif page.locator("[role=combobox]").count():
        tab_to(page, "[role=combobox]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    else:
        tab_to(page, "main input[type=text], main textarea")
        page.keyboard.type("3")
    tab_to(page, "form.answers button.button")
    press(page, "Enter")


def test_the_whole_way_by_keyboard(new_page: NewPage, server: Server) -> None:
    page = new_page()
    page.goto(server.url)
    for selector in (
        '.doors a[hreflang="en"]',
        ".cards h3 a",
        "main a.button",
    ):
        tab_to(page, selector)
        press(page, "Enter")
    while name_of(page) not in ("check", "send"):
        answer(page)
    tab_to(page, "main .deeds a.button")
    press(page, "Enter")
    tab_to(page, "main .deeds form button")
    press(page, "Enter")
    tab_to(page, 'form[action$="/send"] button')
    press(page, "Enter")
    assert name_of(page) == "receipt"


def test_the_first_key_offers_to_skip_the_header(new_page: NewPage, server: Server) -> None:
    page = new_page()
    page.goto(f"{server.url}/en/")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_arrow_keys_move_through_the_options(new_page: NewPage, server: Server) -> None:
    page = new_page()
    page.goto(f"{server.url}/en/smart-citizens/question/consent")
    page.check("input[name=consent]")
    page.click("form.answers button.button")
    page.goto(f"{server.url}/en/smart-citizens/question/over-16")
    tab_to(page, "input[name=over_16]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=over_16]").nth(1)).to_be_checked()
