"""Questions whose every variable has one code of a list."""

from random import Random

from ..answers import NO_ANSWER, AnswerRow, Posted, Reading, Value
from ..codes import CodeList
from ..problem import Problem
from .listed import Listed
from .question import CodeLists, Weights, blank, drawn


class OneCode(Listed):
    """The value of each variable is a code, a declared missing code, or None."""

    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        return read_code(self.name, posted, lists[self.code_list])

    def typed(self, variable: str, value: Value) -> dict[str, list[str]]:
        return typed_code(variable, value)

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        return value is not None and value not in lists[self.code_list].missing()

    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        return code_rows(variable, value, lists[self.code_list])

    def value(self, rows: list[AnswerRow]) -> Value:
        return code_value(rows)

    def invented(self, variable: str, random: Random, lists: CodeLists, weights: Weights) -> Value:
        return invented_code(random, lists[self.code_list], weights)


def read_code(variable: str, posted: Posted, codes: CodeList) -> Reading:
    """One code of `codes`, or blank."""
    chosen = [value for value in posted.get(variable, []) if value != ""]
    if not chosen:
        return Reading({variable: None})
    known = set(chosen) <= set(codes.names())
    if len(chosen) == 1 and known:
        return Reading({variable: chosen[0]})
    # A list to choose from has its missing codes beside it, so that both can be given.
    away = [code for code in chosen if code in codes.missing()]
    if len(chosen) == 2 and len(away) == 1 and known:
        return Reading({}, (Problem("answer_and_missing", variable, {"code": away[0]}),))
    return Reading({}, (Problem("not_an_option", variable),))


def typed_code(variable: str, value: Value) -> dict[str, list[str]]:
    """The field of one code."""
    return {} if value is None else {variable: [str(value)]}


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


def invented_code(random: Random, codes: CodeList, weights: Weights) -> str:
    """A random code, now and then a missing one."""
    if codes.missing() and random.random() < MISSING:
        return random.choice(sorted(codes.missing()))
    valid = codes.valid()
    likely = {code: weights[code] for code in valid if weights.get(code)}
    return drawn(random, likely) if likely else random.choice(valid or codes.names())


MISSING = 0.03
"""How often an invented answer is a declared missing code."""
