"""Single choice: one code of a list, shown as radios."""

from typing import Literal

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..frozen import Name
from ..problem import Problem
from .question import CodeLists, Question, blank


class SingleChoice(Question):
    """Its value is a code, a declared missing code, or None."""

    kind: Literal["single_choice"]
    code_list: Name

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return lists[self.code_list]

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        return read_code(self.name, posted, lists[self.code_list])

    def typed(self, variable: str, value: Value) -> list[str]:
        return [] if value is None else [str(value)]

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        return value is not None and value not in lists[self.code_list].missing()

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return code_rows(variable, value, lists[self.code_list])

    def value(self, rows: list[AnswerRow]) -> Value:
        return code_value(rows)


def read_code(variable: str, posted: Posted, codes: CodeList) -> Reading:
    """One code of `codes`, or blank."""
    chosen = [value for value in posted.get(variable, []) if value != ""]
    if not chosen:
        return Reading({variable: None})
    if len(chosen) > 1 or chosen[0] not in codes.names():
        return Reading({}, (Problem("not_an_option", variable),))
    return Reading({variable: chosen[0]})


def code_rows(variable: str, value: Value, codes: CodeList) -> list[AnswerRow]:
    """The row of one code; a declared missing code goes where missing codes go."""
    if not isinstance(value, str):
        return blank(variable)
    if value in codes.missing():
        return [AnswerRow(variable, missing=value)]
    return [AnswerRow(variable, code=value)]


def code_value(rows: list[AnswerRow]) -> Value:
    """The inverse of `code_rows`."""
    row = rows[0]
    return None if row.missing == NO_ANSWER else row.missing or row.code
