"""What is exported as an XLSForm asks the same there, and comes back as the same document."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from engage.exchange.questionnaire_folder import load
from engage.exchange.xlsform import read, write
from engage.exchange.xlsform.writing.differences import DONE
from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.routing import route
from engage.questionnaire.translation import fingerprint
from tests.core import forms
from tests.core.answering import answers
from tests.core.drawing import questionnaires
from tests.core.small import edited, small
from tests.support.commands import ROOT

SURVEYS = sorted(
    path
    for path in (ROOT / "questionnaires").glob("*.json")
    if "survey" in json.loads(path.read_text("utf-8"))
)


def made(plain: dict[str, Any]) -> Questionnaire:
    return document.read(json.dumps(plain))


def there_and_back(questionnaire: Questionnaire) -> tuple[Questionnaire, list[str]]:
    """The document that an import of the export gives, and what the export says is lost."""
    content, notes = write(questionnaire)
    back = document.validated(read(content, "form.xlsx").document)
    return back, [note.sentence() for note in notes if note.done == DONE]


def without_pictures(questionnaire: Questionnaire) -> dict[str, Any]:
    """The document without the bytes of its pictures, which go their own way."""
    plain: dict[str, Any] = json.loads(document.write(questionnaire))
    for picture in plain.get("pictures", {}).values():
        picture.pop("content", None)
        picture.pop("media_type", None)
    return plain


@pytest.mark.parametrize("file", SURVEYS, ids=lambda path: path.stem)
def test_a_survey_comes_back_as_it_was(file: Path) -> None:
    questionnaire = load(file)
    back, lost = there_and_back(questionnaire)
    assert without_pictures(back) == without_pictures(questionnaire)
    assert not lost


def test_the_small_questionnaire_has_the_same_digest_again_and_nothing_to_note() -> None:
    questionnaire = made(small())
    content, _ = write(questionnaire)
    back = read(content, "form.xlsx")
    assert document.digest(document.validated(back.document)) == document.digest(questionnaire)
    assert not back.report


@settings(max_examples=40)
@given(questionnaires())
def test_whatever_does_not_come_back_is_said(questionnaire: Questionnaire) -> None:
    back, lost = there_and_back(questionnaire)
    assert (document.digest(back) == document.digest(questionnaire)) == (not lost)


@settings(max_examples=40)
@given(questionnaires().flatmap(lambda q: st.tuples(st.just(q), answers(q))))
def test_the_form_asks_whom_the_questionnaire_asks(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, given_answers = case
    content, notes = write(questionnaire)
    repeats = any(section.repeat for section in questionnaire.sections)
    offered = any(codes.is_conditional for codes in questionnaire.code_lists.values())
    if repeats or offered or any("asked of everybody" in note.done for note in notes):
        return
    whole = {name: given_answers.get(name) for name in questionnaire.questions}
    there = {name: as_there(questionnaire, name, answer) for name, answer in whole.items()}
    assert forms.asked(content, there) == list(route(questionnaire, whole).answers)


def as_there(questionnaire: Questionnaire, name: str, answer: Any) -> Any:
    """The answer, nothing if it is a way of not answering that a form has no box for."""
    boxes = [code.code for code in getattr(questionnaire.questions[name], "missing", ())]
    return None if isinstance(answer, list) and answer[:1] in [[box] for box in boxes] else answer


def test_pyxform_makes_a_form_of_it_in_every_language() -> None:
    found = convert(write(load(SURVEYS[0]))[0], file_type=".xlsx", validate=False)
    languages = load(SURVEYS[0]).translations
    assert languages
    for language in languages:
        assert f"({language})" in found.xform


def everything() -> dict[str, Any]:
    """A questionnaire with what the small one lacks."""
    plain = small()
    plain["pictures"] = {"square": {"file": "square.svg", "alt": "A square", "description": "It"}}
    plain["code_lists"]["square"] = {
        "version": "2026.1",
        "codes": [
            {"code": "square", "label": "This"},
            {"code": "no", "label": "No", "ask_if": {"is": {"variable": "ways", "value": "bus"}}},
        ],
    }
    missing = [{"code": "prefer_not", "label": "Prefer not to say"}]
    asked = [
        {"kind": "statement", "name": "told", "text": "Now {place}",
         "body": "One.\n\nTwo, by {ways}."},
        {"kind": "ranking", "name": "rank", "text": "Rank", "code_list": "sex", "most": 1},
        {"kind": "date", "name": "day", "text": "When?", "earliest": "2020-01-01",
         "missing": missing},
        {"kind": "month", "name": "month", "text": "Month?", "latest": "2026-05"},
        {"kind": "area", "name": "ward", "text": "Where?", "code_list": "age", "postcode": True},
        {"kind": "place", "name": "spot", "text": "Which spot, {answering}?", "limit": 50},
        {"kind": "picture", "name": "look", "text": "Look", "pictures": ["square"], "limit": 90},
        {"kind": "picture", "name": "pick", "text": "Pick", "pictures": ["square"],
         "code_list": "square"},
        {"kind": "single_choice", "name": "mixed", "text": "Mixed", "code_list": "sex",
         "order": "mixed_order"},
    ]  # fmt: skip
    pages = [{"name": q["name"].replace("_", "-"), "questions": [q]} for q in asked]
    pages.append({"name": "both", "order": "both_order", "questions": [
        {"kind": "short_text", "name": "one", "text": "One", "missing": missing},
        {"kind": "grid", "name": "two", "text": "Two", "code_list": "yes_no", "order": "two_order",
         "rows": [{"name": "two_a", "text": "A", "service": "bus"}]},
    ]})  # fmt: skip
    plain["sections"][2]["pages"] += pages
    trip = {
        "kind": "number",
        "name": "trips",
        "text": "How many by {option}?",
        "least": 0,
        "most": 9,
    }
    safe = {"kind": "single_choice", "name": "safe", "text": "Safe?", "code_list": "yes_no"}
    plain["sections"].insert(3, {
        "name": "trips", "title": "By {option}", "repeat": {"variable": "ways"},
        "pages": [{"name": "trips", "questions": [trip]},
                  {"name": "safe", "ask_if": {"at_least": {"variable": "trips", "value": 1}},
                   "questions": [safe]}],
    })  # fmt: skip
    plain["checks"] = [
        {"name": "far", "if": {"total_at_least": {"variables": ["distance"], "value": 40}},
         "text": "So far?"}
    ]  # fmt: skip
    return plain


def test_every_kind_comes_back() -> None:
    questionnaire = made(everything())
    back, lost = there_and_back(questionnaire)
    assert not lost
    assert document.digest(back) == document.digest(questionnaire)


def test_what_a_form_cannot_say_is_noted() -> None:
    _, notes = write(made(everything()))
    places = {note.place for note in notes}
    for place in (
        "check far", "picture square", "question rank", "question ward", "question mixed",
        "question one", "page both", "section equality", "code list age", "question content",
        "question two", "variable ways",
    ):  # fmt: skip
        assert place in places


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    questionnaire = made(edited(lambda plain: plain.update(title="=1+1")))
    back, lost = there_and_back(questionnaire)
    assert back.title == "=1+1"
    assert not lost


def test_an_edited_condition_counts_and_not_what_stands_beside_it() -> None:
    content, _ = write(made(small()))

    def change(rows: list[dict[str, Any]]) -> None:
        often = next(each for each in rows if each.get("name") == "often")
        often["relevant"] = "selected(${ways}, 'walk')"

    back = document.validated(read(forms.edited(content, "survey", change), "f.xlsx").document)
    pages = {page.name: page for section in back.sections for page in section.pages}
    found = pages["often"].ask_if
    assert found is not None
    assert found.model_dump(by_alias=True) == {"is": {"variable": "ways", "value": "walk"}}


def test_an_edited_label_and_an_edited_bound_count() -> None:
    content, _ = write(made(small()))

    def change(rows: list[dict[str, Any]]) -> None:
        distance = next(each for each in rows if each.get("name") == "distance")
        distance |= {"constraint": ". >= 0 and . <= 99", forms.LABEL: "How far now?"}

    back = document.validated(read(forms.edited(content, "survey", change), "f.xlsx").document)
    plain = back.questions["distance"].model_dump()
    assert (plain["least"], plain["most"], plain["decimals"]) == (0, 99, 1)
    assert plain["text"] == "How far now?"


def in_polish(title: str) -> dict[str, Any]:
    """The small questionnaire with a title that a machine has translated, and one stale text."""
    plain = small()
    texts = {
        "title": {"text": title, "of": fingerprint(plain["title"]), "state": "machine"},
        "about.purpose": {"text": "Cel", "of": fingerprint("Older words"), "state": "draft"},
    }
    plain["translations"] = {"pl": {"reviewer": "Ada", "texts": texts}}
    return plain


def test_how_far_a_translation_is_comes_back() -> None:
    questionnaire = made(in_polish("Mała ankieta"))
    back, lost = there_and_back(questionnaire)
    assert back.translations == questionnaire.translations
    assert not lost


def test_a_translation_that_was_edited_is_no_longer_stale() -> None:
    content, _ = write(made(in_polish("Mała ankieta")))

    def change(rows: list[dict[str, Any]]) -> None:
        told = next(each for each in rows if each.get("engage_name") == "purpose")
        told[forms.POLISH] = "Nowy cel"

    back = document.validated(read(forms.edited(content, "survey", change), "f.xlsx").document)
    assert back.translations["pl"].texts["about.purpose"].text == "Nowy cel"
    assert back.translations["pl"].texts["about.purpose"].of == fingerprint("Words")


def test_a_derived_variable_is_worked_out_there() -> None:
    content, _ = write(made(small()))
    for ways, rides in (("bus", "yes"), ("walk bike", "yes"), ("walk", "no"), ("", "")):
        assert forms.calculated(content, {"ways": ways}, "rides") == rides
