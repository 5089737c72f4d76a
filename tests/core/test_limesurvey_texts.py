"""Texts and names of LimeSurvey: HTML, earlier answers in a text, legal names and codes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.exchange.limesurvey import naming, read, wording
from engage.exchange.limesurvey.plain_text import plain_text
from tests.core.limesurvey import Asked, File, asked_if, notes, pages, questions, taken

ANSWERS = {"A1": "Good", "A2": "Bad"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>One.</p>\n<p>Two\n lines.</p>", "One.\n\nTwo lines."),
        ("One<br />Two", "One\nTwo"),
        ("One\n\nTwo", "One\n\nTwo"),
        ("One\nTwo", "One Two"),
        ("<ul><li>One</li><li>Two</li></ul>", "• One\n• Two"),
        ("a &lt; b &amp; c&nbsp;d", "a < b & c d"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<b>Bold</b><i>er</i>", "Bolder"),
        ("<script>alert(1)</script>Seen<style>p{}</style>", "Seen"),
        ("<iframe src=x>No</iframe>Seen", "Seen"),
        ('<a href="https://example.org">Read</a>', "Read (https://example.org)"),
        ('<a href="mailto:a@example.org">a@example.org</a>', "a@example.org"),
        ('<a href="javascript:alert(1)">Click</a>', "Click"),
        ('<img src="x.png" alt="A map">', "A map"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("<p>", ""),
        ("One<!-- not <b>this</b> --> two", "One two"),
        ("<![if !supportLists]>One<![endif]> <!DOCTYPE html>two", "One two"),
        ("2 <! 3 <![;", "2 <! 3 <![;"),
    ],
)
def test_html_becomes_paragraphs(raw: str, text: str) -> None:
    assert plain_text(raw).text == text


@given(st.text(alphabet="<>/pbrimgascript ='\"&;!-[]\n\r\v\x1cé", max_size=300))
def test_no_text_breaks_it(raw: str) -> None:
    text = plain_text(raw).text
    assert text == text.strip()
    assert "\n\n\n" not in text


def test_a_text_that_is_too_long_is_cut_and_noted() -> None:
    imported = File([Asked("T", "Q1", "word " * 3_000)]).read()
    taken(imported)
    assert len(questions(imported)["q1"]["text"]) <= 10_000
    assert notes(imported, "question Q1", "longer than 10,000")


def test_what_html_held_is_noted_once_for_each_place() -> None:
    html = '<p><strong>Look</strong> <img src="map.png"></p>'
    imported = File([Asked("T", "Q1", html), Asked("T", "Q2", html), Asked("T", "Q3")]).read()
    assert len(notes(imported, "HTML (strong, img)", "question Q1", "question Q2")) == 1
    assert len(notes(imported, "map.png")) == 2
    assert not notes(imported, "question Q3", "HTML")


def test_an_earlier_answer_stands_in_a_text() -> None:
    rows = {"SQ001": "One", "SQ002": "Two"}
    imported = File(
        [
            Asked("L", "Q1", answers=ANSWERS),
            Asked("M", "Q2", rows=rows),
            Asked("T", "Q3", "Why {Q1.shown}, {Q1}, {Q2} and {INSERTANS:881234X31X501}?"),
            Asked("F", "Q4", "And {Q4_SQ001}?", rows={"SQ001": "About {Q1.NAOK}"}, answers=ANSWERS),
            Asked("T", "Q5", "{Q4_SQ001.shown} { Q1 } {Later}", help="You said {Q1}."),
        ],
        languages=("en", "fr"),
    ).read()
    questionnaire = taken(imported)
    found = questions(imported)
    assert found["q3"]["text"] == "Why {q1}, {q1}, {q2} and {q1}?"
    assert found["q4"]["text"] == "And …?", "it is not asked before its own page"
    assert found["q4"]["rows"][0]["text"] == "About {q1}"
    assert found["q5"]["text"] == "{q4_sq001} { Q1 } …"
    assert found["q5"]["hint"] == "You said {q1}."
    french = questionnaire.translations["fr"].texts["question.q3.text"].text
    assert french == "Why {q1}, {q1}, {q2} and {q1}? [fr]"


@pytest.mark.parametrize(
    "inside",
    [
        "TOKEN:FIRSTNAME",
        "if(Q1 == 'A1', 'good', 'bad')",
        "Q1.question",
        "Q2_SQ001.shown",
        "Q1 + 1",
        "unknown",
    ],
)
def test_what_cannot_be_piped_leaves_a_gap_and_a_note(inside: str) -> None:
    first = [Asked("L", "Q1", answers=ANSWERS), Asked("M", "Q2", rows={"SQ001": "One"})]
    imported = File([*first, Asked("T", "Q3", f"Dear {{{inside}}}, hello")]).read()
    taken(imported)
    assert questions(imported)["q3"]["text"] == "Dear …, hello"
    assert notes(imported, "question Q3", inside)


def test_a_translation_that_quotes_other_answers_is_left_out() -> None:
    file = File([Asked("Y", "Q1"), Asked("T", "Q2", "Why {Q1}?")], languages=("en", "fr"))
    content = file.written().replace(b"Why {Q1}? [fr]", b"Pourquoi ?")
    imported = read(content)
    assert "question.q2.text" not in taken(imported).translations["fr"].texts
    assert notes(imported, "question.q2.text, language fr", "Pourquoi ?")


def test_what_limesurvey_fills_in_itself_is_filled_in() -> None:
    texts = {"surveyls_title": "Parks", "surveyls_welcometext": "Welcome to {SURVEYNAME}"}
    settings = {"admin": "Ann", "adminemail": "inherit"}
    file = File([Asked("T", "Q1", "{ADMINNAME} asks")], texts=texts, settings=settings)
    imported = file.read()
    assert imported.document["about"]["purpose"] == "Welcome to Parks"
    assert questions(imported)["q1"]["text"] == "Ann asks"
    assert imported.document["about"]["contact"].startswith("To be filled in")
    assert notes(imported, "no text for contact", "to be filled in")


def test_an_answer_cannot_stand_in_the_label_of_an_option() -> None:
    asked = Asked("L", "Q2", answers={"A1": "Not {Q1}", "A2": ""})
    imported = File([Asked("L", "Q1", answers=ANSWERS), asked]).read()
    taken(imported)
    labels = [code["label"] for code in imported.document["code_lists"]["q2"]["codes"]]
    assert labels == ["Not …", "A2"]
    assert notes(imported, "question Q2", "option A1")
    assert notes(imported, "question Q2", "option A2", "no text")


def test_names_are_legal_and_each_is_given_once() -> None:
    codes = ["Q1", "q1", "1a", "Wie viel?", "ж", "language", "x" * 50, ""]
    imported = File([Asked("Y", code) for code in codes]).read()
    taken(imported)
    found = [name for name in questions(imported) if name != "consent"]
    assert found == ["q1", "q1_2", "q1a", "wie_viel", "q581", "language_2", "x" * 32, "q641"]
    assert notes(imported, 'the name "Wie viel?"', '"wie_viel"')
    assert notes(imported, "names", "Q1 → q1", "small letters")


def test_codes_are_legal_and_a_condition_finds_them() -> None:
    answers = {"-": "None", "a b": "Two", "ok": "Three", "a_b": "Four"}
    imported = File(
        [Asked("L", "Q1", answers=answers), Asked("T", "Q2", relevance='Q1 == "a b"')]
    ).read()
    taken(imported)
    codes = [code["code"] for code in imported.document["code_lists"]["q1"]["codes"]]
    assert codes == ["c-", "a_b_2", "ok", "a_b"]
    assert asked_if(imported, "q2") == {"is": {"variable": "q1", "value": "a_b_2"}}
    assert notes(imported, "option a b", "a_b_2")


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_names_and_codes_are_made_legal(wanted: list[str]) -> None:
    names = naming.variables()
    made = [names.fresh(each, "q1") for each in wanted]
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name) for name in made)
    codes = naming.legal_codes(wanted)
    assert len(set(codes.values())) == len(set(wanted))
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,31}", c) for c in codes.values())


def test_every_word_is_there_in_every_language() -> None:
    for name in wording.WORDS:
        found = wording.words(name, wording.LANGUAGES)
        assert set(found) == set(wording.LANGUAGES)
        assert all(text.strip() == text != "" for text in found.values())
    assert wording.words("yes", ["pt-BR", "zh-Hant-TW", "fi"]) == {
        "en": "Yes",
        "pt-BR": "Sim",
        "zh-Hant-TW": "是",
    }


def test_sections_and_the_survey_have_names_for_addresses() -> None:
    groups = [{"group_name": "Über uns"}, {"group_name": "Über uns"}, {"group_name": "数"}]
    asked = [Asked("Y", f"Q{n}", group=n) for n in range(3)]
    imported = File(asked, groups=groups, texts={"surveyls_title": "Results"}).read()
    taken(imported)
    names = [section["name"] for section in imported.document["sections"]]
    assert names == ["taking-part", "uber-uns", "uber-uns-2", "group"]
    assert imported.document["survey"] == "results-2"
    assert set(pages(imported)) == {"consent", "q0", "q1", "q2"}
