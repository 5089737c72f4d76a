"""What is made of answers: derived variables, classifications, and the tables of a release."""

from typing import Annotated

from pydantic import Field

from .conditions import Condition
from .frozen import CodeName, Frozen, Name, Text


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
