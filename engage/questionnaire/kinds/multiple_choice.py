"""Multiple choice: any codes of a list, shown as checkboxes; an exclusive one stands alone."""

from typing import Literal

from pydantic import Field

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..frozen import Name
from ..problem import Problem
from .question import CodeLists, Question, blank


class MultipleChoice(Question):
    """Its value is the chosen codes in the list's order, or None when none was chosen."""

    kind: Literal["multiple_choice"]
    code_list: Name
    most: int | None = Field(default=None, ge=1)

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        return lists[self.code_list]

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        codes = lists[self.code_list]
        posted_codes = {value for value in posted.get(self.name, []) if value != ""}
        if not posted_codes <= set(codes.names()):
            return self._refused("not_an_option")
        chosen = [code for code in codes.names() if code in posted_codes]
        alone = [code for code in chosen if code in codes.exclusive()]
        if alone and len(chosen) > 1:
            return Reading({}, (Problem("exclusive_with_others", self.name, {"code": alone[0]}),))
        if self.most is not None and len(chosen) > self.most:
            return self._refused("too_many", most=self.most)
        return Reading({self.name: chosen or None})

    def _refused(self, code: str, **parameters: int) -> Reading:
        return Reading({}, (Problem(code, self.name, parameters),))

    def typed(self, variable: str, value: Value) -> list[str]:
        return list(value) if isinstance(value, list) else []

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        missing = lists[self.code_list].missing()
        return isinstance(value, list) and any(code not in missing for code in value)

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        if not isinstance(value, list) or not value:
            return blank(variable)
        missing = lists[self.code_list].missing()
        if value[0] in missing:
            return [AnswerRow(variable, missing=value[0])]
        return [AnswerRow(variable, item, code=code) for item, code in enumerate(value)]

    def value(self, rows: list[AnswerRow]) -> Value:
        missing = rows[0].missing
        if missing is not None:
            return None if missing == NO_ANSWER else [missing]
        return [row.code for row in sorted(rows, key=lambda row: row.item) if row.code]
