"""From the tree of an expression to a condition of a document."""

import math
import operator as operators
from collections.abc import Callable

from .combining import Condition, Said, all_of, any_of, negated, one_of
from .expressions import Call, CannotSay, Compared, Joined, Literal, Named, Negated, Tree
from .references import Reference, References

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_COMPARES: dict[str, Callable[[float, float], bool]] = {
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}


def condition(tree: Tree, references: References) -> Said:
    """The condition that a tree says; raises CannotSay."""
    if isinstance(tree, Joined):
        parts = [condition(part, references) for part in tree.parts]
        return all_of(parts) if tree.every else any_of(parts)
    if isinstance(tree, Negated):
        return negated(condition(tree.part, references))
    if isinstance(tree, Compared):
        return _compared(tree, references)
    if isinstance(tree, Literal):
        return tree.value not in ("", "0")
    if isinstance(tree, Call):
        return _called(tree, references)
    return _given(references.find(tree.name))


def answered(reference: Reference) -> Condition:
    """An answer was given; of one option of several: it was chosen."""
    if reference.manner == "chosen":
        return one_of(reference.variable, [reference.code])
    return {"answered": {"variable": reference.variable}}


def _given(reference: Reference) -> Said:
    if reference.manner == "number":
        return all_of([answered(reference), negated(_bounds(reference.variable, "==", 0.0))])
    return answered(reference)


def _called(tree: Call, references: References) -> Said:
    function = tree.function.lower()
    if function in ("is_empty", "empty") and len(tree.parts) == 1:
        return negated(_not_empty(tree.parts[0], references))
    if function == "sum":
        return negated(_summed("==", tree, 0.0, references))
    if function == "count":
        return _counted(">", tree, 0.0, references)
    raise CannotSay(f"the function {tree.function}()")


def _not_empty(part: Tree, references: References) -> Said:
    if isinstance(part, Named):
        return answered(references.find(part.name))
    if isinstance(part, Literal):
        return part.value != ""
    raise CannotSay("whether something worked out is empty")


def _compared(tree: Compared, references: References) -> Said:
    left, right, operator = tree.left, tree.right, tree.operator
    if isinstance(left, Literal) and not isinstance(right, Literal):
        left, right, operator = right, left, _MIRRORED[operator]
    if isinstance(left, Named) and isinstance(right, Named):
        return _of_two(operator, references.find(left.name), references.find(right.name))
    if not isinstance(right, Literal):
        raise CannotSay("a comparison with something worked out")
    if isinstance(left, Named):
        return _with_value(operator, references.find(left.name), right.value)
    number = _number(right.value)
    if isinstance(left, Call) and number is not None:
        function = left.function.lower()
        if function == "sum":
            return _summed(operator, left, number, references)
        if function == "count":
            return _counted(operator, left, number, references)
        if function == "strlen" and len(left.parts) == 1:
            return _at_all(operator, number, _not_empty(left.parts[0], references))
    what = f"the function {left.function}()" if isinstance(left, Call) else "such a comparison"
    raise CannotSay(what)


def _of_two(operator: str, left: Reference, right: Reference) -> Said:
    pair = {left.manner, right.manner}
    if pair not in ({"number"}, {"day"}, {"month"}) or operator in ("==", "!="):
        raise CannotSay("a comparison of two answers")
    if operator in (">", "<="):
        left, right = right, left
    before = {"before": {"variable": left.variable, "other": right.variable}}
    if operator in ("<", ">"):
        return before
    return all_of([answered(left), answered(right), negated(before)])


def _with_value(operator: str, reference: Reference, value: str) -> Said:
    if value.strip() == "":
        if operator in ("==", "!="):
            there = answered(reference)
            return there if operator == "!=" else negated(there)
        raise CannotSay(f"a comparison {operator} with nothing")
    if reference.manner == "number":
        number = _number(value)
        if number is None:
            raise CannotSay(f'a comparison of a number with "{value}"')
        return _bounds(reference.variable, operator, number)
    if reference.manner == "chosen":
        if value == "Y" and operator in ("==", "!="):
            chosen = answered(reference)
            return chosen if operator == "==" else negated(chosen)
        raise CannotSay(f'a comparison of an option with "{value}"')
    if reference.manner in ("code", "several"):
        return _with_code(operator, reference, value)
    raise CannotSay("a comparison with words that somebody types")


def _with_code(operator: str, reference: Reference, value: str) -> Said:
    if operator in ("==", "!="):
        code = reference.codes.get(value)
        if code is None:
            raise CannotSay(f'the answer "{value}", which it does not have')
        said = one_of(reference.variable, [code])
        return said if operator == "==" else negated(said)
    bound, compares = _number(value), _COMPARES[operator]
    if bound is None:
        raise CannotSay(f'the order of answers beside "{value}"')
    figures = ((_number(theirs), ours) for theirs, ours in reference.codes.items())
    codes = [ours for figure, ours in figures if figure is not None and compares(figure, bound)]
    return one_of(reference.variable, codes) if codes else False


def _bounds(variable: str, operator: str, number: float) -> Said:
    value = int(number) if number.is_integer() else number
    least = {"at_least": {"variable": variable, "value": value}}
    most = {"at_most": {"variable": variable, "value": value}}
    return _between(operator, least, most)


def _between(operator: str, least: Condition, most: Condition) -> Said:
    """An empty answer is neither at least nor at most anything, so no part alone is denied."""
    if operator == "!=":
        return negated(all_of([least, most]))
    return {
        "==": all_of([least, most]),
        ">=": least,
        "<=": most,
        ">": all_of([least, negated(most)]),
        "<": all_of([most, negated(least)]),
    }[operator]


def _summed(operator: str, tree: Call, number: float, references: References) -> Said:
    found = [_part(part, references) for part in tree.parts]
    if not found or any(each.manner != "number" for each in found):
        raise CannotSay("a sum of what are not numbers")
    value = int(number) if number.is_integer() else number
    total = {"variables": [each.variable for each in found], "value": value}
    return _between(operator, {"total_at_least": total}, {"total_at_most": total})


def _counted(operator: str, tree: Call, number: float, references: References) -> Said:
    parts = [answered(_part(part, references)) for part in tree.parts]
    if operator == "==" and number == len(parts) > 0:
        return all_of(parts)
    return _at_all(operator, number, any_of(parts))


def _at_all(operator: str, number: float, some: Said) -> Said:
    """How many, where only the difference between none and some is asked for."""
    if (operator, number) in ((">", 0), (">=", 1), ("!=", 0)):
        return some
    if (operator, number) in (("==", 0), ("<", 1), ("<=", 0)):
        return negated(some)
    raise CannotSay("how many there are")


def _part(part: Tree, references: References) -> Reference:
    if not isinstance(part, Named):
        raise CannotSay("something worked out within a function")
    return references.find(part.name)


def _number(value: str) -> float | None:
    try:
        found = float(value)
    except ValueError:
        return None
    return found if math.isfinite(found) else None
