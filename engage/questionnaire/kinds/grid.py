"""Grid: the same options for several rows, each shown as a fieldset of its own."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from ..answers import AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..conditions import Condition
from ..frozen import Frozen, Name, Slug, Text
from .question import Asker, CodeLists, Question
from .single_choice import code_rows, code_value, read_code


class Row(Frozen):
    """One row, and one variable."""

    name: Name
    text: Text
    ask_if: Condition | None = None
    service: Slug | None = None


class Grid(Question):
    """Each row's value is a code, a declared missing code, or None."""

    kind: Literal["grid"]
    code_list: Name
    rows_: tuple[Row, ...] = Field(alias="rows", strict=False, min_length=1)

    @property
    def is_conditional(self) -> bool:
        return self.ask_if is not None or any(row.ask_if is not None for row in self.rows_)

    def variables(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.rows_)

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        for row in self.rows_:
            yield f"row.{row.name}.text", row.text

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return lists[self.code_list]

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        codes = lists[self.code_list]
        readings = [read_code(row.name, posted, codes) for row in self.rows_]
        values = {name: value for reading in readings for name, value in reading.values.items()}
        return Reading(values, tuple(p for reading in readings for p in reading.problems))

    def typed(self, variable: str, value: Value) -> list[str]:
        return [] if value is None else [str(value)]

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        return value is not None and value not in lists[self.code_list].missing()

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return code_rows(variable, value, lists[self.code_list])

    def value(self, rows: list[AnswerRow]) -> Value:
        return code_value(rows)

    def asked(self, answers: Asker) -> "Grid | None":
        if not answers(self.ask_if):
            return None
        rows = tuple(row for row in self.rows_ if answers(row.ask_if))
        if len(rows) == len(self.rows_):
            return self
        return self.model_copy(update={"rows_": rows}) if rows else None
