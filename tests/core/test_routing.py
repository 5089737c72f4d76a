"""Laws of the route, over whole questionnaires drawn at random."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire import document
from engage.questionnaire.answers import SEEN
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.routing import Route, route
from tests.core.answering import answers
from tests.core.drawing import Plain, questionnaires

Case = tuple[Questionnaire, dict[str, Any]]
cases = questionnaires().flatmap(lambda q: st.tuples(st.just(q), answers(q)))


def truth(condition: Plain | None, seen: dict[str, Any], blank: set[str]) -> bool | None:
    """The meaning of a condition once more, on plain data and in the plainest way."""
    if condition is None:
        return True
    ((operator, of),) = condition.items()
    if operator == "not":
        inner = truth(of, seen, blank)
        return None if inner is None else not inner
    if operator in ("all", "any"):
        truths = [truth(part, seen, blank) for part in of]
        decisive = operator == "any"
        return decisive if decisive in truths else None if None in truths else not decisive
    if of["variable"] not in seen:
        return None
    value = seen[of["variable"]]
    if operator == "answered":
        return of["variable"] not in blank
    if operator in ("at_least", "at_most"):
        if not isinstance(value, int | float):
            return False
        return value >= of["value"] if operator == "at_least" else value <= of["value"]
    chosen = value if isinstance(value, list) else [value]
    return any(code in chosen for code in of.get("values", [of.get("value")]))


def asked(plain: Plain, whole: Route) -> list[tuple[str, str]]:
    """(page, variable) of everything that the document's conditions ask, in order."""
    seen: dict[str, Any] = {}
    found = []
    for section in plain["sections"]:
        if truth(section.get("ask_if"), seen, set(whole.unanswered)) is not True:
            continue
        for page in section["pages"]:
            if truth(page.get("ask_if"), seen, set(whole.unanswered)) is not True:
                continue
            here = [
                row["name"]
                for question in page["questions"]
                if question["kind"] != "statement"
                and truth(question.get("ask_if"), seen, set(whole.unanswered)) is True
                for row in question.get("rows", [question])
                if row is question or truth(row.get("ask_if"), seen, set(whole.unanswered)) is True
            ]
            found += [(page["name"], variable) for variable in here]
            seen |= {v: whole.answers[v] for v in here if v in whole.answers}
    return found


def shape(way: Route) -> list[tuple[str, str]]:
    return [(step.page.name, variable) for step in way.steps for variable in step.variables]


@given(cases)
def test_it_asks_exactly_what_the_conditions_ask(case: Case) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    assert shape(way) == asked(json.loads(document.write(questionnaire)), way)


@given(cases)
def test_it_asks_no_page_and_no_question_twice_and_keeps_the_order(case: Case) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    order = [page.name for section in questionnaire.sections for page in section.pages]
    pages = [step.page.name for step in way.steps]
    assert pages == [name for name in order if name in set(pages)]
    asked_variables = [variable for _, variable in shape(way)]
    assert len(asked_variables) == len(set(asked_variables))
    assert all(step.questions for step in way.steps)


@given(cases, st.data())
def test_it_only_looks_back(case: Case, data: st.DataObject) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    at = data.draw(st.integers(0, len(way.steps) - 1))
    earlier = {variable for step in way.steps[:at] for variable in step.variables}
    other = data.draw(answers(questionnaire))
    kept = {v: value for v, value in given_answers.items() if v in earlier}
    # Variables of steps before are as they were; all else is something else.
    changed = {**{v: o for v, o in other.items() if v not in earlier}, **kept}
    assert shape(route(questionnaire, changed))[: len(earlier)] == shape(way)[: len(earlier)]
    assert route(questionnaire, changed).steps[at].page == way.steps[at].page


@given(cases)
def test_it_is_stable(case: Case) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    assert route(questionnaire, given_answers) == way
    assert route(questionnaire, kept(way)) == way


def kept(way: Route) -> dict[str, Any]:
    """All of a draft that lies on the route: answers, and the marks of what was read."""
    return {**way.answers, **dict.fromkeys(way.seen, SEEN)}


@given(cases, st.data())
def test_answers_off_the_route_are_invisible(case: Case, data: st.DataObject) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    on_route = {variable for _, variable in shape(way)}
    on_route |= {mark for step in way.steps for mark in step.marks}
    other = data.draw(answers(questionnaire))
    strewn = {v: value for v, value in other.items() if v not in on_route}
    assert route(questionnaire, {**kept(way), **strewn}) == way
    assert set(kept(way)) == on_route & set(given_answers)


@given(cases)
def test_the_first_open_page_is_the_first_without_its_answers(case: Case) -> None:
    questionnaire, given_answers = case
    way = route(questionnaire, given_answers)
    open_pages = [
        step for step in way.steps if not {*step.variables, *step.marks} <= set(given_answers)
    ]
    assert way.first_open() == (open_pages[0] if open_pages else None)
    assert way.part(True) + way.part(False) == way.part(False) + way.part(True) or way.part(True)
    for before, after in zip(way.steps, way.steps[1:], strict=False):
        assert way.before(after.page.name) is before
        assert way.after(before.page.name) is after
    assert way.before(way.steps[0].page.name) is None
    assert way.after(way.steps[-1].page.name) is None
    assert way.step("nowhere") is None


@given(questionnaires())
def test_answering_page_by_page_comes_to_an_end(questionnaire: Questionnaire) -> None:
    given_answers: dict[str, Any] = {}
    pages = sum(len(section.pages) for section in questionnaire.sections)
    for _ in range(pages + 1):
        step = route(questionnaire, given_answers).first_open()
        if step is None:
            return
        given_answers |= dict.fromkeys(step.variables) | dict.fromkeys(step.marks, SEEN)
    raise AssertionError("the route does not end")
