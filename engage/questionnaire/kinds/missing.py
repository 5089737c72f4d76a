"""Declared ways of not answering a question that has no code list of its own."""

from abc import abstractmethod
from collections.abc import Iterator

from pydantic import Field

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..frozen import CodeName, Frozen, Text
from ..problem import Problem
from .question import CodeLists, Question, blank


class MissingCode(Frozen):
    """A declared way of not answering."""

    code: CodeName
    label: Text


class Missable(Question):
    """A question with boxes such as "prefer not to say" below its field.

    A ticked box is the value [code]: a list, so that no typed text is mistaken for it.
    """

    missing: tuple[MissingCode, ...] = Field(default=(), strict=False)

    def missing_codes(self) -> frozenset[str]:
        """The codes that say that no answer was given."""
        return frozenset(each.code for each in self.missing)

    def missing_field(self) -> str:
        """The name of the boxes' field; no variable has a hyphen."""
        return f"{self.name}-missing"

    def fields(self, lists: CodeLists) -> tuple[str, ...]:
        return (self.name, *([self.missing_field()] if self.missing else []))

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        for code in self.missing:
            yield f"missing.{self.name}.{code.code}", code.label

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        ticked = [code for code in posted.get(self.missing_field(), []) if code != ""]
        given = self.read_given(posted, lists)
        if not ticked:
            return given
        if len(ticked) > 1 or ticked[0] not in self.missing_codes():
            return Reading({}, (Problem("not_an_option", self.name),))
        if given.problems or given.values.get(self.name) is not None:
            return Reading({}, (Problem("answer_and_missing", self.name, {"code": ticked[0]}),))
        return Reading({self.name: ticked})

    @abstractmethod
    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        """What was given beside the boxes."""

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        if self.is_missing(value) and isinstance(value, list):
            return {self.missing_field(): list(value)}
        return {} if value is None else self.typed_given(variable, value)

    @abstractmethod
    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        """The fields of a value that was given."""

    def from_cell(self, variable: str, cell: str) -> dict[str, list[str]]:
        if cell in self.missing_codes():
            return {self.missing_field(): [cell]}
        return self.cell_given(variable, cell)

    def cell_given(self, variable: str, cell: str) -> dict[str, list[str]]:
        """The fields of a cell that has no missing code."""
        return {variable: [cell]}

    def is_missing(self, value: Value) -> bool:
        """Whether a value is one of the boxes."""
        return isinstance(value, list) and len(value) == 1 and value[0] in self.missing_codes()

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        return value is not None and value != [] and not self.is_missing(value)

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        if value is None or value == []:
            return blank(variable)
        if self.is_missing(value) and isinstance(value, list):
            return [AnswerRow(variable, missing=value[0])]
        return self.rows_given(variable, value)

    @abstractmethod
    def rows_given(self, variable: str, value: Value) -> list[AnswerRow]:
        """The rows of a value that was given."""

    def value(self, rows: list[AnswerRow]) -> Value:
        missing = rows[0].missing
        if missing is None:
            return self.value_given(rows)
        return None if missing == NO_ANSWER else [missing]

    @abstractmethod
    def value_given(self, rows: list[AnswerRow]) -> Value:
        """The inverse of `rows_given`."""
