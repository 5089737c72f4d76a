"""Ranking: codes of a list put in order, a place chosen for each."""

from random import Random
from typing import Literal

from pydantic import Field

from ..answers import AnswerRow, Posted, Reading, Value
from ..frozen import Name
from ..problem import Problem
from .missing import Missable
from .number import western
from .question import BETWEEN_CODES, CodeLists, Weights, first


class Ranking(Missable):
    """Its value is the codes that were given a place, the first first, [a missing code], or None.

    `most`: how many places there are, as many as codes unless given. `order`: the variable that
    records the order in which the codes were shown.
    """

    kind: Literal["ranking"]
    code_list: Name
    order: Name | None = None
    most: int | None = Field(default=None, ge=1)

    def field(self, code: str) -> str:
        """The name of the field for one code's place."""
        return f"{self.name}-place-{code}"

    def fields(self, lists: CodeLists) -> tuple[str, ...]:
        boxes = [self.missing_field()] if self.missing else []
        return (*map(self.field, lists[self.code_list].valid()), *boxes)

    def places(self, lists: CodeLists) -> int:
        """How many places there are."""
        codes = len(lists[self.code_list].valid())
        return codes if self.most is None else min(codes, self.most)

    def read_given(self, posted: Posted, lists: CodeLists) -> Reading:
        codes = lists[self.code_list].valid()
        if not self._placed_in(posted) <= set(map(self.field, codes)):
            return self._refused("not_an_option")
        at: dict[int, str] = {}
        for code in codes:
            typed = western(first(posted, self.field(code)))
            if typed == "":
                continue
            place = int(typed) if typed.isdecimal() and len(typed) < 4 else 0
            if len(posted[self.field(code)]) > 1 or not 1 <= place <= self.places(lists):
                return self._refused("not_a_place", code=code, most=self.places(lists))
            if place in at:
                return self._refused("place_twice", place=place, code=code, other=at[place])
            at[place] = code
        # Places 1, 2 and 4 are meant as 1, 2 and 3: what counts is the order.
        return Reading({self.name: [at[place] for place in sorted(at)] or None})

    def _placed_in(self, posted: Posted) -> set[str]:
        return {
            field for field in posted if field.startswith(self.field("")) and any(posted[field])
        }

    def _refused(self, what: str, **parameters: str | int) -> Reading:
        return Reading({}, (Problem(what, self.name, parameters),))

    def faulty(self, problem: Problem, lists: CodeLists) -> tuple[str, ...]:
        named = [
            problem.parameters[name] for name in ("other", "code") if name in problem.parameters
        ]
        places = tuple(self.field(str(code)) for code in named)
        at_places = problem.code in ("not_a_place", "place_twice")
        return places if at_places else (self.field(lists[self.code_list].valid()[0]),)

    def typed_given(self, variable: str, value: Value) -> dict[str, list[str]]:
        return self._placed(value if isinstance(value, list) else [])

    def cell_given(self, variable: str, cell: str) -> dict[str, list[str]]:
        return self._placed([code for code in BETWEEN_CODES.split(cell) if code])

    def _placed(self, codes: list[str]) -> dict[str, list[str]]:
        fields: dict[str, list[str]] = {}
        for place, code in enumerate(codes, start=1):
            fields.setdefault(self.field(code), []).append(str(place))
        return fields

    def rows_given(self, variable: str, value: Value) -> list[AnswerRow]:
        assert isinstance(value, list)
        return [AnswerRow(variable, place, code=code) for place, code in enumerate(value)]

    def value_given(self, rows: list[AnswerRow]) -> Value:
        return [row.code for row in sorted(rows, key=lambda row: row.item) if row.code]

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        return random.sample(lists[self.code_list].valid(), self.places(lists))
