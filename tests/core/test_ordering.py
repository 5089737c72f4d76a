"""Random order: everyone's own, always the same, each as likely as the others, and recorded."""

import datetime
import io
import uuid
from collections import Counter
from math import factorial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.collect import answering
from engage.collect.submitting import rows_of
from engage.exchange.answer_csv import FileRefused, Reader
from engage.exchange.response_csv import write_rows
from engage.questionnaire.answers import SEEN, AnswerRow
from engage.questionnaire.ordering import order_rows, shuffled
from engage.questionnaire.routing import Route, route
from engage.store.responses import Response
from tests.core.answering import answers
from tests.core.logic import Plain, questionnaire

QUESTIONNAIRE = questionnaire()
SEEDS = st.text("0123456789abcdef", min_size=8, max_size=8)
NAMES = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), unique=True).map(tuple)
ONE = Response(uuid.UUID(int=1), 1, datetime.date(2026, 9, 1), "web", "open", "en", False)
ALL = {"consent": "yes", "ways": ["bus", "walk"]}


@given(SEEDS, NAMES)
def test_all_names_are_there_once_and_always_in_the_same_order(
    seed: str, names: tuple[str, ...]
) -> None:
    found = shuffled(seed, "order", names)
    assert sorted(found) == sorted(names)
    assert shuffled(seed, "order", names) == found
    assert shuffled(seed, "order", names[::-1]) == found


@given(SEEDS, NAMES, st.data())
def test_what_is_left_out_changes_nothing_about_the_others(
    seed: str, names: tuple[str, ...], data: st.DataObject
) -> None:
    kept = tuple(name for name in names if data.draw(st.booleans()))
    whole = shuffled(seed, "order", names)
    assert shuffled(seed, "order", kept) == tuple(name for name in whole if name in kept)


def test_each_order_is_as_likely_as_the_others() -> None:
    names, times = ("a", "b", "c", "d"), 24_000
    drawn = Counter(shuffled(f"{n:x}", "order", names) for n in range(times))
    expected = times / factorial(len(names))
    assert len(drawn) == factorial(len(names))
    # Chi squared with 23 degrees of freedom is above 49.7 once in a thousand draws.
    assert sum((n - expected) ** 2 / expected for n in drawn.values()) < 49.7


def test_two_orders_of_one_respondent_have_nothing_to_do_with_each_other() -> None:
    names = ("a", "b", "c")
    pairs = Counter(
        (shuffled(f"{n}", "one", names)[0], shuffled(f"{n}", "other", names)[0])
        for n in range(9_000)
    )
    assert len(pairs) == 9
    assert min(pairs.values()) > 850


def shown(way: Route, page: str) -> list[str]:
    step = way.step(page)
    assert step is not None
    return [*step.offered[step.questions[0].name].names()]


@given(SEEDS)
def test_options_that_go_with_no_other_stay_last(seed: str) -> None:
    way = route(QUESTIONNAIRE, ALL, seed)
    assert shown(way, "ways")[3:] == ["none", "prefer_not"]
    assert shown(way, "ways")[:3] == [*way.orders["ways_order"]]


@given(SEEDS)
def test_pages_questions_and_rows_are_shown_as_recorded(seed: str) -> None:
    way = route(QUESTIONNAIRE, ALL, seed)
    views = [step.page.name for step in way.steps if step.section.name == "views"]
    assert tuple(views) == way.orders["views_order"]
    third = way.step("third")
    assert third is not None
    assert tuple(question.name for question in third.questions) == way.orders["third_order"]
    rows = [v for v in third.variables if v.startswith("row_")]
    assert tuple(rows) == way.orders["fourth_order"]


@given(answers(QUESTIONNAIRE), SEEDS, SEEDS)
def test_an_order_changes_nothing_but_the_order(
    given_answers: dict[str, Any], one: str, other: str
) -> None:
    ways = [route(QUESTIONNAIRE, given_answers, seed) for seed in (one, other)]
    assert ways[0].answers == ways[1].answers
    pages = [{step.page.name for step in way.steps} for way in ways]
    assert pages[0] == pages[1]
    # The same respondent with other answers has the same order.
    again = route(QUESTIONNAIRE, ALL, one)
    assert again.orders["views_order"] == ways[0].orders["views_order"]


def test_without_a_seed_all_is_as_it_is_written() -> None:
    way = route(QUESTIONNAIRE, ALL)
    assert way.orders["views_order"] == ("first", "second", "third")
    assert shown(way, "ways") == ["bus", "bike", "walk", "none", "prefer_not"]


def test_it_is_recorded_as_it_was_shown() -> None:
    assert order_rows("order", ("b", "a")) == [
        AnswerRow("order", 0, code="b"),
        AnswerRow("order", 1, code="a"),
    ]
    way = route(QUESTIONNAIRE, ALL, "a seed")
    rows = [row.code for row in rows_of(QUESTIONNAIRE, way) if row.variable == "views_order"]
    assert tuple(rows) == way.orders["views_order"]


def test_of_options_that_were_not_offered_there_is_no_order() -> None:
    def ordered(plain: Plain) -> None:
        plain["sections"][0]["pages"][4]["questions"][0]["order"] = "best_order"

    found = questionnaire(ordered)
    way = route(found, ALL, "a seed")
    assert set(way.orders["best_order"]) == {"bus", "walk", "unsure"}
    assert tuple(shown(way, "best")) == way.orders["best_order"]


def whole(given_answers: dict[str, Any], seed: str) -> Route:
    """A route with every page of it continued from."""
    way = route(QUESTIONNAIRE, given_answers, seed)
    while (step := way.first_open()) is not None:
        seen = {**dict.fromkeys(step.variables), **dict.fromkeys(step.marks, SEEN)}
        given_answers = {**seen, **way.answers, **dict.fromkeys(way.seen, SEEN)}
        way = route(QUESTIONNAIRE, given_answers, seed)
    return way


@given(answers(QUESTIONNAIRE), SEEDS)
def test_an_export_read_back_gives_the_same_answers(
    given_answers: dict[str, Any], seed: str
) -> None:
    rows = rows_of(QUESTIONNAIRE, whole(given_answers, seed))
    reader = Reader(QUESTIONNAIRE)
    written = "".join(write_rows(QUESTIONNAIRE.variables, [(ONE, rows)]))
    (read,) = reader.read(io.StringIO(written, newline=""))
    in_turn = sorted(rows, key=lambda row: (row.variable, row.item))
    assert sorted(read.rows, key=lambda row: (row.variable, row.item)) == in_turn
    assert reader.off_route == 0


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("first;last", 'expected some of first, second, third, found "last"'),
        ("first;second;first", 'expected first once, found "first"'),
    ],
)
def test_an_order_of_other_names_is_refused(cell: str, sentence: str) -> None:
    with pytest.raises(FileRefused) as refused:
        Reader(QUESTIONNAIRE).read(io.StringIO(f"consent,views_order\nyes,{cell}\n"))
    assert refused.value.mistakes == [f"line 2, column views_order: {sentence}"]


def test_an_order_of_what_is_not_asked_is_left_out() -> None:
    def conditional(plain: Plain) -> None:
        plain["sections"][3]["ask_if"] = {"is": {"variable": "ways", "value": "bus"}}

    reader = Reader(questionnaire(conditional))
    (read,) = reader.read(io.StringIO("consent,ways,views_order\nyes,walk,third;first\n"))
    assert "views_order" not in {row.variable for row in read.rows}
    assert reader.off_route == 1


@given(SEEDS, st.permutations(["bus", "bike", "walk"]))
def test_what_is_stored_of_several_choices_does_not_depend_on_it(
    seed: str, sent: list[str]
) -> None:
    step = route(QUESTIONNAIRE, ALL, seed).step("ways")
    assert step is not None
    read = answering.read(QUESTIONNAIRE, step, {"ways": sent})
    assert read.values == {"ways": ["bus", "bike", "walk"]}
