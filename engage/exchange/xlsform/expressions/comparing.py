"""One comparison as a condition: a question with a value, a total with a number, two questions."""

from collections.abc import Callable
from typing import Any

from .folding import compared, number
from .joining import Condition, all_of, any_of, negated
from .known import Known
from .parsing import Binary, Call, Expression, Literal, NotUnderstood, Reference

Find = Callable[[Reference], Known]
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def comparison(sign: str, left: Expression, right: Expression, find: Find) -> Condition:
    """`left sign right`; raises NotUnderstood."""
    if isinstance(left, Literal):
        left, right, sign = right, left, TURNED.get(sign, sign)
    if isinstance(left, Reference) and isinstance(right, Reference):
        return _pair(sign, find(left), find(right))
    if not isinstance(right, Literal):
        raise NotUnderstood("only a question and a value, or two questions, can be compared here")
    if isinstance(left, Reference):
        return _one(sign, find(left), right.value, left.name)
    if isinstance(left, Call):
        return _counted(sign, left, right.value, find)
    if isinstance(left, Binary) and left.operator == "+":
        return _total(sign, [find(each).variable for each in _added(left)], right.value)
    raise NotUnderstood("this calculation has no equal here")


def bounded(sign: str, variables: list[str], value: float) -> dict[str, Any]:
    """`>=` or `<=`, of one variable or of several together."""
    found: float | int = int(value) if float(value).is_integer() else value
    operator = "at_least" if sign == ">=" else "at_most"
    if len(variables) == 1:
        return {operator: {"variable": variables[0], "value": found}}
    return {f"total_{operator}": {"variables": variables, "value": found}}


def _one(sign: str, known: Known, value: str | float | bool, name: str) -> Condition:
    if value == "" and isinstance(value, str):
        return _blank(sign, known)
    if known.sort in ("one", "several", "consent") or sign == "selected":
        return _coded(sign, known, value, name)
    found = number(value)
    if known.sort in ("number", "steps") and found is not None:
        return _numbers(sign, [known.variable], found, known.whole)
    raise NotUnderstood(f"${{{name}}} is answered in words or as a date, which no value is held to")


def _blank(sign: str, known: Known) -> Condition:
    answered: Condition = {"answered": {"variable": known.variable}}
    if sign not in ("=", "!="):
        raise NotUnderstood("nothing is less or more than an empty answer")
    return negated(answered) if sign == "=" else answered


def _coded(sign: str, known: Known, value: str | float | bool, name: str) -> Condition:
    written = f"{value:g}" if isinstance(value, float) else str(value)
    if sign in TURNED:
        codes = [known.codes[each] for each in known.codes if compared(sign, each, value)]
        return any_of([_is(known, code) for code in codes])
    if written not in known.codes:
        raise NotUnderstood(f'${{{name}}} has no choice "{written}"')
    found: Condition = _is(known, known.codes[written])
    others = [_is(known, code) for each, code in known.codes.items() if each != written]
    if sign in ("=", "!=") and known.sort == "several" and others:
        found = all_of([found, negated(any_of(list(others)))])
    return negated(found) if sign == "!=" else found


def _is(known: Known, code: str) -> Condition:
    return {"is": {"variable": known.variable, "value": code}}


def _numbers(sign: str, variables: list[str], value: float, whole: bool) -> Condition:
    if sign in ("=", "!="):
        both = [bounded(each, variables, value) for each in (">=", "<=")]
        return negated(all_of(list(both))) if sign == "!=" else all_of(list(both))
    if sign in (">=", "<="):
        return bounded(sign, variables, value)
    if whole and float(value).is_integer():
        return bounded(f"{sign}=", variables, value + (1 if sign == ">" else -1))
    known = any_of([{"answered": {"variable": each}} for each in variables])
    opposite = bounded("<=" if sign == ">" else ">=", variables, value)
    return all_of([known, negated(opposite)])


def _total(sign: str, variables: list[str], value: str | float | bool) -> Condition:
    found = number(value)
    if found is None:
        raise NotUnderstood("a total is compared with something that is no number")
    return _numbers(sign, variables, found, whole=False)


def _added(expression: Expression) -> list[Reference]:
    if isinstance(expression, Reference):
        return [expression]
    if isinstance(expression, Binary) and expression.operator == "+":
        return [*_added(expression.left), *_added(expression.right)]
    raise NotUnderstood("only numbers of questions can be added up here")


def _counted(sign: str, call: Call, value: str | float | bool, find: Find) -> Condition:
    of, found = call.arguments[0] if call.arguments else None, number(value)
    if call.name not in ("count-selected", "string-length") or not isinstance(of, Reference):
        raise NotUnderstood(f"{call.name}() has no equal here")
    some: Condition = {"answered": {"variable": find(of).variable}}
    if (sign, found) in ((">", 0), (">=", 1), ("!=", 0)):
        return some
    if (sign, found) in (("=", 0), ("<", 1), ("<=", 0)):
        return negated(some)
    raise NotUnderstood(f"{call.name}() can only be asked here whether it is 0")


def _pair(sign: str, left: Known, right: Known) -> Condition:
    comparable = {left.sort, right.sort} <= {"number", "steps"} or left.sort == right.sort == "day"
    if sign not in TURNED or not comparable:
        raise NotUnderstood("two questions can only be compared as numbers or as dates")
    first, second = (left, right) if sign in ("<", ">=") else (right, left)
    before: Condition = {"before": {"variable": first.variable, "other": second.variable}}
    if sign in ("<", ">"):
        return before
    both: list[Condition] = [{"answered": {"variable": each.variable}} for each in (left, right)]
    return all_of([*both, negated(before)])
