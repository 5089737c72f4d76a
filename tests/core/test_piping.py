"""Quoting: what is put into a text, and what cannot get out of it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire import piping
from engage.questionnaire.piping import FIRST_STRONG, POP, filled, isolated, placeholders
from engage.questionnaire.texts import texts_in
from engage.web.instrument import Instrument
from tests.core.logic import URDU, questionnaire

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,31}", fullmatch=True)
DIRECTING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(DIRECTING + "{}\n\u2029"))
)


def test_names_in_braces_are_found_once_and_in_order() -> None:
    assert placeholders("{tie} and {option}, {tie}") == ("tie", "option")
    assert placeholders("{Tie} { tie } {} {1st} {tie:x} {a-b} plain") == ()


def test_what_has_no_words_stays_as_it_is_written() -> None:
    assert filled("{tie} and {other}", {"tie": "yes"}) == f"{FIRST_STRONG}yes{POP} and {{other}}"


@given(st.text(), st.dictionaries(NAMES, HOSTILE))
def test_a_text_without_names_stays_as_it_is(text: str, words: dict[str, str]) -> None:
    plain = re.sub("[{}]", "", text)
    assert filled(plain, words) == plain


@given(HOSTILE, HOSTILE)
def test_what_is_put_in_is_not_looked_through_again(one: str, other: str) -> None:
    found = filled("{a}|{b}", {"a": "{b}", "b": other})
    assert found == f"{isolated('{b}')}|{isolated(other)}"
    assert filled("{a}", {"a": one}) == isolated(one)


@given(HOSTILE)
def test_nothing_ends_its_own_isolation(words: str) -> None:
    found = isolated(words)
    assert (found[0], found[-1]) == (FIRST_STRONG, POP)
    assert not set(found[1:-1]) & set(DIRECTING)
    # A line or paragraph end would end it as well.
    assert len(found.splitlines()) == 1


@given(HOSTILE)
def test_letters_stay_what_they_are(words: str) -> None:
    kept = [c for c in words if c not in DIRECTING and not c.isspace()]
    assert [c for c in isolated(words)[1:-1] if not c.isspace()] == kept


def test_a_repeated_text_has_its_option_in_the_language_of_the_page() -> None:
    found = questionnaire(urdu=True)
    english, urdu = Instrument(found, "en"), Instrument(found, "ur")
    by_bus = isolated("By bus")
    assert english.text("question.ease_bus.text") == f"{by_bus}: how easy is it?"
    assert english.text("section.each-bike.title") == f"About {isolated('By bike')}"
    assert urdu.text("question.ease_bus.text") == (
        f"{URDU} {isolated(f'{URDU} By bus')}: how easy is it?"
    )
    assert urdu.text("question.ease_bus.low") == f"{URDU} Hard"
    assert urdu.text("missing.ease_bus.prefer_not") == f"{URDU} Prefer not to say"


def test_every_text_that_is_asked_is_there() -> None:
    found = questionnaire()
    texts = piping.spread(found, texts_in(found, "en"))
    for section, _, question in found.walk():
        assert texts[f"section.{section.name}.title"]
        for key, _ in question.texts():
            assert texts[key]
            assert piping.OPTION not in placeholders(texts[key])


def test_a_name_means_the_sections_own_variable_first() -> None:
    found = questionnaire()
    quoted = Instrument(found, "en").quoted
    assert quoted["question.why_bus.text"] == {"ease": "ease_bus"}
    assert quoted["section.each-walk.introduction"] == {"home": "home"}
    assert quoted["check.hours_week.text"] == {"work": "work", "rest": "rest"}
    assert "question.home.text" not in quoted


def test_the_pages_that_quote_are_known() -> None:
    pages = Instrument(questionnaire(), "en").quoting
    assert {"best", "ease-bus", "more-walk"} <= pages
    assert not {"consent", "home", "ways", "first", "work"} & pages


def test_a_title_says_for_which_option_it_is() -> None:
    texts = Instrument(questionnaire(), "en")
    assert texts.title("ease_bus") == f"{isolated('By bus')}: how easy is it?"
    assert texts.title("cost_bike") == f"Its cost ({isolated('By bike')})"
    assert texts.title("speed_bike") == f"{isolated('By bike')}, fast"
    assert texts.asked("cost_bike") == f"What about these? ({isolated('By bike')})"
    assert texts.title("home") == texts.asked("home") == "Where do you live?"


def test_a_title_leaves_the_answers_of_respondents_open() -> None:
    texts = Instrument(questionnaire(), "en")
    assert texts.title("best") == f"Near {isolated('…')} you go {isolated('…')}. Which is best?"


def test_one_respondents_answers_stay_theirs() -> None:
    every = Instrument(questionnaire(), "en")
    one, other = every.with_answers(str.upper), every.with_answers(lambda variable: "x")
    assert one.text("question.best.hint") == f"Think of {isolated('HOME')}."
    assert other.text("question.best.hint") == f"Think of {isolated('x')}."
    assert every.text("question.best.hint") == f"Think of {isolated('…')}."
