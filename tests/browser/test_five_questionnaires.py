"""The five surveys in a real browser, each answered from its start page to the receipt."""

import pytest
from playwright.sync_api import expect

from tests.browser.wandering import State, Wandering
from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import NewPage
from tests.support.five_surveys import FROM_THE_RIGHT, IN_BRACES, WAYS, page_of
from tests.support.serving import Server

PHONE = (390, 844)
AROUND = ("start", "check", "equality", "send", "receipt")
"""Pages that ask nothing."""

UNLIKE = {"area", "grid", "month", "multiple_choice", "number", "picture", "ranking", "start"}
"""The kinds of page that axe looks at in Urdu as well; the others differ in words alone."""


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("name", WAYS)
def test_from_the_start_to_the_receipt(
    new_page: NewPage, five_surveys: Server, axe: CheckAccessibility, name: str, language: str
) -> None:
    page, way = new_page(PHONE), WAYS[name]
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    looked_at: set[str] = set()
    names: list[str] = []

    def see(page_name: str, state: State) -> None:
        names.append(page_name)
        check(page_name, state, language)
        new = kinds_on(way.survey, page_name) - looked_at
        looked_at.update(new)
        if new if language == "en" else new & UNLIKE:
            axe(page)

    Wandering(page, way, language).wander(five_surveys.url, see)
    assert not errors, errors
    assert looked_at >= {*AROUND, *way.kinds()}
    assert {"consent", "over-16", "tie", "sex"} <= {*names}
    expect(page.locator(".code")).to_be_visible()


def check(name: str, state: State, language: str) -> None:
    """What holds of each page on the way."""
    direction = "rtl" if language in FROM_THE_RIGHT else "ltr"
    assert (state["lang"], state["dir"]) == (language, direction), name
    assert state["headings"] == 1, f"{name} has {state['headings']} first headings"
    assert state["width"] <= 0, f"{name} is {state['width']} px too wide"
    title = str(state["title"])
    assert title.partition(" – ")[0].strip(), f"{name} has no title"
    assert not IN_BRACES.search(title + str(state["text"])), f"{name} has braces left"


def kinds_on(survey: str, name: str) -> set[str]:
    """The kinds of the questions of a page, or the page itself if it asks nothing."""
    if name in AROUND:
        return {name}
    return {question.kind for question in page_of(survey, name)[1].questions}
