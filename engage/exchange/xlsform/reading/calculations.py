"""Rows that calculate: filled in where conditions look at them, derived variables, words."""

import re
from typing import Any

from .. import carried
from ..expressions.folding import folded
from ..expressions.joining import Condition, all_of
from ..expressions.parsing import Call, Expression, Literal, NotUnderstood, Reference, parsed
from ..names import legal_code
from ..sheets import Row
from .making import Making
from .outline import Group

TYPE = "calculate"
OPTION = "option"
_WORDS = re.compile(
    r"jr:choice-name\(\s*(?:\$\{\s*([^}]+?)\s*\}|selected-at\(.*\))\s*,\s*['\"]?\s*\$\{[^}]+\}\s*['\"]?\s*\)"
)
_OPTION = re.compile(r"selected-at\(\s*\$\{[^}]+\}\s*,.*position\(\s*\.\.\s*\).*\)")
_LARGEST = 400


def set_aside(making: Making, survey: Group) -> list[Row]:
    """The rows that calculate; from now on references to them are what they stand for."""
    rows = [row for row in survey.rows() if row.peek("type").strip().lower() == TYPE]
    for row in rows:
        name, written = row.peek("name"), row.peek("calculation")
        words = _WORDS.fullmatch(written)
        if words or _OPTION.fullmatch(written):
            making.words[name] = (words.group(1) if words else None) or OPTION
            continue
        try:
            found = folded(parsed(written), making.worked_out)
        except NotUnderstood:
            continue
        if _size(found) <= _LARGEST and Reference(name) != found:
            making.worked_out[Reference(name)] = found
    making.set_aside = rows
    return rows


def derived(making: Making, rows: list[Row]) -> list[dict[str, Any]]:
    """The derived variables; what is neither that nor used in conditions is noted as left out."""
    making.turn_page()
    found = []
    for row in rows:
        row.take("type")
        own = carried.unpacked(row.take("engage_more"), row.peek("calculation"))
        if own is not None:
            found.append(_own(making, row, own))
            continue
        row.take("engage_kind")
        if row.peek("name") in making.words:
            row.used.update(row.cells)
            continue
        made = _derived(making, row)
        if made is not None:
            found.append(made)
    return found


def _own(making: Making, row: Row, own: dict[str, Any]) -> dict[str, Any]:
    row.used.update(row.cells)
    name = making.variable(row)
    key = f"derived.{name}.title"
    title = making.texts.take(row, "label", key) or making.texts.put(key, name)
    return {"name": name, "title": title, **own}


def _derived(making: Making, row: Row) -> dict[str, Any] | None:
    expression = making.expression(row, "calculation", "left out")
    if expression is None:
        row.used.update(row.cells)
        return None
    try:
        around = making.relevant(row)
        cases, otherwise = _cases(making, expression, around)
    except NotUnderstood as error:
        done = f"no variable of its own; filled in where a condition looks at it ({error})"
        making.report.row(row, "calculation", done)
        row.used.update(row.cells)
        return None
    name = making.variable(row)
    key = f"derived.{name}.title"
    title = making.texts.take(row, "label", key) or making.texts.put(key, name)
    listed = making.lists.names.take(name)
    codes: dict[str, str] = {}
    for value in [*(value for value, _ in cases), *([otherwise] if otherwise else [])]:
        codes.setdefault(value, legal_code(value))
    entries = [
        {"code": code, "label": making.texts.put(f"code_list.{listed}.{code}", value)}
        for value, code in codes.items()
    ]
    making.lists.add(listed, entries)
    done = "a variable that is worked out when a response is stored; its codes are their own words"
    making.report.row(row, "calculation", done)
    made: dict[str, Any] = {"name": name, "title": title, "code_list": listed}
    made["cases"] = [{"code": codes[value], "if": holds} for value, holds in cases]
    return made | ({"otherwise": codes[otherwise]} if otherwise else {})


def _cases(
    making: Making, expression: Expression, around: Condition
) -> tuple[list[tuple[str, Condition]], str]:
    """The values of nested if(), each with its condition, and the last; raises NotUnderstood."""
    found: list[tuple[str, Condition]] = []
    while isinstance(expression, Call) and expression.name == "if":
        first, then, expression = expression.arguments
        holds = all_of([around, making.said(first)])
        if not isinstance(holds, dict):
            raise NotUnderstood("one case always or never holds")
        found.append((_value(then), holds))
    last = _value(expression)
    if not found or any(not value for value, _ in found):
        raise NotUnderstood("only nested if() with words make a variable")
    return found, last if around is True else ""


def _value(expression: Expression) -> str:
    if not isinstance(expression, Literal):
        raise NotUnderstood("only nested if() with words make a variable")
    value = expression.value
    return f"{value:g}" if isinstance(value, float) else str(value)


def _size(expression: Expression) -> int:
    if isinstance(expression, Call):
        return 1 + sum(map(_size, expression.arguments))
    left = getattr(expression, "left", None)
    return 1 if left is None else 1 + _size(left) + _size(getattr(expression, "right", left))
