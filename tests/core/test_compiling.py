"""Compiled conditions and questionnaires: the same truth, made once."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engage.questionnaire import definition
from engage.questionnaire.conditions import Condition, Seen, compiled
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
from engage.questionnaire.routing import route
from tests.core.drawing import conditions, questionnaires
from tests.core.small import small

READER: TypeAdapter[Any] = TypeAdapter(Condition)
CODES = ["a", "b", "c"]
EARLIER = {"one": CODES, "several": CODES, "number": [], "gone": CODES}
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "one": st.none() | st.sampled_from(CODES),
        "several": st.none() | st.lists(st.sampled_from(CODES), unique=True),
        "number": st.none() | st.integers(-5, 12) | st.floats(-5, 12),
    },
)


@given(conditions(EARLIER, {"number"}, 3), VALUES, st.sets(st.sampled_from(sorted(EARLIER))))
def test_a_compiled_condition_says_what_the_condition_says(
    plain: Any, values: dict[str, Any], blank: set[str]
) -> None:
    condition = READER.validate_python(plain)
    seen = Seen(values, blank)
    assert compiled(condition)(seen) is condition.holds(seen)


@given(questionnaires(), st.integers(0, 10**6))
def test_a_route_is_the_same_however_often_it_is_asked_for(
    questionnaire: Questionnaire, seed: int
) -> None:
    way = invent(questionnaire, Random(seed))
    first = route(questionnaire, way.answers, "seed")
    assert route(questionnaire, way.answers, "seed") == first
    fresh = Questionnaire.model_validate(questionnaire.model_dump(by_alias=True))
    assert route(fresh, way.answers, "seed").answers == first.answers


def test_a_questionnaire_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = definition.compile_sections

    def counted(*arguments: Any) -> Any:
        calls.append(1)
        return real(*arguments)

    monkeypatch.setattr(definition, "compile_sections", counted)
    questionnaire = Questionnaire.model_validate(small())
    for seed in range(5):
        invent(questionnaire, Random(seed))
        route(questionnaire, {}, str(seed))
    assert calls == [1]
