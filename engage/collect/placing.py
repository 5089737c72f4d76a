"""What a question page depends on: whoever stands at the same place is shown the same page."""

from collections.abc import Hashable

from engage.questionnaire.kinds import Question
from engage.questionnaire.step import Step
from engage.questionnaire.warning import shown
from engage.store.drafts import Draft

from .journey import Journey


def place(here: Journey, step: Step) -> Hashable:
    """The place of a page without mistakes, in its survey's version and language.

    None where the page is somebody's own: it has words or figures of theirs, be they typed there
    or quoted from an earlier page, or an order that was drawn for them.
    """
    if step.page.name in here.instrument.quoting or step.page.order is not None:
        return None
    if any(getattr(question, "order", None) is not None for question in step.questions):
        return None
    values = _values(here, step)
    if values is None:
        return None
    offered = tuple(_offered(step, question) for question in step.questions)
    warned = shown(here.questionnaire, step, here.draft.answers)
    return (step.page.name, here.before(step), offered, values, warned)


def _offered(step: Step, question: Question) -> Hashable:
    """What this respondent is asked and may choose from."""
    codes = step.offered.get(question.name)
    return (question.name, question.variables(), codes.names() if codes else ())


def _values(here: Journey, step: Step) -> Hashable:
    draft: Draft = here.draft
    lists, values = here.questionnaire.code_lists, []
    for question in step.questions:
        for variable in question.variables():
            value = draft.answers.get(variable, "")
            if value and question.code_list_of(variable, lists) is None:
                return None
            values.append(tuple(value) if isinstance(value, list) else value)
    return tuple(values)
