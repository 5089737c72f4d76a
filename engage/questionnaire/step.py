"""A step: one page with the questions that one respondent is asked on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .answers import mark_of
from .codes import CodeList
from .kinds import Question, Statement
from .pages import Page, Section

NO_LISTS: Mapping[str, CodeList] = MappingProxyType({})


@dataclass(frozen=True)
class Step:
    """One page of the route with the questions that this respondent is asked on it.

    `offered`: the code lists of questions, by name, where they differ from the document's: options
    left out, or in random order. `marks`: what tells that a statement has been read.
    """

    section: Section
    page: Page
    questions: tuple[Question, ...]
    variables: tuple[str, ...]
    offered: Mapping[str, CodeList] = field(default_factory=lambda: NO_LISTS)
    marks: tuple[str, ...] = ()

    def lists(self, question: Question, lists: Mapping[str, CodeList]) -> Mapping[str, CodeList]:
        """The code lists with what this respondent is offered in one question.

        In the order in which they are written, so that no value depends on the order shown.
        """
        if question.name not in self.offered:
            return lists
        name, there = str(getattr(question, "code_list", "")), self.offered[question.name].names()
        written = [code for code in lists[name].names() if code in there]
        return {**lists, name: lists[name].of(written)}


def step_of(
    section: Section,
    page: Page,
    questions: tuple[Question, ...],
    offered: Mapping[str, CodeList] = NO_LISTS,
) -> Step:
    """A step with the variables and marks of its questions."""
    variables = tuple(v for question in questions for v in question.variables())
    marks = tuple(mark_of(q.name) for q in questions if isinstance(q, Statement))
    return Step(section, page, questions, variables, offered, marks)
