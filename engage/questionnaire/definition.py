"""The questionnaire: sections, pages and questions, and what tables may be made of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from .codes import CodeList
from .conditions import Condition, leaves
from .frozen import CodeName, Frozen, Language, Name, Slug, Text
from .kinds import AnyKind, Consent, Grid, Question
from .translation import Translation


class About(Frozen):
    """What a resident is told before and after."""

    summary: Text
    operator: Text
    purpose: Text
    minutes: int = Field(ge=1, le=120)
    privacy: Text
    other_ways: Text
    next_steps: Text
    contact: Text
    address: Text | None = None


class Page(Frozen):
    """What is asked at once: one thing, as a rule one question."""

    name: Slug
    ask_if: Condition | None = None
    questions: tuple[AnyKind, ...] = Field(strict=False, min_length=1)

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The variables of all its questions."""
        return tuple(v for question in self.questions for v in question.variables())

    @cached_property
    def has_conditions_within(self) -> bool:
        """Whether some of its questions, or of their rows, are not asked of everyone."""
        return any(question.is_conditional for question in self.questions)


class Section(Frozen):
    """Pages under one title; the equality section comes last and can be skipped whole."""

    name: Slug
    title: Text
    introduction: Text | None = None
    equality: bool = False
    ask_if: Condition | None = None
    pages: tuple[Page, ...] = Field(strict=False, min_length=1)


class Case(Frozen):
    """A code of a derived variable, and when it holds."""

    code: CodeName
    condition: Condition = Field(alias="if")


class Derived(Frozen):
    """A variable worked out from answers: the first case that holds gives the code."""

    name: Name
    title: Text
    code_list: Name
    cases: tuple[Case, ...] = Field(strict=False, min_length=1)
    otherwise: CodeName | None = None


class Population(Frozen):
    """Which population figures a classification is held against: our code to theirs."""

    dimension: Name
    codes: dict[CodeName, Annotated[tuple[str, ...], Field(strict=False)]]


class Classification(Frozen):
    """A variable that tables may be broken down by."""

    variable: Name
    title: Text
    population: Population | None = None


class PlannedTable(Frozen):
    """Part of the plan of a release: one question by some classifications."""

    question: Name
    by: tuple[Name, ...] = Field(strict=False, min_length=1)


class Questionnaire(Frozen):
    """One whole questionnaire document, format 1."""

    format: Literal[1]
    survey: Slug
    source_language: Language
    title: Text
    about: About
    mode_variable: Name | None = None
    code_lists: dict[Name, CodeList] = Field(default={})
    sections: tuple[Section, ...] = Field(strict=False, min_length=1)
    derived: tuple[Derived, ...] = Field(default=(), strict=False)
    classifications: tuple[Classification, ...] = Field(default=(), strict=False)
    tables: tuple[PlannedTable, ...] = Field(default=(), strict=False)
    translations: dict[Language, Translation] = Field(default={})

    def walk(self) -> Iterator[tuple[Section, Page, Question]]:
        """Every question in the order of the document, with where it stands."""
        for section in self.sections:
            for page in section.pages:
                for question in page.questions:
                    yield section, page, question

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The question that fills each variable."""
        return {v: question for _, _, question in self.walk() for v in question.variables()}

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """The variables that some condition of the route looks back at."""
        conditions: list[Condition | None] = []
        for section, page, question in self.walk():
            conditions += [section.ask_if, page.ask_if, question.ask_if]
            conditions += (
                [row.ask_if for row in question.rows_] if isinstance(question, Grid) else []
            )
        return frozenset(leaf.of.variable for each in conditions for leaf in leaves(each))

    @cached_property
    def derived_by_name(self) -> dict[str, Derived]:
        return {derived.name: derived for derived in self.derived}

    @cached_property
    def consent(self) -> Consent:
        """The question that must be agreed to before anything is kept."""
        return next(q for _, _, q in self.walk() if isinstance(q, Consent))

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """Every variable a response may have, asked ones first, in an order that stays."""
        return (*self.questions, *self.derived_by_name)

    def code_list_of(self, variable: str) -> CodeList | None:
        """The codes that tables count for a variable; None where answers are not codes."""
        if variable in self.derived_by_name:
            return self.code_lists[self.derived_by_name[variable].code_list]
        return self.questions[variable].code_list_of(variable, self.code_lists)

    def code_key(self, variable: str) -> str:
        """The start of the text keys of a variable's codes ('' for a scale's own steps)."""
        if variable in self.derived_by_name:
            return f"code_list.{self.derived_by_name[variable].code_list}"
        named = getattr(self.questions[variable], "code_list", None)
        return f"code_list.{named}" if named else ""

    def text_key(self, variable: str) -> str:
        """The key of the text that says what a variable is."""
        if variable in self.derived_by_name:
            return f"derived.{variable}.title"
        grid = isinstance(self.questions[variable], Grid)
        return f"row.{variable}.text" if grid else f"question.{variable}.text"
