"""Pictures of the pages, and what the stylesheet keeps to."""

import gzip
import re

from playwright.sync_api import expect

from engage.resources import resource
from tests.browser.walking import SURVEY, begin, open_question, take_over
from tests.journeys.resident import Resident
from tests.support.browsing import DESK, NewPage, Screenshot
from tests.support.serving import Server


def test_a_chosen_option_is_told_by_more_than_colour(new_page: NewPage, server: Server) -> None:
    page = new_page()
    begin(page, server.url)
    choice = page.locator(".choice").first
    before = choice.evaluate("c => getComputedStyle(c).boxShadow")
    choice.click()
    assert choice.evaluate("c => getComputedStyle(c).boxShadow") != before
    expect(choice.locator("input")).to_be_checked()


def test_forced_colours(new_page: NewPage, server: Server, screenshot: Screenshot) -> None:
    page = new_page(DESK, forced_colors="active", color_scheme="dark")
    begin(page, server.url)
    choice = page.locator(".choice").first
    choice.click()
    border = choice.evaluate("c => getComputedStyle(c).borderTopWidth")
    assert float(border.removesuffix("px")) >= 3, "the border tells what is chosen"
    page.locator(".choice input").first.focus()
    outline = choice.evaluate("c => getComputedStyle(c).outlineStyle")
    assert outline != "none"
    screenshot(page, "forced-colours")


def test_print(new_page: NewPage, server: Server, screenshot: Screenshot) -> None:
    page = new_page(DESK)
    with server.client() as client:
        take_over(page, Resident(client).begin().answer_all().submit())
    page.emulate_media(media="print")
    expect(page.locator(".code")).to_be_visible()
    for hidden in (".languages", ".clear", ".skip"):
        expect(page.locator(hidden)).to_be_hidden()
    screenshot(page, "receipt-print")


def test_reduced_motion(new_page: NewPage, server: Server) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(f"{server.url}/en/{SURVEY}/")
    duration = page.evaluate(
        "getComputedStyle(document.querySelector('.button')).transitionDuration"
    )
    assert duration == "0s"


def test_text_twice_as_big_still_fits(new_page: NewPage, server: Server) -> None:
    page = new_page(DESK)
    begin(page, server.url)
    for name in ("tie", "agree", "left-out"):
        open_question(page, name)
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_urdu_is_set_in_nastaliq_from_right_to_left(new_page: NewPage, server: Server) -> None:
    page = new_page(DESK)
    begin(page, server.url, "ur")
    family, spacing = page.locator("body").evaluate(
        "body => [getComputedStyle(body).fontFamily, getComputedStyle(body).letterSpacing]"
    )
    assert "Nastaliq" in family
    assert spacing in ("normal", "0px")
    box = page.locator(".choice").first.bounding_box()
    radio = page.locator(".choice input").first.bounding_box()
    assert box is not None
    assert radio is not None
    assert radio["x"] > box["x"] + box["width"] / 2, "the box stands at the right"


def test_the_stylesheet_is_small_and_has_logical_properties_only() -> None:
    sheet = resource("static/engage.css").read_text(encoding="utf-8")
    assert len(gzip.compress(sheet.encode(), 9)) < 6000
    physical = (
        r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right"
        r"|(?:min-|max-)?(?:width|height)|top|bottom)\s*:"
    )
    declared = re.sub(r"@media[^{]+", "", sheet)
    assert not re.findall(physical, declared)
    assert not re.findall(r"text-align:\s*(?:left|right)|float:|url\(|@import", declared)
