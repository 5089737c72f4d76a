"""The route: which pages and questions one respondent is asked, in one pass over the document."""

from collections.abc import Container
from dataclasses import dataclass, field
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
    variables: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """The steps in order, and the answers that lie on them; others are kept out of sight."""

    steps: tuple[Step, ...]
    answers: dict[str, Value]
    blank: Container[str] = field(compare=False, repr=False)

    @cached_property
    def unanswered(self) -> frozenset[str]:
        """The variables on the route that were left blank, or not answered by a missing code."""
        return frozenset(variable for variable in self.answers if variable in self.blank)

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
    def __init__(self, seen: Seen) -> None:
        self.seen = seen

    def __call__(self, condition: Condition | None) -> bool:
        return condition is None or condition.holds(self.seen) is True


class _Unanswered(Container[str]):
    """Which of the seen variables were left blank: looked up only when a condition asks."""

    def __init__(self, questionnaire: Questionnaire, values: Answers) -> None:
        self.questionnaire, self.values = questionnaire, values

    def __contains__(self, variable: object) -> bool:
        name = str(variable)
        question, lists = self.questionnaire.questions[name], self.questionnaire.code_lists
        return not question.is_answer(name, self.values[name], lists)


def route(questionnaire: Questionnaire, answers: Answers) -> Route:
    """Walk the document once; a condition sees only answers that are on the route so far."""
    seen: dict[str, Value] = {}
    unanswered = _Unanswered(questionnaire, seen)
    asks, steps = _Asker(Seen(seen, unanswered)), []
    for section in questionnaire.sections:
        if not asks(section.ask_if):
            continue
        for page in section.pages:
            if not asks(page.ask_if):
                continue
            step = _step(section, page, asks)
            if step is None:
                continue
            steps.append(step)
            # Only now: all of a page is decided before any of its answers is seen.
            for variable in step.variables:
                if variable in answers:
                    seen[variable] = answers[variable]
    return Route(tuple(steps), seen, unanswered)


def _step(section: Section, page: Page, asks: _Asker) -> Step | None:
    if not page.has_conditions_within:
        return Step(section, page, page.questions, page.variables)
    found = (question.asked(asks) for question in page.questions)
    asked = tuple(question for question in found if question is not None)
    variables = tuple(v for question in asked for v in question.variables())
    return Step(section, page, asked, variables) if asked else None
