"""Grid: the same options for several rows, each shown as a fieldset of its own."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from ..answers import Posted, Reading
from ..conditions import Condition
from ..frozen import Frozen, Name, Slug, Text
from .one_code import OneCode, read_code
from .question import Asker, CodeLists, Question, Renamer


class Row(Frozen):
    """One row, and one variable."""

    name: Name
    text: Text
    ask_if: Condition | None = None
    service: Slug | None = None


class Grid(OneCode):
    """Each row's value is a code, a declared missing code, or None. `order` is of its rows."""

    kind: Literal["grid"]
    order: Name | None = None
    rows_: tuple[Row, ...] = Field(alias="rows", strict=False, min_length=1)

    def variables(self) -> tuple[str, ...]:
        return tuple(row.name for row in self.rows_)

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from super().texts()
        for row in self.rows_:
            yield f"row.{row.name}.text", row.text

    def conditions(self) -> Iterator[tuple[str, Condition | None]]:
        yield from super().conditions()
        for row in self.rows_:
            yield row.name, row.ask_if

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        codes = lists[self.code_list]
        readings = [read_code(row.name, posted, codes) for row in self.rows_]
        values = {name: value for reading in readings for name, value in reading.values.items()}
        return Reading(values, tuple(p for reading in readings for p in reading.problems))

    def asked(self, answers: Asker) -> "Grid | None":
        if not answers(self.ask_if):
            return None
        rows = tuple(row for row in self.rows_ if answers(row.ask_if))
        if len(rows) == len(self.rows_):
            return self
        return self.model_copy(update={"rows_": rows}) if rows else None

    def renamed(self, names: Mapping[str, str], conditions: Renamer) -> Question:
        rows = tuple(
            row.model_copy(
                update={"name": names.get(row.name, row.name), "ask_if": conditions(row.ask_if)}
            )
            for row in self.rows_
        )
        changes: dict[str, Any] = {"rows_": rows}
        return super().renamed(names, conditions).model_copy(update=changes)
