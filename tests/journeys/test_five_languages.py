"""Each of the five surveys in each of its languages, from the start page to the receipt."""

import pytest

from engage.collect import codes
from engage.questionnaire.texts import languages
from tests.journeys.wanderer import Wanderer
from tests.support.five_surveys import (
    FIVE,
    FROM_THE_RIGHT,
    IN_BRACES,
    LANGUAGES,
    WAYS,
    foreign,
    page_of,
    pattern,
    questionnaire,
    texts,
)
from tests.support.serving import Server

pytestmark = pytest.mark.pages

SPOKEN = [(name, tongue) for name, way in WAYS.items() for tongue in LANGUAGES[way.survey]]


@pytest.mark.parametrize("name", FIVE)
def test_each_is_offered_in_its_languages(name: str) -> None:
    assert set(languages(questionnaire(name), unreviewed=True)) == set(LANGUAGES[name])


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_the_whole_way_in_one_language(five_surveys: Server, name: str, language: str) -> None:
    pages: list[str] = []
    kinds: set[str] = set()

    def see(wanderer: Wanderer) -> None:
        pages.append(wanderer.page_name)
        check_language(wanderer)
        if "/question/" in wanderer.path:
            check_headings(wanderer)
            _, page = page_of(wanderer.survey, wanderer.page_name)
            kinds.update(question.kind for question in page.questions)

    with five_surveys.client() as client:
        wanderer = Wanderer(client, WAYS[name], language)
        wanderer.wander(see)
        assert codes.typed(wanderer.code()) is not None
    assert kinds >= WAYS[name].kinds()
    assert len(pages) == len(set(pages)) + wanderer.asked_back, "each page is asked once"
    assert {"consent", "over-16", "tie", "check", "equality", "sex", "send"} <= {*pages}


def check_language(wanderer: Wanderer) -> None:
    """The page says which language it is in, and has no text of the survey in English."""
    html, language = wanderer.page.html, wanderer.language
    assert html is not None
    direction = "rtl" if language in FROM_THE_RIGHT else "ltr"
    assert (html["lang"], html["dir"]) == (language, direction), wanderer.path
    shown = {" ".join(text.split()) for text in wanderer.page.stripped_strings}
    left = shown & foreign(wanderer.survey, language)
    assert not left, f"{wanderer.path} is in English: {left}"
    assert not [text for text in shown if IN_BRACES.search(text)], wanderer.path
    assert wanderer.title.strip(" –")


def check_headings(wanderer: Wanderer) -> None:
    """Each heading is a text of this page in its language, and each question has one."""
    own = texts(wanderer.survey, wanderer.language)
    expected = [pattern(own[key]) for key in keys_of(wanderer)]
    shown = [
        " ".join(heading.get_text(" ", strip=True).split())
        for heading in wanderer.form().select("h1, h2, h3")
    ]
    assert shown, wanderer.path
    for heading in shown:
        assert any(each.fullmatch(heading) for each in expected), (wanderer.path, heading)
    assert len(wanderer.page.select("h1")) == 1, wanderer.path


def keys_of(wanderer: Wanderer) -> list[str]:
    """The keys of the texts that may be a heading on this page."""
    section, page = page_of(wanderer.survey, wanderer.page_name)
    keys = [key for question in page.questions for key, _ in question.texts()]
    return [f"section.{section.name}.title", *(key for key in keys if key.endswith(".text"))]
