"""What a question page shows: each question with its texts, what was typed, and what is amiss."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from engage.questionnaire.answers import Posted
from engage.questionnaire.kinds import Grid, Question
from engage.questionnaire.problem import Problem
from engage.questionnaire.routing import Step
from engage.store.drafts import Draft
from engage.web.instrument import Instrument, Option
from engage.web.messages import words


@dataclass(frozen=True)
class Mistake:
    """A sentence, and the field it belongs to."""

    field: str
    sentence: str


@dataclass
class QuestionView:
    """One question as its template wants it."""

    question: Question
    text: str
    hint: str
    options: tuple[Option, ...]
    typed: dict[str, list[str]]
    mistakes: dict[str, str]
    texts: Instrument
    rows: list[tuple[str, str]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.question.kind

    @property
    def name(self) -> str:
        return self.question.name

    @property
    def mistake(self) -> str:
        """The first mistake of the question; of a grid, each row has its own."""
        return self.mistakes.get(self.question.name, "")

    def value(self) -> str:
        """The one thing typed, where there is one field."""
        typed = self.typed.get(self.question.name) or [""]
        return typed[0]

    def own(self, part: str) -> str:
        """A text of the question, such as its unit."""
        return self.texts.text(f"question.{self.question.name}.{part}")


def views(
    instrument: Instrument,
    step: Step,
    draft: Draft | None,
    posted: Posted | None = None,
    problems: Iterable[Problem] = (),
) -> list[QuestionView]:
    """The questions of a page, with what is stored or, after a mistake, what was typed."""
    found = {problem.place: problem for problem in problems}
    return [_view(instrument, question, draft, posted, found) for question in step.questions]


def _view(
    instrument: Instrument,
    question: Question,
    draft: Draft | None,
    posted: Posted | None,
    problems: dict[str, Problem],
) -> QuestionView:
    stored = draft.answers if draft else {}
    typed = {
        variable: list(posted.get(variable, []))
        if posted is not None
        else question.typed(variable, stored.get(variable))
        for variable in question.variables()
    }
    mistakes = {
        variable: words(problems[variable], lambda code: instrument.label(question, code))
        for variable in question.variables()
        if variable in problems
    }
    view = QuestionView(
        question,
        instrument.text(f"question.{question.name}.text"),
        instrument.text(f"question.{question.name}.hint"),
        instrument.options(question),
        typed,
        mistakes,
        instrument,
    )
    if isinstance(question, Grid):
        view.rows = [(row.name, instrument.text(f"row.{row.name}.text")) for row in question.rows_]
    return view


def place(instrument: Instrument, step: Step, draft: Draft) -> Hashable:
    """What a page without mistakes depends on; None if on somebody's own words or figures."""
    lists = instrument.questionnaire.code_lists
    values: list[object] = []
    for question in step.questions:
        for variable in question.variables():
            value = draft.answers.get(variable, "")
            if value and question.code_list_of(variable, lists) is None:
                return None
            values.append((variable, tuple(value) if isinstance(value, list) else value))
    return tuple(values)


def mistakes_of(found: list[QuestionView]) -> list[Mistake]:
    """The error summary's lines, in the order of the page."""
    return [
        Mistake(variable, sentence)
        for view in found
        for variable, sentence in view.mistakes.items()
    ]
