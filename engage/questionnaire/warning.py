"""Warnings: checks between questions that ask once, and then take the answers as they are."""

from .answers import Answers, mark_of
from .conditions import Seen
from .definition import CrossCheck, Questionnaire
from .routing import Route
from .step import Step


def looking(questionnaire: Questionnaire, step: Step) -> tuple[CrossCheck, ...]:
    """The checks that look at an answer of this step."""
    here = set(step.variables)
    return tuple(
        check for check in questionnaire.checks if not here.isdisjoint(check.condition.variables())
    )


def warnings(questionnaire: Questionnaire, route: Route, step: Step) -> tuple[CrossCheck, ...]:
    """The checks of this step that hold: what they look at is on the route and does not agree."""
    seen = Seen(route.answers, route.blank)
    return tuple(c for c in looking(questionnaire, step) if c.condition.holds(seen) is True)


def shown(questionnaire: Questionnaire, step: Step, answers: Answers) -> tuple[str, ...]:
    """The names of the checks of this step that a draft says have been shown."""
    return tuple(c.name for c in looking(questionnaire, step) if mark_of(c.name) in answers)
