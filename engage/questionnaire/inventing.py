"""Inventing answers: one random walk through a questionnaire, for demonstrations and trials."""

from collections.abc import Callable, Mapping
from random import Random

from .answers import SEEN, Value
from .definition import Questionnaire
from .kinds import Consent
from .routing import Route
from .step import Step
from .walking import Walk

Leaning = Callable[[str, dict[str, Value]], Mapping[str, float]]
"""From a variable and the answers so far to the weights of its codes; empty: all alike."""

BLANK = 0.03


def even(variable: str, answers: dict[str, Value]) -> Mapping[str, float]:
    """The leaning of someone who answers at random."""
    return {}


def invent(questionnaire: Questionnaire, random: Random, leaning: Leaning = even) -> Route:
    """The route of one invented respondent, every page of it answered or left blank."""
    walk = Walk(questionnaire, seed=f"{random.getrandbits(64):x}")
    steps = []
    for step in walk:
        steps.append(step)
        walk.take(step, _answers(questionnaire, step, walk, random, leaning))
    return Route(tuple(steps), walk.values, walk.blank, walk.orders, frozenset(walk.marks))


def _answers(
    questionnaire: Questionnaire, step: Step, walk: Walk, random: Random, leaning: Leaning
) -> dict[str, Value]:
    answers: dict[str, Value] = dict.fromkeys(step.marks, SEEN)
    for question in step.questions:
        lists = step.lists(question, questionnaire.code_lists)
        for variable in question.variables():
            if random.random() < BLANK and not isinstance(question, Consent):
                answers[variable] = None
                continue
            weights = leaning(variable, walk.values)
            answers[variable] = question.invented(variable, random, lists, weights)
    return answers
