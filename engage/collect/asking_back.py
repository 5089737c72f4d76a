"""Asking back: answers that do not go together are shown once, and then taken as they are.

A form says which checks had been shown when it was made, so that a second click on the form that
brought a warning about brings it again, and does not lead past it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from engage.questionnaire.answers import SEEN, Value, mark_of
from engage.questionnaire.definition import CrossCheck
from engage.questionnaire.routing import route
from engage.questionnaire.step import Step
from engage.questionnaire.warning import looking, shown, warnings

from .journey import Journey
from .reviewing import Line, lines

FIELD = "warned"
"""In a form: the checks that have been shown, by name. In an address: those to be shown."""

CHANGING = "changing"
"""In both: that a part was complete when an answer was changed that brought a check about."""


@dataclass(frozen=True)
class Notice:
    """What does not go together, and the answers on other pages that it is about."""

    text: str
    others: list[Line]


def new_warnings(
    here: Journey, step: Step, values: dict[str, Value], said: str
) -> tuple[CrossCheck, ...]:
    """The checks that hold with these values and have not been shown on a form that `said` so."""
    if not looking(here.questionnaire, step):
        return ()
    way = route(here.questionnaire, {**here.draft.answers, **values}, here.seed)
    known = {name for name in said.split() if mark_of(name) in here.draft.answers}
    return tuple(c for c in warnings(here.questionnaire, way, step) if c.name not in known)


def marks(checks: Sequence[CrossCheck]) -> dict[str, Value]:
    """What a draft keeps of checks that are about to be shown."""
    return {mark_of(check.name): SEEN for check in checks}


def query(checks: Sequence[CrossCheck], changing: bool) -> str:
    """What stands behind the address of a page that is to show these checks."""
    if not checks:
        return ""
    names = quote_plus(" ".join(check.name for check in checks))
    return f"?{FIELD}={names}" + (f"&{CHANGING}=1" if changing else "")


def in_address(here: Journey, step: Step, said: str) -> tuple[CrossCheck, ...]:
    """The checks that an address wants shown, as far as they hold and the draft knows of them."""
    if not said:
        return ()
    wanted = set(said.split()) & set(shown(here.questionnaire, step, here.draft.answers))
    return tuple(c for c in warnings(here.questionnaire, here.route, step) if c.name in wanted)


def notices(here: Journey, step: Step, checks: Sequence[CrossCheck]) -> list[Notice]:
    """Each check in words."""
    return [
        Notice(here.texts.text(f"check.{check.name}.text"), _others(here, step, check))
        for check in checks
    ]


def _others(here: Journey, step: Step, check: CrossCheck) -> list[Line]:
    """What the check looks at on other pages, in their order."""
    looked_at = set(check.condition.variables()).difference(step.variables)
    return [
        line
        for other in here.route.steps
        if not looked_at.isdisjoint(other.variables)
        for line in lines(here, other)
        if line.variable in looked_at
    ]
