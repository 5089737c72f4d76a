"""Repeated sections: the same as if each of them had been written out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.routing import Route, route
from tests.core.answering import answers
from tests.core.logic import Plain, questionnaire

QUESTIONNAIRE = questionnaire()
LEVELS = st.sampled_from([None, "prefer_not", 1, 2, 3, 5])


def written_out(found: Questionnaire) -> Questionnaire:
    """The same questionnaire with nothing left to repeat."""
    sections = tuple(each.model_copy(update={"repeat": None}) for each in found.parts)
    return document.changed(found, sections=sections)


def shape(way: Route) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.page.name, step.variables) for step in way.steps]


def chosen(*ways: str, **more: Any) -> Route:
    return route(QUESTIONNAIRE, {"consent": "yes", "ways": list(ways), **more})


def repeated(way: Route) -> list[str]:
    return [step.page.name for step in way.steps if step.section.repeat is not None]


def test_it_is_asked_once_for_each_option_that_says_something() -> None:
    names = [section.name for section in QUESTIONNAIRE.parts]
    assert names == [
        "start",
        "week",
        "each-bus",
        "each-bike",
        "each-walk",
        "views",
        "equality",
    ]
    variables = list(QUESTIONNAIRE.questions)
    assert [v for v in variables if v.endswith("_bus")] == [
        "ease_bus",
        "why_bus",
        "cost_bus",
        "speed_bus",
    ]
    assert "ease" not in QUESTIONNAIRE.variables
    assert not [v for v in variables if v.endswith(("_none", "_prefer_not"))]


@given(st.sets(st.sampled_from(["bus", "bike", "walk"])))
def test_only_what_was_chosen_is_asked_about_in_the_order_of_the_list(ways: set[str]) -> None:
    asked = repeated(chosen(*ways))
    assert asked == [f"ease-{code}" for code in ("bus", "bike", "walk") if code in ways]


@pytest.mark.parametrize("ways", [["none"], ["prefer_not"], None])
def test_where_nothing_was_chosen_nothing_is_asked(ways: list[str] | None) -> None:
    assert repeated(route(QUESTIONNAIRE, {"consent": "yes", "ways": ways})) == []
    assert repeated(route(QUESTIONNAIRE, {"consent": "yes"})) == []


@given(LEVELS, LEVELS)
def test_its_conditions_look_at_its_own_answers(bus: Any, bike: Any) -> None:
    asked = repeated(chosen("bus", "bike", ease_bus=bus, ease_bike=bike, ease=5))
    for code, ease in (("bus", bus), ("bike", bike)):
        assert (f"more-{code}" in asked) == (isinstance(ease, int) and ease >= 3)


@given(answers(QUESTIONNAIRE), st.sampled_from(["", "a seed"]))
def test_it_is_as_if_it_had_been_written_out(given_answers: dict[str, Any], seed: str) -> None:
    one, other = (
        route(QUESTIONNAIRE, given_answers, seed),
        route(written_out(QUESTIONNAIRE), given_answers, seed),
    )
    assert shape(one) == shape(other)
    assert one.answers == other.answers
    assert one.orders == other.orders


def test_its_texts_are_written_and_translated_once() -> None:
    for variable in ("ease_bus", "ease_walk"):
        assert QUESTIONNAIRE.source_key(f"question.{variable}.text") == "question.ease.text"
    assert QUESTIONNAIRE.source_key("row.cost_bike.text") == "row.cost.text"
    assert QUESTIONNAIRE.source_key("section.each-bike.title") == "section.each.title"
    assert QUESTIONNAIRE.source_key("missing.ease_bus.prefer_not") == "missing.ease.prefer_not"
    assert QUESTIONNAIRE.source_key("question.ways.text") == "question.ways.text"


def test_orders_in_it_are_recorded_for_each_option() -> None:
    def ordered(plain: Plain) -> None:
        section = plain["sections"][2]
        section["pages"][1]["questions"][1]["order"] = "parts_order"
        section["pages"][1]["order"] = "more_order"

    found = questionnaire(ordered)
    assert found.orders["parts_order_bus"] == ("cost_bus", "speed_bus")
    assert found.orders["more_order_walk"] == ("why_walk", "parts_walk")
    way = route(found, {"consent": "yes", "ways": ["bus"], "ease_bus": 5}, "a seed")
    assert set(way.orders["parts_order_bus"]) == {"cost_bus", "speed_bus"}
    assert "parts_order_walk" not in way.orders
