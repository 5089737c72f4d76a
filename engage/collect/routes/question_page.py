"""A page of questions, rendered."""

from collections.abc import Sequence

from flask import render_template

from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.pages import Section
from engage.questionnaire.step import Step
from engage.questionnaire.warning import shown
from engage.web.instrument import Instrument

from .. import answering, asking_back, reviewing, showing
from ..journey import Journey
from ..question_view import QuestionView
from .start import channel, spoken

OWN = "page-"
"""How the names of a page's own fields begin: no question's field can be mistaken for them."""


def page(
    texts: Instrument,
    step: Step,
    here: Journey | None,
    found: list[QuestionView],
    *,
    notes: Sequence[str] = (),
    elsewhere: Sequence[reviewing.Line] = (),
    notices: Sequence[asking_back.Notice] = (),
    changing: bool = False,
) -> str:
    """The page of a step; `here` is None for somebody who has not begun."""
    version = texts.questionnaire
    draft = here.draft if here else None
    return render_template(
        "collect/question.html",
        texts=texts,
        step=step,
        views=found,
        mistakes=showing.mistakes_of(found),
        notes=notes,
        elsewhere=elsewhere,
        notices=notices,
        changing=changing,
        warned=" ".join(shown(version, step, draft.answers)) if draft else "",
        seen=answering.mark(draft, step),
        back=here.before(step) if here else f"/{texts.language}/{version.survey}/",
        begun=here is not None,
        channel=None if here else channel(),
        part=_part(version, step.section),
        parts=len(version.sections),
        first_of_section=_is_first(step, here),
        survey_name=version.survey,
        **spoken(version, texts.language),
    )


def _part(version: Questionnaire, section: Section) -> int:
    """Which of the document's sections this is; one that is repeated is one."""
    origin = version.origin(section.name)
    name = origin.template if origin else section.name
    return 1 + [each.name for each in version.sections].index(name)


def _is_first(step: Step, here: Journey | None) -> bool:
    """Whether the route comes to a section by this page: others may be left out, or come later."""
    earlier = here.route.before(step.page.name) if here else None
    return earlier is None or earlier.section.name != step.section.name
