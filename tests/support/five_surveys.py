"""The five surveys that are shipped, with their texts, and a server on which all are open."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from engage.cli.publishing import publish
from engage.exchange.questionnaire_folder import load
from engage.questionnaire import piping
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.pages import Page, Section
from engage.questionnaire.texts import sources, texts_in
from engage.resources import resource
from engage.store.database import Database
from tests.support.at_random import Whim
from tests.support.databases import NewDatabase
from tests.support.serving import Server

FIVE = (
    "smart-citizens", "smart-businesses", "smart-governance", "smart-data", "smart-visuals",
)  # fmt: skip
EVERYWHERE = ("en", "en-x-easyread", "pl", "ro", "ur")
LANGUAGES = {
    name: (*EVERYWHERE, *(("ar", "bn", "uk", "zh-Hant") if name == "smart-citizens" else ()))
    for name in FIVE
}
"""The languages that each of them has to be in."""


@dataclass(frozen=True)
class Way:
    """A way through one of them, by what is answered where the way divides.

    `without`: the kinds of question that do not come on it.
    """

    survey: str
    turns: Mapping[str, str]
    without: frozenset[str] = frozenset()

    def whim(self, language: str) -> Whim:
        """Who goes this way, and answers the rest as it comes."""
        settled = {"consent": "yes", "over_16": "yes", "tie": "live", **self.turns}
        return Whim(f"{self.survey} {language}", WORDS[language], settled)

    def kinds(self) -> set[str]:
        """The kinds of question that come on it."""
        asked = questionnaire(self.survey).questions.values()
        return {question.kind for question in asked} - self.without


WAYS = {
    "citizens": Way(
        "smart-citizens",
        {"know_gp_online": "often", "tell_about": "gp_online", "barriers": "other"},
        without=frozenset({"statement"}),
    ),
    "businesses": Way(
        "smart-businesses", {"know_data_hub": "tried", "mattered": "data_hub", "hurdles": "other"}
    ),
    "governance-resident": Way(
        "smart-governance",
        {"speaking_as": "resident", "say_about": "streets", "not_heard": "older"},
        without=frozenset({"month", "number"}),
    ),
    "governance-officer": Way(
        "smart-governance",
        {"speaking_as": "officer", "not_heard": "older"},
        without=frozenset({"place", "ranking"}),
    ),
    "data": Way(
        "smart-data",
        {"tell_about": "cameras", "asked": "yes", "own_asked": "see", "worries": "other"},
    ),
    "visuals": Way("smart-visuals", {"seen": "adverts", "tell_about": "adverts"}),
}
"""Every kind of question of the five comes on one of them."""

FROM_THE_RIGHT = ("ar", "ur")
IN_BRACES = re.compile(r"\{[a-z][a-z0-9_]*\}")
"""A name that an answer should stand in place of."""

WORDS = {
    "ar": "بضع كلمات", "bn": "কয়েকটি কথা", "en": "Some words", "en-x-easyread": "Some words",
    "pl": "Kilka słów", "ro": "Câteva cuvinte", "uk": "Кілька слів", "ur": "کچھ الفاظ",
    "zh-Hant": "一些話",
}  # fmt: skip
"""What is written where words are asked for."""


@cache
def questionnaire(name: str) -> Questionnaire:
    """One of the five, as it is shipped."""
    return load(resource(f"questionnaires/{name}.json"))


@cache
def texts(name: str, language: str) -> Mapping[str, str]:
    """The texts of one in a language by their keys, each repeated section for each option."""
    asked = questionnaire(name)
    return piping.spread(asked, texts_in(asked, language))


@cache
def foreign(name: str, language: str) -> frozenset[str]:
    """The English texts that are not also texts of the language: such a text was left in English.

    Short ones are left out, as a label may well be a word of both languages.
    """
    own = set(texts(name, language).values())
    english = {" ".join(text.split()) for text in sources(questionnaire(name)).values()}
    return frozenset(text for text in english - own if len(text) > 12 and "{" not in text)


def page_of(survey: str, name: str) -> tuple[Section, Page]:
    """A page of a survey by its name, repeated ones among them, with its section."""
    for section in questionnaire(survey).parts:
        for page in section.pages:
            if page.name == name:
                return section, page
    raise AssertionError(f"{survey} has no page {name}")


def pattern(text: str) -> re.Pattern[str]:
    """What stands on a page for a text: whatever was answered, where it quotes an answer."""
    parts = IN_BRACES.split(" ".join(text.split()))
    return re.compile(".*".join(map(re.escape, parts)))


@pytest.fixture(scope="module")
def five_surveys(
    new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server on which all five are open."""
    with new_database("migrated") as url:
        database = Database(url)
        for name in FIVE:
            publish(database, questionnaire(name))
        database.close()
        started = Server(tmp_path_factory.mktemp("five"), url, {"offer_unreviewed": "1"})
        started.start()
        yield started
        started.stop()
