"""The route: which pages and questions one respondent is asked, in one pass over the document."""

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property

from .answers import Answers, Value
from .definition import Questionnaire
from .step import Step
from .walking import Walk


@dataclass(frozen=True)
class Route:
    """The steps in order, and the answers that lie on them; others are kept out of sight.

    `orders`: what was shown in random order, by the variable that records it. `seen`: the marks
    of pages without a variable that have been read.
    """

    steps: tuple[Step, ...]
    answers: dict[str, Value]
    blank: Container[str] = field(compare=False, repr=False)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()

    @cached_property
    def unanswered(self) -> frozenset[str]:
        """The variables on the route that were left blank, or not answered by a missing code."""
        return frozenset(variable for variable in self.answers if variable in self.blank)

    def step(self, page: str) -> Step | None:
        """The step of that page, if the route has it."""
        return next((step for step in self.steps if step.page.name == page), None)

    def is_done(self, step: Step) -> bool:
        """Whether a page has been continued from, be it with everything left blank."""
        answers = self.answers
        for variable in step.variables:
            if variable not in answers:
                return False
        return not step.marks or all(mark in self.seen for mark in step.marks)

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


def route(questionnaire: Questionnaire, answers: Answers, seed: str = "") -> Route:
    """The route of these answers; `seed` draws the orders that are random."""
    walk = Walk(questionnaire, seed)
    steps = []
    for step in walk:
        steps.append(step)
        walk.take(step, answers)
    return Route(tuple(steps), walk.values, walk.blank, walk.orders, frozenset(walk.marks))
