"""The route: which pages and questions one respondent is asked, in one pass over the document."""

from dataclasses import dataclass
from functools import cached_property

from .answers import Answers, Value
from .conditions import Condition, Seen
from .definition import Page, Questionnaire, Section
from .kinds import Question
from .kinds.question import Asker


@dataclass(frozen=True)
class Step:
    """One page of the route with the questions that this respondent is asked on it."""

    section: Section
    page: Page
    questions: tuple[Question, ...]

    @cached_property
    def variables(self) -> tuple[str, ...]:
        return tuple(v for question in self.questions for v in question.variables())


@dataclass(frozen=True)
class Route:
    """The steps in order, and the answers that lie on them; others are kept out of sight."""

    steps: tuple[Step, ...]
    answers: dict[str, Value]
    unanswered: frozenset[str]

    def step(self, page: str) -> Step | None:
        """The step of that page, if the route has it."""
        return next((step for step in self.steps if step.page.name == page), None)

    def is_done(self, step: Step) -> bool:
        """Whether a page has been continued from, be it with everything left blank."""
        return all(variable in self.answers for variable in step.variables)

    def first_open(self, equality: bool | None = None) -> Step | None:
        """The first page not yet continued from (only in or outside the equality section)."""
        for step in self.part(equality):
            if not self.is_done(step):
                return step
        return None

    def part(self, equality: bool | None) -> tuple[Step, ...]:
        """The steps in (True) or outside (False) the equality section, or all (None)."""
        if equality is None:
            return self.steps
        return tuple(step for step in self.steps if step.section.equality == equality)

    def before(self, page: str) -> Step | None:
        """The step that comes before a page."""
        names = [step.page.name for step in self.steps]
        at = names.index(page)
        return self.steps[at - 1] if at else None

    def after(self, page: str) -> Step | None:
        """The step that comes after a page."""
        names = [step.page.name for step in self.steps]
        at = names.index(page) + 1
        return self.steps[at] if at < len(names) else None


class _Asker(Asker):
    def __init__(self) -> None:
        self.seen = Seen()

    def __call__(self, condition: Condition | None) -> bool:
        return condition is None or condition.holds(self.seen) is True


def route(questionnaire: Questionnaire, answers: Answers) -> Route:
    """Walk the document once; a condition sees only answers that are on the route so far."""
    asks, steps = _Asker(), []
    for section in questionnaire.sections:
        if not asks(section.ask_if):
            continue
        for page in section.pages:
            if not asks(page.ask_if):
                continue
            # All of a page is decided before any of its answers is seen.
            found = (question.asked(asks) for question in page.questions)
            asked = tuple(question for question in found if question is not None)
            if asked:
                steps.append(Step(section, page, asked))
                _see(questionnaire, asked, answers, asks.seen)
    return Route(tuple(steps), asks.seen.values, frozenset(asks.seen.unanswered))


def _see(
    questionnaire: Questionnaire, asked: tuple[Question, ...], answers: Answers, seen: Seen
) -> None:
    for question in asked:
        for variable in question.variables():
            if variable in answers:
                value = seen.values[variable] = answers[variable]
                if not question.is_answer(variable, value, questionnaire.code_lists):
                    seen.unanswered.add(variable)
