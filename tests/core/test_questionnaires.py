"""The five questionnaires: sound, whole, answerable, and quick enough to answer."""

import csv
import re
from random import Random

import pytest

from engage.exchange.questionnaire_folder import load
from engage.questionnaire import document
from engage.questionnaire.bank import NAMED_BY
from engage.questionnaire.checking import check
from engage.questionnaire.comparison import compare
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
from engage.questionnaire.kinds import Consent, Grid
from engage.questionnaire.readability import reading_age
from engage.questionnaire.texts import sources, state_of, texts_in
from engage.resources import resource

SLICES = ("citizens", "businesses", "governance", "data", "visuals")
SHIPPED = {f"smart-{name}": load(resource(f"questionnaires/smart-{name}.json")) for name in SLICES}
EVERYWHERE = ("en-x-easyread", "pl", "ro", "ur")
CITIZENS = ("ar", "bn", "uk", "zh-Hant")
SPOKEN = [(name, language) for name in SHIPPED for language in EVERYWHERE]
SPOKEN += [("smart-citizens", language) for language in CITIZENS]
WORDS_A_MINUTE = 230
"""Reading speed of adults for plain non-fiction (Brysbaert 2019: 238 words a minute)."""
SECONDS_A_PAGE = 4
ENDS = re.compile(r"[.?!:]\s+|\n+")

every = pytest.mark.parametrize("name", SHIPPED)


def rows(name: str) -> list[dict[str, str]]:
    with resource(name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@every
def test_it_checks_clean(name: str) -> None:
    found = check(SHIPPED[name])
    assert [problem for problem in found if not problem.advice] == []
    advice = {problem.code for problem in found}
    assert advice <= {"not_reviewed", "label_too_long", "hard_to_read"}


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_every_language_is_whole(name: str, language: str) -> None:
    state = state_of(SHIPPED[name], language)
    assert (state.untranslated, state.stale, state.unknown) == ((), (), ())
    assert not state.reviewed, "a signature that nobody gave"


@pytest.mark.parametrize(("name", "language"), [s for s in SPOKEN if s[1] != "en-x-easyread"])
def test_no_sentence_was_left_in_english(name: str, language: str) -> None:
    source = sources(SHIPPED[name])
    same = [
        key
        for key, text in texts_in(SHIPPED[name], language).items()
        if text == source[key] and len(text.split()) > 3 and not key.startswith("code_list.ward")
    ]
    assert same == []


@every
def test_easy_read_is_easier_and_has_pictures(name: str) -> None:
    plain = SHIPPED[name]
    easy = texts_in(plain, "en-x-easyread")
    assert reading_age("\n".join(easy.values())) < 11
    longest = max(len(words.split()) for text in easy.values() for words in ENDS.split(text))
    assert longest <= 25
    assert plain.translations["en-x-easyread"].pictures


@every
def test_the_plain_english_is_for_readers_of_nine_to_eleven(name: str) -> None:
    assert reading_age("\n".join(sources(SHIPPED[name]).values())) <= 11


@every
def test_it_takes_less_than_ten_minutes(name: str) -> None:
    """Half of the respondents: words on their pages at reading speed, and a pause on each page."""
    questionnaire, random = SHIPPED[name], Random(5)
    texts = sources(questionnaire)
    minutes = sorted(_minutes(questionnaire, texts, random) for _ in range(200))
    assert minutes[100] < 10
    assert questionnaire.about.minutes < 10


def _minutes(questionnaire: Questionnaire, texts: dict[str, str], random: Random) -> float:
    """What is met again, such as the same options for another service, is not read again."""
    read: set[str] = set()
    steps = invent(questionnaire, random).steps
    for step in steps:
        for question in step.questions:
            read |= {questionnaire.source_key(key) for key, _ in question.texts()}
            named = getattr(question, "code_list", None)
            listed = [key for key in texts if named and key.startswith(f"code_list.{named}.")]
            read |= set(listed[:12])  # of a long list, which is searched, not all
    words = sum(len(texts.get(key, "").split()) for key in read)
    return words / WORDS_A_MINUTE + len(steps) * SECONDS_A_PAGE / 60


@every
def test_only_consent_must_be_answered(name: str) -> None:
    questionnaire = SHIPPED[name]
    for _, _, question in questionnaire.walk():
        if not isinstance(question, Consent):
            assert not question.read({}, questionnaire.code_lists).problems


@every
def test_walking_at_random_comes_to_every_page(name: str) -> None:
    questionnaire, random = SHIPPED[name], Random(1)
    reached = {s.page.name for _ in range(1500) for s in invent(questionnaire, random).steps}
    assert reached == {page.name for section in questionnaire.parts for page in section.pages}


@every
def test_somebody_under_sixteen_is_thanked_and_asked_nothing_more(name: str) -> None:
    questionnaire, random = SHIPPED[name], Random(2)
    ways = (invent(questionnaire, random) for _ in range(60))
    young = [way for way in ways if way.answers.get("over_16") == "no"]
    assert young
    for way in young:
        assert [step.page.name for step in way.steps] == ["consent", "over-16", "too-young"]


@every
def test_the_start_and_the_equality_block_are_the_banks(name: str) -> None:
    shared = [section.name for section in SHIPPED[name].sections if section.bank is not None]
    assert shared == ["start", "equality"]
    assert {section.bank for section in SHIPPED[name].sections} >= {"harmonised 2026.1"}
    first = SHIPPED["smart-citizens"]
    for each in compare(first, SHIPPED[name]):
        if each.variable in first.questions and each.variable in SHIPPED[name].questions:
            section = next(s for s, _, q in first.walk() if each.variable in q.variables())
            if section.bank is not None:
                assert each.verdict == "same", each


@every
def test_harmonised_lists_carry_a_version_and_a_source(name: str) -> None:
    questionnaire = SHIPPED[name]
    asked = [q for s, _, q in questionnaire.walk() if s.bank is not None]
    lists = [questionnaire.list_of(question) for question in asked]
    assert all(codes.version and codes.source for codes in lists if codes is not None)


@every
def test_it_is_stored_without_loss(name: str) -> None:
    written = document.write(SHIPPED[name])
    assert document.write(document.read(written)) == written
    assert not any(f'"{field}":"harmonised"' in written for field in ("use", *NAMED_BY))


@every
def test_services_are_in_the_catalogue(name: str) -> None:
    catalogue = {row["id"] for row in rows("questionnaires/smart-services.csv")}
    asked = [question for _, _, question in SHIPPED[name].walk()]
    named = {question.service for question in asked}
    named |= {row.service for q in asked if isinstance(q, Grid) for row in q.rows_}
    assert named - {None} <= catalogue


@every
def test_population_codes_are_in_the_census_file(name: str) -> None:
    questionnaire = SHIPPED[name]
    census = rows("populations/milton-keynes-census-2021.csv")
    known = {(row["dimension"], row["code"]) for row in census}
    for classification in questionnaire.classifications:
        codes = questionnaire.code_list_of(classification.variable)
        assert codes is not None
        population = classification.population
        if population is not None:
            assert set(population.codes) == set(codes.valid())
            theirs = [code for part in population.codes.values() for code in part]
            assert len(theirs) == len(set(theirs))
            assert {(population.dimension, code) for code in theirs} <= known


@every
def test_every_question_about_a_person_can_be_refused(name: str) -> None:
    questionnaire = SHIPPED[name]
    for section, _, question in questionnaire.walk():
        codes = questionnaire.list_of(question)
        if section.equality:
            assert codes is not None
            assert codes.names()[-1] == "prefer_not"
            assert "prefer_not" in codes.missing()
