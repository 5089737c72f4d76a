"""Workbooks for tests of XLSForms, and what a form asks: its expressions, worked out plainly."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]

from engage.exchange.xlsform.expressions.parsing import (
    Binary,
    Call,
    Expression,
    Literal,
    Reference,
    parsed,
)

Cells = Mapping[str, Any]
LABEL, POLISH = "label::English (en)", "label::Polish (pl)"
SETTINGS = {"form_title": "A form", "form_id": "form", "default_language": "English (en)"}
TOLD = {
    f"engage_{field}": "Words"
    for field in ("summary", "operator", "purpose", "privacy", "other_ways", "next_steps")
} | {"engage_contact": "Words", "engage_minutes": "5"}
CONSENT = {"type": "acknowledge", "name": "consent", LABEL: "Do you agree?"}


def workbook(**sheets: list[Cells]) -> bytes:
    """A workbook of these sheets, each a list of rows by header."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headers = list(dict.fromkeys(header for row in rows for header in row))
        sheet.append(headers)
        for row in rows:
            sheet.append([row.get(header) for header in headers])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def form(*rows: Cells, choices: list[Cells] | None = None, **settings: str) -> bytes:
    """A form with a consent and with everything told, so that only `rows` can be noted."""
    survey = [CONSENT, *rows]
    return workbook(survey=survey, choices=choices or [], settings=[SETTINGS | TOLD | settings])


def row(kind: str, name: str = "", label: str = "", **cells: str) -> dict[str, str]:
    """A row of the survey sheet; `__` in a column's name is `::`."""
    made = {"type": kind, "name": name, LABEL: label}
    return made | {key.replace("__", "::"): text for key, text in cells.items()}


def choices(name: str, *codes: str, **cells: str) -> list[dict[str, str]]:
    """A list whose labels are its names with a capital."""
    return [{"list_name": name, "name": c, LABEL: c.capitalize(), **cells} for c in codes]


def sheet(content: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by header."""
    rows = load_workbook(BytesIO(content))[name].iter_rows(values_only=True)
    headers = next(rows)
    return [{h: v for h, v in zip(headers, line, strict=True) if v is not None} for line in rows]


def edited(content: bytes, name: str, change: Any) -> bytes:
    """The workbook with one sheet's rows changed."""
    book = load_workbook(BytesIO(content), read_only=True)
    sheets = {each: sheet(content, each) for each in book.sheetnames}
    change(sheets[name])
    return workbook(**{each: rows or [{"part": ""}] for each, rows in sheets.items()})


def asked(content: bytes, given: Mapping[str, Any]) -> list[str]:
    """The questions that a form without repeats asks someone with these answers, in order."""
    values: dict[str, str] = {}
    around: list[bool] = []
    found = []
    for each in sheet(content, "survey"):
        kind = each["type"]
        if kind == "end_group":
            around.pop()
            continue
        relevant = each.get("relevant")
        holds = relevant is None or bool(value(parsed(relevant), values))
        if kind == "begin_group":
            around.append(holds)
            continue
        name, shown = each["name"], holds and all(around)
        if kind in ("note", "calculate"):
            calculated = value(parsed(each["calculation"]), values) if kind != "note" else ""
            values[name] = text(calculated)
            continue
        values[name] = text(given.get(name)) if shown else ""
        found += [name] if shown else []
    return found


def calculated(content: bytes, given: Mapping[str, str], name: str) -> str:
    """What a row works out from these answers."""
    line = next(each for each in sheet(content, "survey") if each.get("name") == name)
    return text(value(parsed(line["calculation"]), dict(given)))


def text(found: Any) -> str:
    """An answer as a form keeps it: several choices with spaces between."""
    if found is None:
        return ""
    if isinstance(found, list):
        return " ".join(found)
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    return str(found)


def value(expression: Expression, values: Mapping[str, str]) -> Any:
    """What an expression is, by XPath 1.0 and by what ODK adds to it."""
    if isinstance(expression, Literal):
        return expression.value
    if isinstance(expression, Reference):
        return values[expression.name]
    if isinstance(expression, Binary):
        return _binary(expression, values)
    assert isinstance(expression, Call), expression
    return _call(expression.name, list(_given(expression, values)))


def _given(expression: Call, values: Mapping[str, str]) -> Iterator[Any]:
    for each in expression.arguments:
        yield value(each, values)


def _call(name: str, given: list[Any]) -> Any:
    if name in ("true", "false"):
        return name == "true"
    if name == "not":
        return not given[0]
    if name == "if":
        return given[1] if given[0] else given[2]
    if name == "selected":
        return given[1] in given[0].split()
    if name == "count-selected":
        return float(len(given[0].split()))
    if name == "string-length":
        return float(len(given[0]))
    assert name == "jr:choice-name", name
    return given[0]


def _binary(expression: Binary, values: Mapping[str, str]) -> Any:
    sign = expression.operator
    left, right = value(expression.left, values), value(expression.right, values)
    if sign in ("and", "or"):
        return bool(left) and bool(right) if sign == "and" else bool(left) or bool(right)
    if sign in ("=", "!=") and isinstance(left, str) and isinstance(right, str):
        return (left == right) == (sign == "=")
    one, other = _number(left), _number(right)
    if sign in ("+", "-"):
        return one + other if sign == "+" else one - other
    return {
        "=": one == other,
        "!=": one != other,
        "<": one < other,
        "<=": one <= other,
        ">": one > other,
        ">=": one >= other,
    }[sign]


def _number(found: Any) -> float:
    try:
        return float(found)
    except ValueError:
        return float("nan")
