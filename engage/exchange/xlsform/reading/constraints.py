"""The constraint of a question as what its kind has: bounds and limits. The rest is a check."""

import datetime
import re
from typing import Any

from ..expressions.comparing import TURNED
from ..expressions.folding import conjuncts, folded, number
from ..expressions.joining import all_of
from ..expressions.parsing import (
    CURRENT,
    Binary,
    Call,
    Expression,
    Literal,
    NotUnderstood,
    Reference,
)
from ..expressions.selections import rule
from ..sheets import Row
from .lists import Listed
from .making import Making

MESSAGE = "Please look at this answer again. Is it right?"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LENGTH = Call("string-length", (CURRENT,))
_OPPOSITE = {
    "and": "or",
    "or": "and",
    "=": "!=",
    "!=": "=",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
}
_BLANK = Binary("=", CURRENT, Literal(""))


def narrow(making: Making, row: Row, question: dict[str, Any]) -> None:
    """Take the constraint of a row into its question, or else into a check; the rest is noted."""
    found = making.expression(row, "constraint", "left out")
    for part in conjuncts(found) if found else []:
        if not _taken(_of_answers(part), question):
            _check(making, row, question, part)


def narrow_choice(making: Making, row: Row, question: dict[str, Any], listed: Listed) -> None:
    """The same of a question with a list: how many may be chosen, and which stand alone."""
    found = making.expression(row, "constraint", "left out")
    if found is None:
        return
    said = rule(found, list(listed.codes)) if question["kind"] != "single_choice" else None
    if said is None:
        _check(making, row, question, found)
        return
    alone, most = said
    for raw in sorted(alone):
        entry = listed.code(listed.codes[raw])
        if not entry.get("missing") and not entry.get("exclusive"):
            entry["exclusive"] = True
    if most is not None:
        question["most"] = most


def _of_answers(part: Expression) -> Expression:
    """Without `. = ''`: an empty answer is never held to a constraint."""
    if isinstance(part, Binary) and part.operator == "or" and _BLANK in (part.left, part.right):
        return part.right if part.left == _BLANK else part.left
    return part


def _taken(part: Expression, question: dict[str, Any]) -> bool:
    if not isinstance(part, Binary):
        return False
    sign, left, right = part.operator, part.left, part.right
    if isinstance(left, Literal):
        sign, left, right = TURNED.get(sign, sign), right, left
    if not isinstance(right, Literal) or sign not in TURNED:
        return False
    kind = question["kind"]
    if left == CURRENT and kind == "number":
        return _bound(sign, number(right.value), question)
    if left == CURRENT and kind == "date":
        return _day(sign, str(right.value), question)
    if left == _LENGTH and "limit" in question:
        return _limit(sign, number(right.value), question)
    return False


def _bound(sign: str, value: float | None, question: dict[str, Any]) -> bool:
    if value is None:
        return False
    step = 10.0 ** -question.get("decimals", 0)
    if sign in ("<", ">"):
        value = round(value + (step if sign == ">" else -step), 6)
    bound = int(value) if float(value).is_integer() else value
    lower = sign[0] == ">"
    key = "least" if lower else "most"
    if key in question:
        bound = max(bound, question[key]) if lower else min(bound, question[key])
    question[key] = bound
    return True


def _day(sign: str, value: str, question: dict[str, Any]) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        return False
    if sign in ("<", ">"):
        day += datetime.timedelta(1 if sign == ">" else -1)
    question["earliest" if sign[0] == ">" else "latest"] = day.isoformat()
    return True


def _limit(sign: str, value: float | None, question: dict[str, Any]) -> bool:
    if value is None or sign[0] != "<":
        return False
    longest = {"long_text": 10_000, "picture": 10_000}.get(question["kind"], 500)
    most = int(value) - (sign == "<")
    question["limit"] = max(1, min(most, longest))
    return True


def _opposite(part: Expression) -> Expression:
    """What holds where the part does not, of answers that were given."""
    if isinstance(part, Binary) and part.operator in _OPPOSITE:
        sides = part.left, part.right
        if part.operator in ("and", "or"):
            sides = _opposite(part.left), _opposite(part.right)
        return Binary(_OPPOSITE[part.operator], *sides)
    if isinstance(part, Call) and part.name == "not" and len(part.arguments) == 1:
        return part.arguments[0]
    return Call("not", (part,))


def _check(making: Making, row: Row, question: dict[str, Any], part: Expression) -> None:
    """What is left asks back, once, where it does not hold."""
    own: dict[Expression, Expression] = {CURRENT: Reference(row.peek("name"))}
    known = making.earlier
    making.earlier = known | making.here
    try:
        said = making.said(folded(_opposite(part), own))
    except NotUnderstood as error:
        making.report.row(row, "constraint", f"left out: {error}")
        return
    finally:
        making.earlier = known
    fails = all_of([{"answered": {"variable": question["name"]}}, said])
    if isinstance(said, bool) or making.repeat:
        making.report.row(row, "constraint", "left out: nothing here can be held to it")
        return
    name = making.variables.take(f"check_{question['name']}")
    key = f"check.{name}.text"
    text = making.texts.take(row, "constraint_message", key) or making.texts.put(key, MESSAGE)
    making.checks.append({"name": name, "if": fails, "text": text})
    done = "the resident is asked once whether the answer is right, and may leave it as it is"
    making.report.row(row, "constraint", done)
