"""What a question page shows: each question with its texts, what was typed, and what is amiss."""

from collections.abc import Iterable
from dataclasses import dataclass

from engage.questionnaire.answers import Posted
from engage.questionnaire.kinds import Grid, Question
from engage.questionnaire.problem import Problem
from engage.questionnaire.step import Step
from engage.store.drafts import Draft
from engage.web.instrument import Instrument
from engage.web.messages import words

from .question_view import QuestionView


@dataclass(frozen=True)
class Mistake:
    """A sentence, and the field it belongs to."""

    field: str
    sentence: str


def views(
    instrument: Instrument,
    step: Step,
    draft: Draft | None,
    posted: Posted | None = None,
    problems: Iterable[Problem] = (),
) -> list[QuestionView]:
    """The questions of a page, with what is stored or, after a mistake, what was typed."""
    found = {problem.place: problem for problem in problems}
    return [_view(instrument, step, each, draft, posted, found) for each in step.questions]


def _view(
    instrument: Instrument,
    step: Step,
    question: Question,
    draft: Draft | None,
    posted: Posted | None,
    problems: dict[str, Problem],
) -> QuestionView:
    lists = step.lists(question, instrument.questionnaire.code_lists)
    typed = {field: list((posted or {}).get(field, [])) for field in question.fields(lists)}
    if posted is None:
        for variable in question.variables():
            stored = draft.answers.get(variable) if draft else None
            typed.update(question.typed(variable, stored))
    own = {name: problems[name] for name in question.variables() if name in problems}
    view = QuestionView(
        question,
        instrument.text(f"question.{question.name}.text"),
        instrument.text(f"question.{question.name}.hint"),
        instrument.options(question, step.offered.get(question.name)),
        typed,
        {
            name: words(problem, lambda code: instrument.label(question, code))
            for name, problem in own.items()
        },
        instrument,
        {name: question.faulty(problem, lists) for name, problem in own.items()},
    )
    if isinstance(question, Grid):
        view.rows = [(row.name, instrument.text(f"row.{row.name}.text")) for row in question.rows_]
    return view


def mistakes_of(found: list[QuestionView]) -> list[Mistake]:
    """The error summary's lines, in the order of the page."""
    return [
        Mistake(view.faulty[variable][0], sentence)
        for view in found
        for variable, sentence in view.mistakes.items()
    ]
