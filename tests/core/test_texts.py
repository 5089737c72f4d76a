"""Texts and their translations: which are whole, stale or reviewed, and what is shown meanwhile."""

import json
from typing import Any

import pytest
from hypothesis import given

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.document import DocumentRefused
from engage.questionnaire.texts import languages, sources, state_of, texts_in
from engage.questionnaire.translation import fingerprint
from tests.core.drawing import questionnaires
from tests.core.small import small

SMALL = document.read(json.dumps(small()))
SOURCES = sources(SMALL)


def in_polish(reviewer: str | None = None, state: str = "machine", **texts: Any) -> Questionnaire:
    """The small questionnaire with every text in Polish, but for `texts`: key=text or None."""
    whole = {
        key: {"text": f"PL {source}", "of": fingerprint(source), "state": state}
        for key, source in SOURCES.items()
    }
    changed = {key.replace("__", "."): change for key, change in texts.items()}
    for key, change in changed.items():
        whole.pop(key, None)
        if change is not None:
            whole[key] = change
    file = {"language": "pl", "reviewer": reviewer, "texts": whole}
    language, translation = document.read_translation(json.dumps(file))
    return document.with_translations(SMALL, {language: translation})


def test_every_text_has_a_key() -> None:
    assert SOURCES["title"] == "A small survey"
    assert SOURCES["about.purpose"] == "Words"
    assert SOURCES["section.middle.introduction"] == "Now for more."
    assert SOURCES["question.consent.agree"] == "I agree"
    assert SOURCES["question.distance.unit"] == "km"
    assert SOURCES["question.content.low"] == "Not"
    assert SOURCES["missing.content.prefer_not"] == "Prefer not to say"
    assert SOURCES["row.often_bus.text"] == "Bus"
    assert SOURCES["code_list.ways.bus"] == "By bus"
    assert SOURCES["code_list.age.group.16-64"] == "16 to 64"
    assert "code_list.age.group.65+" not in SOURCES, "a group of one code has that code's label"
    assert SOURCES["derived.rides.title"] == "Rides"
    assert SOURCES["classification.sex.title"] == "Sex"


def test_a_whole_language_is_offered_once_it_is_reviewed() -> None:
    machine, signed = in_polish(), in_polish("Anna N.", "reviewed")
    assert state_of(machine, "pl").whole
    assert languages(machine, unreviewed=False) == {"en": True}
    assert languages(machine, unreviewed=True) == {"en": True, "pl": False}
    assert languages(signed, unreviewed=False) == {"en": True, "pl": True}


def test_a_signature_without_reviewed_texts_is_not_enough() -> None:
    assert not state_of(in_polish("Anna N.", "translated"), "pl").reviewed
    assert not state_of(in_polish(None, "reviewed"), "pl").reviewed


def test_a_missing_text_falls_back_and_the_language_is_not_offered() -> None:
    questionnaire = in_polish("Anna N.", "reviewed", row__often_bus__text=None)
    assert state_of(questionnaire, "pl").untranslated == ("row.often_bus.text",)
    assert texts_in(questionnaire, "pl")["row.often_bus.text"] == "Bus"
    assert texts_in(questionnaire, "pl")["title"] == "PL A small survey"
    assert languages(questionnaire, unreviewed=True) == {"en": True}


def test_a_changed_source_makes_its_translation_stale() -> None:
    old = {"text": "Stary", "of": fingerprint("An older survey"), "state": "reviewed"}
    questionnaire = in_polish("Anna N.", "reviewed", title=old)
    assert state_of(questionnaire, "pl").stale == ("title",)
    assert not state_of(questionnaire, "pl").whole
    assert languages(questionnaire, unreviewed=True) == {"en": True}


def test_a_text_that_nothing_asks_for_is_named() -> None:
    extra = {"text": "Nic", "of": fingerprint("?"), "state": "machine"}
    state = state_of(in_polish(titel=extra), "pl")
    assert state.unknown == ("titel",)
    assert state.whole


def test_a_wrong_translation_file_names_the_place() -> None:
    file = {"language": "pl", "texts": {"title": {"text": "T", "of": "short", "state": "done"}}}
    with pytest.raises(DocumentRefused) as refused:
        document.read_translation(json.dumps(file))
    places = {problem.place for problem in refused.value.problems}
    assert places == {"$.texts.title.of", "$.texts.title.state"}


@given(questionnaires())
def test_in_its_own_language_a_questionnaire_is_whole(questionnaire: Questionnaire) -> None:
    own = questionnaire.source_language
    assert state_of(questionnaire, own).whole
    assert languages(questionnaire, unreviewed=False) == {own: True}
    assert texts_in(questionnaire, own) == sources(questionnaire)
    assert all(text.strip() for text in sources(questionnaire).values())
    # A language that nobody has begun falls back as a whole.
    assert texts_in(questionnaire, "cy") == sources(questionnaire)
    assert set(state_of(questionnaire, "cy").untranslated) == set(sources(questionnaire))
