"""Expressions made simpler: names filled in, and what is constant worked out."""

import operator
from collections.abc import Callable, Mapping

from .parsing import Binary, Call, Column, Expression, Literal, NotUnderstood, Reference

COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_TRANSPARENT = ("number", "int", "string", "once", "boolean", "normalize-space", "decimal")
"""Functions of one value that say the same as the value, as far as questions go."""

Filled = Mapping[Expression, Expression]


def folded(expression: Expression, filled: Filled | None = None) -> Expression:
    """The same, with the parts that stand in `filled` replaced, as simple as can be."""
    filled = filled or {}
    if expression in filled:
        return filled[expression]
    if isinstance(expression, Binary):
        left, right = folded(expression.left, filled), folded(expression.right, filled)
        return _binary(expression.operator, left, right)
    if isinstance(expression, Call):
        return _call(expression.name, tuple(folded(a, filled) for a in expression.arguments))
    return expression


def references(expression: Expression) -> set[str]:
    """The names that an expression refers to."""
    if isinstance(expression, Reference):
        return {expression.name}
    if isinstance(expression, Binary):
        return references(expression.left) | references(expression.right)
    if isinstance(expression, Call):
        return {name for each in expression.arguments for name in references(each)}
    return set()


def columns(expression: Expression) -> set[str]:
    """The bare names in an expression: columns of the choices sheet."""
    if isinstance(expression, Column):
        return {expression.name}
    if isinstance(expression, Binary):
        return columns(expression.left) | columns(expression.right)
    if isinstance(expression, Call):
        return {name for each in expression.arguments for name in columns(each)}
    return set()


def conjuncts(expression: Expression) -> list[Expression]:
    """The parts that must all hold."""
    if isinstance(expression, Binary) and expression.operator == "and":
        return [*conjuncts(expression.left), *conjuncts(expression.right)]
    return [expression]


def number(value: str | float | bool) -> float | None:
    """A value as XPath makes a number of it, None where it is none."""
    try:
        return float(value)
    except ValueError:
        return None


def truth(expression: Expression) -> bool | None:
    """Whether a constant counts as true; None of what is not constant."""
    return bool(expression.value) if isinstance(expression, Literal) else None


def compared(sign: str, left: str | float | bool, right: str | float | bool) -> bool:
    """What XPath says of two values: as numbers where one is, else as text."""
    numbers = number(left), number(right)
    if sign in ("=", "!="):
        if isinstance(left, str) and isinstance(right, str):
            same = left == right
        else:
            same = numbers[0] is not None and numbers[0] == numbers[1]
        return same == (sign == "=")
    return None not in numbers and COMPARE[sign](numbers[0] or 0, numbers[1] or 0)


def _binary(sign: str, left: Expression, right: Expression) -> Expression:
    if sign in ("and", "or"):
        return _joined(sign, left, right)
    if not isinstance(left, Literal) or not isinstance(right, Literal):
        return Binary(sign, left, right)
    if sign in COMPARE or sign in ("=", "!="):
        return Literal(compared(sign, left.value, right.value))
    numbers = number(left.value), number(right.value)
    if sign not in _ARITHMETIC or numbers[0] is None or numbers[1] is None:
        return Binary(sign, left, right)
    return Literal(_ARITHMETIC[sign](numbers[0], numbers[1]))


def _joined(sign: str, left: Expression, right: Expression) -> Expression:
    decides = sign == "or"
    for this, other in ((left, right), (right, left)):
        known = truth(this)
        if known is not None:
            return Literal(decides) if known == decides else other
    return Binary(sign, left, right)


def _call(name: str, given: tuple[Expression, ...]) -> Expression:
    if name in ("true", "false") and not given:
        return Literal(name == "true")
    if name in _TRANSPARENT and len(given) == 1:
        return given[0]
    if name in ("date", "date-time") and len(given) == 1 and isinstance(given[0], Literal):
        return given[0]
    if name == "coalesce" and len(given) == 2 and isinstance(given[1], Literal):
        return given[0]
    if name == "not" and len(given) == 1:
        known = truth(given[0])
        return Call(name, given) if known is None else Literal(not known)
    if name == "if":
        return _choice(given)
    return Call(name, given)


def _choice(given: tuple[Expression, ...]) -> Expression:
    if len(given) != 3:
        raise NotUnderstood("if( needs three parts")
    known = truth(given[0])
    return Call("if", given) if known is None else given[1] if known else given[2]
