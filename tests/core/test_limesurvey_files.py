"""Files of LimeSurvey: both layouts, every type, and what is refused with a sentence."""

import json
import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.exchange.limesurvey import read
from engage.exchange.limesurvey import tables as tables_
from engage.exchange.refused import FileRefused
from tests.core.limesurvey import Asked, File, every_type, notes, questions, taken

LANGUAGES = ("en", "fr", "de-informal")


@pytest.mark.parametrize("old", [False, True], ids=["new", "old"])
def test_every_type_makes_a_questionnaire_that_may_be_opened(old: bool) -> None:
    imported = File(every_type(), old=old, languages=LANGUAGES).read()
    questionnaire = taken(imported)
    kinds = {question.kind for _, _, question in questionnaire.walk()}
    assert kinds == {
        *("consent", "statement", "single_choice", "multiple_choice", "number", "scale"),
        *("grid", "ranking", "short_text", "long_text", "date"),
    }
    assert set(questionnaire.translations) == {"fr", "de"}


def test_both_layouts_say_the_same() -> None:
    new = File(every_type(), languages=LANGUAGES).read()
    old = File(every_type(), old=True, languages=LANGUAGES).read()
    assert new == old


def test_the_texts_of_each_language_stand_under_their_keys() -> None:
    asked = [Asked("L", "Q1", "A fruit?", answers={"A1": "Apple"}, help="One of them.")]
    imported = File(asked, languages=LANGUAGES, texts={"surveyls_description": "Fruit"}).read()
    texts = imported.document["translations"]["fr"]["texts"]
    assert texts["question.q1.text"]["text"] == "A fruit? [fr]"
    assert texts["question.q1.hint"]["text"] == "One of them. [fr]"
    assert texts["code_list.q1.A1"]["text"] == "Apple [fr]"
    assert texts["about.summary"]["text"] == "Fruit [fr]"
    assert texts["section.first-group.title"]["text"] == "First group [fr]"
    assert texts["question.consent.text"]["text"] == "Acceptez-vous de participer ?"
    assert {each["state"] for each in texts.values()} == {"translated"}


def test_a_language_that_has_all_texts_is_whole() -> None:
    told = {"surveyls_description", "surveyls_welcometext", "surveyls_policy_notice"}
    texts = dict.fromkeys([*told, "surveyls_endtext"], "Said")
    settings = {"admin": "Ann Other", "adminemail": "ann@example.org"}
    file = File(every_type(), languages=("en", "fr"), texts=texts, settings=settings)
    texts_of = taken(file.read()).translations["fr"].texts
    missing = json.dumps(sorted(texts_of))
    assert "about.purpose" in missing
    assert "about.other_ways" not in missing, "LimeSurvey has no such text"


def test_an_informal_language_beside_the_plain_one_keeps_its_name() -> None:
    imported = File([Asked("Y", "Q1")], languages=("de", "de-informal")).read()
    assert imported.document["source_language"] == "de"
    assert set(imported.document["translations"]) == {"de-informal"}


def test_what_we_add_in_a_language_without_words_is_named() -> None:
    imported = File([Asked("Y", "Q1")], languages=("fi",)).read()
    taken(imported)
    assert notes(imported, "code_list.yes_no.Y", "in English: write them in fi")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no element found"),
        (b"not XML at all", "line 1"),
        (b"<document>\n <rows>\n</document>", "line 3, column 3: expected XML"),
        (b"PK\x03\x04archive", "unpack it"),
        (b"<html></html>", "expected <document> first, found <html>"),
        (b"<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>", 'found "Group"'),
        (b"<document/>", "LimeSurveyDocType"),
        (b'<?xml version="1.0" encoding="klingon"?><document/>', "encoding"),
        (b'<?xml version="1.0" encoding="utf-7"?><document/>', "encoding"),
        (b"<document>" + b"<a>" * 200, "nested too deeply"),
    ],
)
def test_a_file_that_is_something_else_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(content)
    assert sentence in refused.value.mistakes[0]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "start",
    [
        f'<!DOCTYPE document [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE document [<!ENTITY own SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE document SYSTEM "http://127.0.0.1/no.dtd">',
        "<!DOCTYPE document>",
    ],
)
def test_entities_are_refused_before_they_are_read(start: str) -> None:
    body = "<document><x>&l9;&own;</x></document>"
    with pytest.raises(FileRefused, match="no DOCTYPE and no entities"):
        read(f'<?xml version="1.0"?>{start}{body}'.encode())


def test_a_file_that_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_, "MOST_BYTES", 1_000_000)
    with pytest.raises(FileRefused, match="at most 1 million bytes"):
        read(b"<" * 1_000_001)


def test_a_survey_without_questions_or_with_too_many_languages_is_refused() -> None:
    with pytest.raises(FileRefused, match="a survey with questions"):
        File([]).read()
    many = tuple(a + b for a in string.ascii_lowercase for b in string.ascii_lowercase)
    with pytest.raises(FileRefused, match="at most 150 languages"):
        File([Asked("Y", "Q1")], languages=many).read()


def test_what_stands_in_cdata_is_text() -> None:
    imported = File([Asked("T", "Q1", "Fish & chips ]]> <3")]).read()
    assert questions(imported)["q1"]["text"] == "Fish & chips ]]> <3"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read(content)


WHOLE = File(every_type(), languages=("en", "fr")).written()


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 200), st.binary(max_size=5))
def test_a_file_with_damage_is_read_or_refused(start: int, length: int, put: bytes) -> None:
    damaged = WHOLE[:start] + put + WHOLE[start + length :]
    with suppress(FileRefused):
        taken(read(damaged))
