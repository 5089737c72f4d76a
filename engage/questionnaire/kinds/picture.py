"""Picture: something to look at, asked about as a choice or in words."""

from random import Random
from typing import Literal, Self

from pydantic import Field, model_validator

from ..answers import AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..frozen import Name
from .one_code import code_rows, invented_code, read_code, typed_code
from .question import CodeLists, Weights
from .worded import Worded


class Picture(Worded):
    """With a code list its value is a code, as of a single choice; without one it is words.

    Where a code has the name of a picture, the picture stands in that option.
    """

    kind: Literal["picture"]
    pictures: tuple[Name, ...] = Field(strict=False, min_length=1)
    code_list: Name | None = None
    order: Name | None = None
    limit: int = Field(default=500, ge=1, le=10_000)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.code_list is not None and self.missing:
            raise ValueError("with 'code_list', missing codes stand in that list")
        return self

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return None if self.code_list is None else lists[self.code_list]

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        if self.code_list is None:
            return super().read_given(posted, lists)
        return read_code(self.name, posted, lists[self.code_list])

    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        return typed_code(variable, value)

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        if self.code_list is None:
            return super().is_answer(variable, value, lists)
        return value is not None and value not in lists[self.code_list].missing()

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        if self.code_list is None:
            return super().rows(variable, value, lists)
        return code_rows(variable, value, lists[self.code_list])

    def value_given(self, rows: list[AnswerRow]) -> Value:
        return rows[0].text if self.code_list is None else rows[0].code

    def value(self, rows: list[AnswerRow]) -> Value:
        value = super().value(rows)
        return value[0] if self.code_list is not None and isinstance(value, list) else value

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        if self.code_list is None:
            return super().invented(variable, random, lists, weights)
        return invented_code(random, lists[self.code_list], weights)
