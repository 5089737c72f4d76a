"""Multiple choice: any codes of a list, shown as checkboxes; an exclusive one stands alone."""

from random import Random
from typing import Literal

from pydantic import Field

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..frozen import Name
from ..problem import Problem
from .listed import Listed
from .one_code import MISSING
from .question import BETWEEN_CODES, CodeLists, Weights, blank


class MultipleChoice(Listed):
    """Its value is the chosen codes in the list's order, or None when none was chosen."""

    kind: Literal["multiple_choice"]
    order: Name | None = None
    most: int | None = Field(default=None, ge=1)

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

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        return {variable: list(value)} if isinstance(value, list) else {}

    def from_cell(self, variable: str, cell: str) -> dict[str, list[str]]:
        return {variable: [code for code in BETWEEN_CODES.split(cell) if code]}

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

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        codes = lists[self.code_list]
        if codes.missing() and random.random() < MISSING:
            return [random.choice(sorted(codes.missing()))]
        likely = {code: weights.get(code, 0) for code in codes.valid()} if weights else {}
        even = 1.5 / (len(codes.valid()) or 1)
        picked = [code for code in codes.valid() if random.random() < likely.get(code, even)]
        alone = [code for code in picked if code in codes.exclusive()]
        return alone[:1] or sorted_as(codes.names(), random.sample(picked, self._room(picked)))

    def _room(self, picked: list[str]) -> int:
        return len(picked) if self.most is None else min(len(picked), self.most)


def sorted_as(names: tuple[str, ...], picked: list[str]) -> Value:
    """The picked codes in the order of the list; None if there are none."""
    return [code for code in names if code in picked] or None
