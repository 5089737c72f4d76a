"""Postcodes and the areas they lie in, from a CSV file: the whole file or nothing of it."""

import csv
import re
from collections.abc import Iterable

from engage.questionnaire.kinds.area import postcode

from .refused import FileRefused

COLUMNS = ("postcode", "code")
"""Further columns may stand beside these; they are not looked at."""

MOST_MISTAKES = 20
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,31}")


def read(file: Iterable[str]) -> dict[str, str]:
    """The code of each postcode's area, from lines of text; raises FileRefused."""
    found: dict[str, str] = {}
    mistakes: list[str] = []
    lines = csv.reader(file, strict=True)
    try:
        names = _names(next(lines, []))
        for cells in lines:
            mistake = _mistake(names, cells, found)
            if mistake:
                mistakes.append(f"line {lines.line_num}{mistake}")
            if len(mistakes) == MOST_MISTAKES:
                break
    except csv.Error as error:
        mistakes.append(f"line {lines.line_num}: expected CSV, but {error}")
    except UnicodeDecodeError:
        mistakes.append(f"line {lines.line_num + 1}: expected UTF-8")
    if not mistakes and not found:
        mistakes.append("line 2: expected at least one postcode below the column names")
    if mistakes:
        raise FileRefused(mistakes)
    return found


def _names(header: list[str]) -> list[str]:
    names = [name.strip().lower() for name in header]
    missing = [column for column in COLUMNS if names.count(column) != 1]
    if missing:
        raise FileRefused([f'line 1: expected one column "{name}"' for name in missing])
    return names


def _mistake(names: list[str], cells: list[str], found: dict[str, str]) -> str:
    """Put a line's postcode among those found; if it cannot be, where and why."""
    if not any(cell.strip() for cell in cells):
        return ""
    if len(cells) != len(names):
        return f": expected {len(names)} cells, found {len(cells)}"
    typed, code = (cells[names.index(column)].strip() for column in COLUMNS)
    whole = postcode(typed)
    if whole is None:
        return f', column postcode: expected a postcode such as MK9 3EJ, found "{typed[:20]}"'
    if not _CODE.fullmatch(code):
        return f', column code: expected the code of an area, found "{code[:40]}"'
    if found.setdefault(whole, code) != code:
        return f', column code: expected "{found[whole]}" as on a line before, found "{code}"'
    return ""
