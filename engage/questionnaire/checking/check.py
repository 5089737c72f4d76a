"""All checks, one after the other."""

from dataclasses import replace

from ..definition import Questionnaire
from ..problem import Problem
from .code_lists import code_lists, lists_used
from .consent import consent
from .labels import labels
from .languages import languages
from .looking_back import looking_back
from .names import names
from .paths import paths
from .pictures import pictures
from .plan import plan
from .reach import reach
from .reading import reading
from .repeats import repeats


def check(questionnaire: Questionnaire) -> list[Problem]:
    """All problems of a questionnaire; it may be opened if none but advice is among them."""
    places = paths(questionnaire)
    return [replace(problem, path=places(problem.place)) for problem in _found(questionnaire)]


def errors(questionnaire: Questionnaire) -> list[Problem]:
    """The problems that keep a questionnaire from being opened."""
    return [problem for problem in check(questionnaire) if not problem.advice]


def _found(questionnaire: Questionnaire) -> list[Problem]:
    first = (names, code_lists, lists_used, repeats)
    problems = [problem for part in first for problem in part(questionnaire)]
    if problems:
        return problems  # what follows would trip over them
    then = (consent, looking_back, plan, pictures)
    problems = [problem for part in then for problem in part(questionnaire)]
    if not problems:
        problems += reach(questionnaire)  # asks of conditions that they can be worked out
    advice = (languages, labels, reading)
    return [*problems, *(problem for part in advice for problem in part(questionnaire))]
