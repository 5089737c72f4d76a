"""Checks between questions: when they hold, and at which page they are shown."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire.answers import SEEN, mark_of
from engage.questionnaire.routing import Route, route
from engage.questionnaire.warning import looking, shown, warnings
from tests.core.logic import questionnaire

QUESTIONNAIRE = questionnaire()
HOURS = st.sampled_from([None, 0, 1, 68, 69, 100, 168])


def way_of(**answers: Any) -> Route:
    return route(QUESTIONNAIRE, {"consent": "yes", **answers})


def names(way: Route, page: str) -> list[str]:
    step = way.step(page)
    assert step is not None
    return [check.name for check in warnings(QUESTIONNAIRE, way, step)]


def test_it_is_shown_where_an_answer_of_the_page_has_part_in_it() -> None:
    way = way_of(work=100, rest=69)
    assert names(way, "work") == names(way, "rest") == ["hours_week"]
    assert names(way, "ways") == names(way, "home") == []


@given(HOURS, HOURS)
def test_it_holds_if_its_condition_does(work: int | None, rest: int | None) -> None:
    too_many = (work or 0) + (rest or 0) >= 169
    assert names(way_of(work=work, rest=rest), "rest") == (["hours_week"] if too_many else [])


def test_what_is_not_answered_yet_warns_of_nothing() -> None:
    assert names(way_of(), "work") == []
    assert names(way_of(work=100), "work") == []
    assert names(way_of(ways=["none"]), "ways") == []


def test_one_page_may_have_several() -> None:
    way = way_of(ways=["none"], work=100, rest=100)
    assert names(way, "work") == ["hours_week", "nowhere"]
    assert names(way, "rest") == ["hours_week"]
    assert names(way, "ways") == ["nowhere"]


def test_answers_off_the_route_warn_of_nothing() -> None:
    conditional = questionnaire(
        lambda plain: plain["sections"][1].update(
            ask_if={"is": {"variable": "ways", "value": "bus"}}
        )
    )
    answers = {"consent": "yes", "ways": ["bus"], "work": 100, "rest": 100}
    way = route(conditional, answers)
    step = way.step("rest")
    assert step is not None
    assert len(warnings(conditional, way, step)) == 1
    way = route(conditional, {**answers, "ways": ["none"]})
    step = way.step("ways")
    assert step is not None
    assert warnings(conditional, way, step) == ()


def test_the_draft_knows_which_were_shown() -> None:
    step = way_of().step("work")
    assert step is not None
    assert [check.name for check in looking(QUESTIONNAIRE, step)] == ["hours_week", "nowhere"]
    answers = {"consent": "yes", mark_of("nowhere"): SEEN, mark_of("other"): SEEN}
    assert shown(QUESTIONNAIRE, step, answers) == ("nowhere",)
    assert shown(QUESTIONNAIRE, step, {}) == ()
