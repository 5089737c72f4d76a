"""The languages of the pages: their addresses, what a browser asks for, and how each is marked."""

import httpx
import pytest
from bs4 import BeautifulSoup

from engage.web.languages import BY_TAG, LANGUAGES, PSEUDO
from tests.journeys.resident import SURVEY, Resident

pytestmark = pytest.mark.pages

NAMES = {language.tag: language.name for language in LANGUAGES}


@pytest.mark.parametrize("tag", NAMES)
def test_each_language_is_marked_with_its_direction(resident: Resident, tag: str) -> None:
    for path in (f"/{tag}/", f"/{tag}/{SURVEY}/", f"/{tag}/results/", f"/{tag}/about/help"):
        resident.go(path)
        assert resident.status == 200
        html = resident.page.html
        assert html is not None
        assert (html["lang"], html["dir"]) == (tag, BY_TAG[tag].direction)
        for other in resident.page.select("body [lang]"):
            assert other["dir"] == BY_TAG[str(other["lang"])].direction, other
        names = {
            str(each["lang"]): each.get_text() for each in resident.page.select(".languages li > *")
        }
        assert names.items() <= NAMES.items()
        # A survey's pages offer the languages that it is in.
        assert SURVEY in path or names == NAMES


def test_a_language_stands_in_the_address_exactly_as_its_tag(client: httpx.Client) -> None:
    for wrong in ("zh-hant", "zh_Hant", "zh", "en-x-easy", "en@easyread", "EN", PSEUDO.tag):
        assert client.get(f"/{wrong}/").status_code == 404
        assert client.get(f"/{wrong}/{SURVEY}/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("zh-TW,zh;q=0.9,en;q=0.5", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("ar-SD,ar;q=0.9", "ar"),
        ("de,uk;q=0.8,en;q=0.5", "uk"),
        ("bn-BD", "bn"),
        ("de", "en"),
    ],
)
def test_staff_meet_the_language_of_their_browser(
    client: httpx.Client, asked: str, tag: str
) -> None:
    answer = client.get("/staff/sign-in", headers={"Accept-Language": asked})
    html = BeautifulSoup(answer.text, "html.parser").html
    assert html is not None
    assert html["lang"] == tag


def test_easy_read_has_words_of_its_own_and_the_dates_of_english(resident: Resident) -> None:
    easy = resident.go("/en-x-easyread/about/privacy").page.get_text(" ", strip=True)
    plain = resident.go("/en/about/privacy").page.get_text(" ", strip=True)
    assert easy != plain
    # Words that Python asks for, here a mistake, come from the same catalogue.
    resident.go("/en-x-easyread/withdraw").send(code="")
    (easy_mistake,) = resident.mistakes()
    resident.go("/en/withdraw").send(code="")
    assert resident.mistakes() != [easy_mistake]
