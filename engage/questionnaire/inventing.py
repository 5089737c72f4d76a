"""Inventing answers: one random walk through a questionnaire, for demonstrations and trials."""

from collections.abc import Callable
from random import Random

from .answers import Value
from .definition import Questionnaire
from .kinds import Consent, LongText, MultipleChoice, Number, Question, ShortText
from .routing import Route, route

Leaning = Callable[[str, dict[str, Value]], dict[str, float]]
"""From a variable and the answers so far to the weights of its codes; empty: all alike."""

BLANK = 0.03
MISSING = 0.03


def invent(questionnaire: Questionnaire, random: Random, leaning: Leaning) -> Route:
    """The route of one invented respondent, every page of it answered or left blank."""
    answers: dict[str, Value] = {}
    while True:
        way = route(questionnaire, answers)
        step = way.first_open()
        if step is None:
            return way
        for question in step.questions:
            for variable in question.variables():
                answers[variable] = _value(
                    questionnaire, question, variable, random, leaning, answers
                )


def _value(
    questionnaire: Questionnaire,
    question: Question,
    variable: str,
    random: Random,
    leaning: Leaning,
    answers: dict[str, Value],
) -> Value:
    if isinstance(question, Consent):
        return "yes"
    if random.random() < BLANK:
        return None
    weights = leaning(variable, answers)
    if isinstance(question, Number):
        return random.randint(int(question.least), int(min(question.most, question.least + 5)))
    if isinstance(question, ShortText | LongText):
        return _one(random, weights) if weights else None
    codes = question.code_list_of(variable, questionnaire.code_lists)
    assert codes is not None
    if codes.missing() and random.random() < MISSING:
        chosen = random.choice(sorted(codes.missing()))
        return [chosen] if isinstance(question, MultipleChoice) else chosen
    weights = weights or dict.fromkeys(codes.valid(), 1.0)
    if isinstance(question, MultipleChoice):
        picked = [code for code in codes.valid() if random.random() < weights.get(code, 0)]
        alone = [code for code in picked if code in codes.exclusive()]
        return alone[:1] or picked[: question.most] or None
    value = _one(random, weights)
    return int(value) if question.kind == "scale" else value


def _one(random: Random, weights: dict[str, float]) -> str:
    return random.choices(list(weights), list(weights.values()))[0]
