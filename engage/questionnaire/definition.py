"""The questionnaire: sections, pages and questions, and what tables may be made of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field

from .about import About, Drawing
from .codes import CodeList
from .compiled import Compiled, compile_sections
from .frozen import Frozen, Language, Name, Slug, Text
from .kinds import Consent, Grid, Question
from .ordering import orders
from .pages import CrossCheck, Page, Section
from .plan import Case, Classification, Derived, PlannedTable, Population
from .repeating import Expansion, Origin, expanded
from .translation import Translation

__all__ = [
    "About",
    "Case",
    "Classification",
    "CrossCheck",
    "Derived",
    "Drawing",
    "Page",
    "PlannedTable",
    "Population",
    "Questionnaire",
    "Section",
]


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
    checks: tuple[CrossCheck, ...] = Field(default=(), strict=False)
    derived: tuple[Derived, ...] = Field(default=(), strict=False)
    classifications: tuple[Classification, ...] = Field(default=(), strict=False)
    tables: tuple[PlannedTable, ...] = Field(default=(), strict=False)
    pictures: dict[Name, Drawing] = Field(default={})
    translations: dict[Language, Translation] = Field(default={})

    @cached_property
    def _expansion(self) -> Expansion:
        return expanded(self.sections, self.code_lists)

    @property
    def parts(self) -> tuple[Section, ...]:
        """The sections, one that repeats once for each option it may be asked about."""
        return self._expansion.sections

    def origin(self, name: str) -> Origin | None:
        """What a question, row, page or section of a repeated section was made from."""
        return self._expansion.origins.get(name)

    def walk(self) -> Iterator[tuple[Section, Page, Question]]:
        """Every question in the order of the document, with where it stands."""
        for section in self.parts:
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
        found: set[str] = set()
        for section, page, question in self.walk():
            conditions = [section.ask_if, page.ask_if, *(c for _, c in question.conditions())]
            codes = self.list_of(question)
            conditions += [code.ask_if for code in codes.codes] if codes else []
            found.update(v for each in conditions if each is not None for v in each.variables())
        return frozenset(found)

    @cached_property
    def compiled(self) -> Compiled:
        """Made ready to be walked."""
        return compile_sections(self.parts, self.code_lists)

    def list_of(self, question: Question) -> CodeList | None:
        """The code list that a question names, if it names one that is there."""
        return self.code_lists.get(getattr(question, "code_list", None) or "")

    @cached_property
    def orders(self) -> dict[str, tuple[str, ...]]:
        """The variables that record an order, each with the names that are put in order."""
        return orders(self.parts, self.code_lists)

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
        return (*self.questions, *self.orders, *self.derived_by_name)

    def code_list_of(self, variable: str) -> CodeList | None:
        """The codes that tables count for a variable; None where answers are not codes."""
        if variable in self.derived_by_name:
            return self.code_lists[self.derived_by_name[variable].code_list]
        if variable in self.orders:
            return None
        return self.questions[variable].code_list_of(variable, self.code_lists)

    def code_key(self, variable: str) -> str:
        """The start of the text keys of a variable's codes ('' for a scale's own steps)."""
        if variable in self.derived_by_name:
            return f"code_list.{self.derived_by_name[variable].code_list}"
        named = getattr(self.questions.get(variable), "code_list", None)
        return f"code_list.{named}" if named else ""

    def text_key(self, variable: str) -> str:
        """The key of the text that says what a variable is; '' for one that records an order."""
        if variable in self.derived_by_name:
            return f"derived.{variable}.title"
        if variable in self.orders:
            return ""
        grid = isinstance(self.questions[variable], Grid)
        return f"row.{variable}.text" if grid else f"question.{variable}.text"

    def source_key(self, key: str) -> str:
        """The key under which a text is written and translated, however often it is asked."""
        kind, _, rest = key.partition(".")
        name, dot, part = rest.partition(".")
        origin = self.origin(name)
        return key if origin is None else f"{kind}.{origin.template}{dot}{part}"
