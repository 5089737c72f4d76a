"""The first survey: sound, whole in every language, and in step with its reference data."""

import csv
import json

import pytest

from engage.questionnaire import document
from engage.questionnaire.checking import check
from engage.questionnaire.kinds import Consent, Grid
from engage.questionnaire.texts import sources, state_of
from engage.resources import resource

LANGUAGES = ("pl", "ro", "ur")


def _whole() -> document.Questionnaire:
    source = document.read(resource("questionnaires/smart-citizens.json").read_bytes())
    files = [resource(f"questionnaires/smart-citizens.{tag}.json") for tag in LANGUAGES]
    read = (document.read_translation(file.read_bytes()) for file in files)
    return document.with_translations(source, dict(read))


SMART = _whole()


def rows(name: str) -> list[dict[str, str]]:
    with resource(name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_it_checks_clean() -> None:
    found = check(SMART)
    assert {(problem.code, problem.place) for problem in found} <= {
        ("not_reviewed", f"translations.{tag}") for tag in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_whole(language: str) -> None:
    state = state_of(SMART, language)
    assert (state.untranslated, state.stale, state.unknown) == ((), (), ())
    source = sources(SMART)
    same = [
        key
        for key, text in SMART.translations[language].texts.items()
        if text.text == source[key] and len(source[key].split()) > 3
    ]
    assert same == [], "a sentence that was never translated"


def test_it_ships_no_signature_that_nobody_gave() -> None:
    for language in LANGUAGES:
        if SMART.translations[language].reviewer is None:
            assert not state_of(SMART, language).reviewed


def test_the_ethnic_groups_are_the_nineteen_of_the_census() -> None:
    census = [row["code"] for row in rows("populations/milton-keynes-census-2021.csv")
              if row["dimension"] == "ethnic_group"]  # fmt: skip
    assert len(census) == 19
    assert list(SMART.code_lists["ethnic_group"].names()) == census
    asked = [
        code
        for variable in ("white", "mixed", "asian", "black", "other")
        for code in SMART.code_lists[f"ethnic_{variable}"].valid()
    ]
    assert asked == census
    derived = SMART.derived_by_name["ethnic_group"]
    assert [case.code for case in derived.cases] == census


def test_population_codes_are_in_the_census_file() -> None:
    known = {(row["dimension"], row["code"])
             for row in rows("populations/milton-keynes-census-2021.csv")}  # fmt: skip
    for classification in SMART.classifications:
        population = classification.population
        assert population is not None
        codes = SMART.code_list_of(classification.variable)
        assert codes is not None
        assert set(population.codes) == set(codes.valid())
        theirs = [code for part in population.codes.values() for code in part]
        assert len(theirs) == len(set(theirs))
        assert {(population.dimension, code) for code in theirs} <= known


def test_services_are_in_the_catalogue() -> None:
    catalogue = {row["id"] for row in rows("questionnaires/smart-services.csv")}
    named = {question.service for _, _, question in SMART.walk()}
    named |= {row.service for _, _, q in SMART.walk() if isinstance(q, Grid) for row in q.rows_}
    named -= {None}
    assert len(named) == 8
    assert named <= catalogue


def test_every_question_about_a_person_can_be_refused() -> None:
    (equality,) = (section for section in SMART.sections if section.equality)
    for page in equality.pages:
        for question in page.questions:
            codes = SMART.code_list_of(question.name)
            assert codes is not None
            assert codes.names()[-1] == "prefer_not"
            assert codes.missing() == {"prefer_not"}


def test_it_asks_for_consent_alone_and_nothing_else_must_be_answered() -> None:
    consents = [question for _, _, question in SMART.walk() if isinstance(question, Consent)]
    assert consents == [SMART.consent]
    for _, _, question in SMART.walk():
        if not isinstance(question, Consent):
            assert not question.read({}, SMART.code_lists).problems


def test_it_is_stored_without_loss() -> None:
    assert document.read(document.write(SMART)) == SMART
    assert json.loads(document.write(SMART))["survey"] == "smart-citizens"
