"""Check your answers: every question of a part of the route with what was answered."""

from dataclasses import dataclass

from engage.questionnaire.kinds import Consent, Grid
from engage.questionnaire.step import Step

from .journey import Journey


@dataclass(frozen=True)
class Line:
    """A question, what was answered (nothing: left empty), and where to change it."""

    variable: str
    context: str  # the question above a grid's row
    text: str
    answers: list[str]
    url: str


@dataclass(frozen=True)
class Part:
    """A section's lines under its title."""

    title: str
    lines: list[Line]


def parts(journey: Journey, equality: bool) -> list[Part]:
    """The answers outside the equality section, or in it."""
    found: dict[str, Part] = {}
    for step in journey.route.part(equality):
        if not journey.route.is_done(step):
            continue
        name = step.section.name
        title = journey.texts.text(f"section.{name}.title")
        part = found.setdefault(name, Part(title, []))
        part.lines.extend(lines(journey, step))
    return [part for part in found.values() if part.lines]


def lines(journey: Journey, step: Step) -> list[Line]:
    """What is stored of one page's questions."""
    texts, url = journey.texts, journey.page_url(step.page.name)
    found = []
    for question in step.questions:
        if isinstance(question, Consent):
            continue
        context = texts.text(f"question.{question.name}.text")
        for variable in question.variables():
            text = texts.text(journey.questionnaire.text_key(variable))
            # Of options that are not offered any more, the route has nothing.
            shown = texts.shown(variable, journey.route.answers.get(variable))
            around = context if isinstance(question, Grid) else ""
            found.append(Line(variable, around, text, shown, url))
    return found
