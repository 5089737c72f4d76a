"""Walking on after changes: options that come and go, and answers that are kept but not seen."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.collect.submitting import rows_of
from engage.questionnaire.answers import SEEN, mark_of
from engage.questionnaire.routing import Route, route
from tests.core.answering import values
from tests.core.logic import Plain, questionnaire

WAYS = ("bus", "bike", "walk")


def _is(variable: str, value: str) -> Plain:
    return {"is": {"variable": variable, "value": value}}


def _page(name: str, condition: Plain) -> Plain:
    question = {"kind": "single_choice", "name": name, "text": "?", "code_list": "yes_no"}
    return {"name": name.replace("_", "-"), "ask_if": condition, "questions": [question]}


def _deeper(plain: Plain) -> None:
    """Conditions on the answer whose options come and go, and on what they open."""
    plain["sections"][0]["pages"] += [
        _page("by_bus", _is("best", "bus")),
        _page("not_by_bus", {"not": _is("best", "bus")}),
        _page("after_bus", _is("by_bus", "yes")),
        _page("not_after_bus", {"not": _is("by_bus", "yes")}),
        _page("some_bike", _is("some", "bike")),
        _page("answered", {"answered": {"variable": "some"}}),
    ]


QUESTIONNAIRE = questionnaire(_deeper)
CHANGED = ("ways", "best", "some", "by_bus", "work", "ease_bus", "ease_bike", "why_bus")


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, Any]]:
    """Answers given one after the other, some of them again and again."""
    lists = QUESTIONNAIRE.code_lists
    names = draw(st.lists(st.sampled_from(CHANGED), max_size=12))
    return [(name, draw(values(QUESTIONNAIRE.questions[name], lists))) for name in names]


def offered(answers: dict[str, Any]) -> set[str]:
    """What may be chosen as best, said once more in the plainest way."""
    return {way for way in WAYS if way in (answers.get("ways") or [])} | {"unsure"}


def seen(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers that count, said once more in the plainest way."""
    found = {name: answers[name] for name in ("consent", "ways", "work") if name in answers}
    best, some = answers.get("best"), answers.get("some")
    if "best" in answers and (best is None or best in offered(answers)):
        found["best"] = best
    if "some" in answers:
        there = [code for code in some or [] if code in offered(answers)]
        if some is None or there:
            found["some"] = there or None
    if found.get("best") == "bus" and "by_bus" in answers:
        found["by_bus"] = answers["by_bus"]
    for way in ("bus", "bike"):
        if way in (answers.get("ways") or []) and f"ease_{way}" in answers:
            found[f"ease_{way}"] = answers[f"ease_{way}"]
    ease = found.get("ease_bus")
    if isinstance(ease, int) and ease >= 3 and "why_bus" in answers:
        found["why_bus"] = answers["why_bus"]
    return found


@given(changes())
def test_what_counts_is_what_is_asked_now(made: list[tuple[str, Any]]) -> None:
    draft: dict[str, Any] = {"consent": "yes"}
    for name, value in made:
        draft[name] = value
        before = copy.deepcopy(draft)
        way = route(QUESTIONNAIRE, draft)
        assert way.answers == seen(draft)
        assert draft == before, "nothing of the draft is lost"
        rows = rows_of(QUESTIONNAIRE, way)
        in_response = {row.variable for row in rows} - set(way.orders)
        assert in_response == set(seen(draft))
        asked = {variable for step in way.steps for variable in step.variables}
        assert in_response <= asked
        bests = [row.code for row in rows if row.variable in ("best", "some") and row.code]
        assert set(bests) <= offered(draft)


@given(changes())
def test_what_is_not_reached_is_as_if_it_had_not_been_asked(made: list[tuple[str, Any]]) -> None:
    draft = {"consent": "yes", **dict(made)}
    way = route(QUESTIONNAIRE, draft)
    pages = {step.page.name for step in way.steps}
    best, by_bus = seen(draft).get("best", ...), seen(draft).get("by_bus", ...)
    assert ("by-bus" in pages) == (best == "bus")
    # Of an answer that is not seen nothing follows, and nothing from its being otherwise.
    assert ("not-by-bus" in pages) == (best not in ("bus", ...))
    assert ("after-bus" in pages) == (by_bus == "yes")
    assert ("not-after-bus" in pages) == (by_bus not in ("yes", ...))
    assert ("answered" in pages) == (seen(draft).get("some") is not None)
    assert ("some-bike" in pages) == ("bike" in (seen(draft).get("some") or []))


@given(changes(), st.sampled_from(WAYS))
def test_what_comes_back_has_its_answers_again(made: list[tuple[str, Any]], code: str) -> None:
    draft = {"consent": "yes", **dict(made), "ways": list(WAYS), "best": code}
    there = route(QUESTIONNAIRE, draft)
    away = route(QUESTIONNAIRE, {**draft, "ways": ["none"]})
    assert "best" not in away.answers
    assert route(QUESTIONNAIRE, draft) == there
    assert there.answers["best"] == code


def test_an_answer_that_is_not_offered_is_asked_for_again() -> None:
    draft = {"consent": "yes", "home": None, "ways": ["walk"], "best": "bus"}
    way = route(QUESTIONNAIRE, {**draft, mark_of("welcome"): SEEN})
    step = way.first_open()
    assert step is not None
    assert step.page.name == "best"
    assert step.offered["best"].names() == ("walk", "unsure")


def test_a_question_without_an_option_is_not_asked() -> None:
    def only_conditional(plain: Plain) -> None:
        plain["code_lists"]["best"]["codes"].pop()

    found = questionnaire(only_conditional)
    assert route(found, {"consent": "yes", "ways": ["none"]}).step("best") is None
    assert route(found, {"consent": "yes", "ways": ["bus"]}).step("best") is not None
    assert route(found, {"consent": "yes"}).step("best") is None


def way_of(*marks: str, **answers: Any) -> Route:
    seen_marks = {mark_of(name): SEEN for name in marks}
    return route(QUESTIONNAIRE, {"consent": "yes", **answers, **seen_marks})


@pytest.mark.parametrize(("marks", "page"), [((), "welcome"), (("welcome",), "home")])
def test_a_statement_is_done_once_it_has_been_continued_from(
    marks: tuple[str, ...], page: str
) -> None:
    step = way_of(*marks).first_open()
    assert step is not None
    assert step.page.name == page


def test_a_statement_leaves_nothing_in_the_response() -> None:
    way = way_of("welcome", "why_we_ask", "no_such_statement", home="Here", ways=["bus"])
    assert way.seen == {mark_of("welcome"), mark_of("why_we_ask")}
    assert {row.variable for row in rows_of(QUESTIONNAIRE, way)} - set(way.orders) == {
        "consent",
        "home",
        "ways",
    }
