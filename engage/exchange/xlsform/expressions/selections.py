"""The constraint of a select_multiple as codes that stand alone and a greatest number.

The constraint is tried out on choices, so that it does not matter how it is spelled.
"""

from collections.abc import Iterator
from itertools import combinations

from .folding import compared, number
from .parsing import CURRENT, Binary, Call, Expression, Literal, NotUnderstood

EVERY = 9
"""Up to so many codes every choice of them is tried, of more only those of three and fewer."""

Chosen = frozenset[str]


def rule(expression: Expression, codes: list[str]) -> tuple[set[str], int | None] | None:
    """The codes that stand alone, and the most that may be chosen (None: all).

    None instead of both if the constraint says something else as well.
    """
    try:
        allowed = {chosen: _holds(expression, chosen) for chosen in _choices(codes)}
    except NotUnderstood:
        return None
    pairs = [chosen for chosen in allowed if len(chosen) == 2]
    alone = (
        {code for code in codes if all(not allowed[pair] for pair in pairs if code in pair)}
        if any(allowed[pair] for pair in pairs)
        else set()
    )
    free = [code for code in codes if code not in alone]
    sizes = [size for size in range(1, len(free) + 1) if _holds(expression, Chosen(free[:size]))]
    most = max(sizes, default=0)
    if not most:
        return None
    for chosen, holds in allowed.items():
        if holds != (len(chosen) <= most and (len(chosen) < 2 or not chosen & alone)):
            return None
    return alone, most if most < len(free) else None


def _choices(codes: list[str]) -> Iterator[Chosen]:
    sizes = range(1, len(codes) + 1) if len(codes) <= EVERY else range(1, 4)
    for size in sizes:
        yield from map(Chosen, combinations(codes, size))
    for size in range(1, len(codes) + 1):
        yield Chosen(codes[:size])


def _holds(expression: Expression, chosen: Chosen) -> bool:
    return bool(_value(expression, chosen))


def _value(expression: Expression, chosen: Chosen) -> str | float | bool:
    if isinstance(expression, Literal):
        return expression.value
    if expression == CURRENT:
        return " ".join(sorted(chosen))
    if isinstance(expression, Binary):
        return _binary(expression, chosen)
    if isinstance(expression, Call):
        return _call(expression, chosen)
    raise NotUnderstood("it looks at another question")


def _binary(expression: Binary, chosen: Chosen) -> str | float | bool:
    left, right = _value(expression.left, chosen), _value(expression.right, chosen)
    sign = expression.operator
    if sign in ("and", "or"):
        return (left and right) if sign == "and" else (left or right)
    if sign in ("+", "-"):
        numbers = number(left), number(right)
        if numbers[0] is None or numbers[1] is None:
            raise NotUnderstood("it adds up what is no number")
        return numbers[0] + numbers[1] if sign == "+" else numbers[0] - numbers[1]
    if sign in ("*", "div", "mod"):
        raise NotUnderstood(f"{sign} is not understood")
    return compared(sign, left, right)


def _call(expression: Call, chosen: Chosen) -> str | float | bool:
    given = expression.arguments
    if expression.name == "not" and len(given) == 1:
        return not _holds(given[0], chosen)
    if expression.name == "if":
        return _value(given[1] if _holds(given[0], chosen) else given[2], chosen)
    if expression.name in ("count-selected", "selected") and given and given[0] == CURRENT:
        if expression.name == "count-selected":
            return float(len(chosen))
        return str(_value(given[1], chosen)) in chosen
    raise NotUnderstood(f"{expression.name}() is not understood")
