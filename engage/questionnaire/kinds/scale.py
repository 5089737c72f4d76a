"""Scale: whole numbers in a row with labelled ends, shown as radios."""

from collections.abc import Iterator
from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..codes import Code, CodeList
from ..frozen import Text
from .missing import MissingCode
from .one_code import invented_code, read_code, typed_code
from .question import CodeLists, Question, Weights, blank


class Scale(Question):
    """Its value is an int from `least` to `most`, a declared missing code, or None."""

    kind: Literal["scale"]
    least: int = Field(default=1, ge=0, le=10)
    most: int = Field(default=5, ge=1, le=10)
    low: Text
    high: Text
    missing: tuple[MissingCode, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least >= self.most:
            raise ValueError("'least' must be less than 'most'")
        return self

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        yield f"question.{self.name}.low", self.low
        yield f"question.{self.name}.high", self.high
        for code in self.missing:
            yield f"missing.{self.name}.{code.code}", code.label

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return self.codes()

    def codes(self) -> CodeList:
        """The steps as codes; the ends carry their label."""
        ends = {self.least: f"{self.least}: {self.low}", self.most: f"{self.most}: {self.high}"}
        steps = (
            Code(code=str(step), label=ends.get(step, str(step)))
            for step in range(self.least, self.most + 1)
        )
        missing = (Code(code=c.code, label=c.label, missing=True) for c in self.missing)
        return CodeList(codes=(*steps, *missing))

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        codes = self.codes()
        reading = read_code(self.name, posted, codes)
        value = reading.values.get(self.name)
        if isinstance(value, str) and value in codes.valid():
            return Reading({self.name: int(value)})
        return reading

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        return typed_code(variable, value)

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        return isinstance(value, int)

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        if isinstance(value, int):
            return [AnswerRow(variable, code=str(value), number=float(value))]
        return [AnswerRow(variable, missing=value)] if isinstance(value, str) else blank(variable)

    def value(self, rows: list[AnswerRow]) -> Value:
        row = rows[0]
        if row.number is not None:
            return int(row.number)
        return None if row.missing == NO_ANSWER else row.missing

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        codes = self.codes()
        code = invented_code(random, codes, weights)
        return code if code in codes.missing() else int(code)
