"""What the script adds: a list searched by typing, boxes that give way, room that is said."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_kinds import open_page
from tests.browser.walking import go_on, name_of
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import PHONE, NewPage, Screenshot
from tests.support.serving import Server


def options(page: Page) -> list[str]:
    """What the open list shows."""
    return page.locator("[role=option]:visible").all_inner_texts()


def active(page: Page) -> str:
    """The option that the arrow keys have come to."""
    return page.locator("[role=combobox]").evaluate(
        "field => document.getElementById(field.getAttribute('aria-activedescendant'))?.innerText"
        " ?? ''"
    )


def chosen(page: Page) -> str:
    """What will be sent."""
    code: str = page.locator("select").evaluate("list => list.value")
    return code


@pytest.fixture
def listed(new_page: NewPage, every_kind: Server) -> Page:
    """At the list of languages, with the focus in it."""
    page = new_page(PHONE)
    open_page(page, every_kind, "speaks")
    page.focus("#speaks")
    return page


def test_it_is_a_combobox(listed: Page, axe: CheckAccessibility, screenshot: Screenshot) -> None:
    field = listed.get_by_role("combobox", name="Which language do you speak at home?")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    listed.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(listed.get_by_role("listbox", name="Which language")).to_be_visible()
    assert len(options(listed)) == 15
    small = "options => options.filter(o => o.getBoundingClientRect().height < 44).length"
    assert listed.eval_on_selector_all("[role=option]", small) == 0
    axe(listed)
    screenshot(listed, "list-open-en")


def test_arrows_home_and_end_move(listed: Page) -> None:
    for key, where in (
        ("ArrowDown", "العربية"), ("ArrowDown", "বাংলা"), ("End", "中文"), ("ArrowDown", "中文"),
        ("Home", "العربية"), ("ArrowUp", "العربية"),
    ):  # fmt: skip
        listed.keyboard.press(key)
        assert active(listed) == where
    listed.keyboard.press("Enter")
    expect(listed.locator("#speaks")).to_have_value("العربية")
    assert chosen(listed) == "ar"
    assert options(listed) == []
    listed.keyboard.press("ArrowUp")
    assert active(listed) == "العربية", "it opens where the choice is"
    expect(listed.locator("[aria-selected=true]")).to_have_text("العربية")


def test_typing_finds_words_anywhere_whatever_their_case_and_accents(
    new_page: NewPage, every_kind: Server
) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "ward")
    status = page.locator("[role=status]").first
    for typed, found in (
        ("BLETCH", ["Bletchley East", "Bletchley Park"]),
        ("keyn cent", ["Central Milton Keynes"]),
        ("xyz", []),
        ("stóny", ["Stony Stratford"]),
    ):
        page.fill("#ward", typed)
        assert options(page) == found
        expect(status).to_have_text(f"In the list now: {len(found)}")
    page.keyboard.press("Enter")
    assert name_of(page) == "ward", "one key chooses, another sends"
    assert chosen(page) == "stony_stratford"


def test_escape_gives_back_what_was_chosen(listed: Page) -> None:
    listed.keyboard.type("polski")
    listed.keyboard.press("Tab")
    assert chosen(listed) == "pl", "what can mean one thing only is taken"
    listed.focus("#speaks")
    listed.keyboard.type("tu")
    listed.keyboard.press("Escape")
    expect(listed.locator("#speaks")).to_have_value("Polski")
    assert options(listed) == []
    listed.keyboard.press("Escape")
    assert chosen(listed) == "pl"


def test_what_means_nothing_is_not_sent(listed: Page) -> None:
    listed.keyboard.type("klingon")
    listed.keyboard.press("Enter")
    assert name_of(listed) == "speaks"
    listed.keyboard.press("Tab")
    expect(listed.locator("#speaks")).to_have_value("")
    assert chosen(listed) == ""


def test_emptying_the_field_takes_the_choice_away(listed: Page) -> None:
    listed.keyboard.type("polski")
    listed.keyboard.press("Enter")
    listed.fill("#speaks", "")
    listed.keyboard.press("Tab")
    assert chosen(listed) == ""


def test_by_touch(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE, has_touch=True, is_mobile=True)
    open_page(page, every_kind, "ward", "ur")
    page.locator("#ward").tap()
    page.locator("[role=option]").nth(3).tap()
    expect(page.locator("#ward")).to_have_value("Broughton")
    assert chosen(page) == "broughton"
    go_on(page)
    page.go_back()
    expect(page.locator("#ward")).to_have_value("Broughton")


def test_a_box_and_an_answer_give_way_to_each_other(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "story")
    box = page.get_by_label("Prefer not to say")
    page.fill("#story", "A long story")
    box.check()
    expect(page.locator("#story")).to_have_value("")
    expect(page.locator(".count")).to_have_text("0 / 200")
    box.uncheck()
    expect(page.locator("#story")).to_have_value("A long story")
    box.check()
    page.locator("#story").press_sequentially("More")
    expect(box).not_to_be_checked()
    page.goto(page.url.replace("story", "wishes"))
    page.select_option("#wishes-place-art", "1")
    page.get_by_label("I do not know").check()
    page.get_by_label("Prefer not to say").check()
    expect(page.get_by_label("I do not know")).not_to_be_checked()
    expect(page.locator("#wishes-place-art")).to_have_value("")
    page.get_by_label("Prefer not to say").uncheck()
    expect(page.locator("#wishes-place-art")).to_have_value("1")


def test_list_postcode_and_boxes_give_way_to_each_other(
    new_page: NewPage, every_kind: Server
) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "ward")
    page.fill("#ward", "olney")
    page.keyboard.press("Enter")
    page.locator("#ward-postcode").press_sequentially("MK12")
    expect(page.locator("#ward")).to_have_value("")
    page.fill("#ward", "bradwell")
    page.keyboard.press("Enter")
    expect(page.locator("#ward-postcode")).to_have_value("")
    page.get_by_label("I do not know").check()
    expect(page.locator("#ward")).to_have_value("")
    assert chosen(page) == ""


def test_the_room_that_is_left_is_said(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "best")
    expect(page.locator("#best")).to_have_attribute("aria-describedby", "best-room")
    said = page.locator("#best ~ [role=status]")
    page.fill("#best", "x" * 30)
    expect(page.locator(".count")).to_have_text("30 / 40")
    page.fill("#best", "x" * 41)
    expect(said).to_have_text("Characters so far: 41 of 40")
    page.fill("#best", "x")
    expect(said).to_have_text("")


def test_no_name_stands_for_two_things(new_page: NewPage, every_kind: Server) -> None:
    page = new_page(PHONE)
    open_page(page, every_kind, "ward")
    page.locator("#ward").click()
    ids = page.eval_on_selector_all("[id]", "found => found.map(element => element.id)")
    assert len(ids) == len(set(ids))
    expect(page.get_by_role("listbox", name="From the list")).to_be_visible()
    expect(page.get_by_role("group", name="Which ward do you live in?").first).to_be_visible()
