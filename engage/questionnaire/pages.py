"""Sections of pages of questions."""

from functools import cached_property

from pydantic import Field

from .conditions import Condition
from .frozen import Frozen, Name, Slug, Text
from .kinds import AnyKind


class Page(Frozen):
    """What is asked at once: one thing, as a rule one question.

    `order`: its questions in random order, recorded under this variable.
    """

    name: Slug
    ask_if: Condition | None = None
    order: Name | None = None
    questions: tuple[AnyKind, ...] = Field(strict=False, min_length=1)

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The variables of all its questions."""
        return tuple(v for question in self.questions for v in question.variables())


class Repeat(Frozen):
    """Once for each option that was chosen in an earlier question."""

    variable: Name


class Section(Frozen):
    """Pages under one title; the equality section comes last and can be skipped whole.

    `order`: its pages in random order, recorded under this variable. `bank`: where it is from.
    """

    name: Slug
    title: Text
    introduction: Text | None = None
    equality: bool = False
    ask_if: Condition | None = None
    repeat: Repeat | None = None
    order: Name | None = None
    bank: Text | None = None
    pages: tuple[Page, ...] = Field(strict=False, min_length=1)


class CrossCheck(Frozen):
    """A question back to the resident when answers do not go together; they may stay as given."""

    name: Name
    condition: Condition = Field(alias="if")
    text: Text
