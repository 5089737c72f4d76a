"""Derived variables: the first case that holds, and what is said where none can be known."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.exchange.questionnaire_folder import load
from engage.questionnaire import document
from engage.questionnaire.answers import AnswerRow
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.derivation import UNDERIVED, derive
from engage.questionnaire.routing import route
from engage.resources import resource
from tests.core.answering import answers
from tests.core.drawing import questionnaires
from tests.core.small import small

SMALL = document.read(json.dumps(small()))
SMART = load(resource("questionnaires/smart-citizens.json"))


def derived(questionnaire: Questionnaire, **given_answers: Any) -> dict[str, AnswerRow]:
    way = route(questionnaire, {"consent": "yes", "over_16": "yes", **given_answers})
    return {row.variable: row for row in derive(questionnaire, way)}


@pytest.mark.parametrize(
    ("ways", "code", "missing"),
    [
        (["bus"], "yes", None),
        (["walk"], "no", None),
        (["none"], "no", None),
        (["prefer_not"], None, UNDERIVED),
        (None, None, UNDERIVED),
    ],
)
def test_each_outcome(ways: Any, code: str | None, missing: str | None) -> None:
    row = derived(SMALL, ways=ways)["rides"]
    assert (row.code, row.missing) == (code, missing)


def test_nothing_is_derived_from_what_was_not_asked() -> None:
    assert derived(SMALL) == {}


@pytest.mark.parametrize(
    ("condition", "limits", "code", "missing"),
    [
        ("yes", "a_lot", "disabled", None),
        ("yes", "a_little", "disabled", None),
        ("yes", "not_at_all", "not_disabled", None),
        ("no", None, "not_disabled", None),
        ("prefer_not", None, None, UNDERIVED),
        ("yes", "prefer_not", None, UNDERIVED),
        ("yes", None, None, UNDERIVED),
        (None, None, None, UNDERIVED),
        # Left over from before the resident went back: off the route, so out of sight.
        ("no", "a_lot", "not_disabled", None),
    ],
)
def test_disabled_under_the_equality_act(
    condition: str | None, limits: str | None, code: str | None, missing: str | None
) -> None:
    row = derived(SMART, condition=condition, condition_limits=limits)["disability"]
    assert (row.code, row.missing) == (code, missing)


@given(questionnaires().flatmap(lambda q: st.tuples(st.just(q), answers(q))))
def test_a_derived_variable_has_one_row_at_most(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, given_answers = case
    rows = derive(questionnaire, route(questionnaire, given_answers))
    names = [row.variable for row in rows]
    assert len(names) == len(set(names))
    for row in rows:
        codes = questionnaire.code_list_of(row.variable)
        assert codes is not None
        assert (row.code in codes.names()) != (row.missing == UNDERIVED)
