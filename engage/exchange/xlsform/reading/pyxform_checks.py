"""pyxform's own checks of a workbook; what it refuses is refused here, in words with a place."""

import re
import warnings
from typing import Any

from pyxform.errors import PyXFormError  # type: ignore[import-untyped]
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from ...refused import FileRefused
from ..sheets import Sheet

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"On the '(\w+)' sheet, the '([^']+)' value(?: '[^']*')? is \w+\.\s*")
_QUOTED = re.compile(r"'([^']+)'")
_MORE = re.compile(r"\s*Learn more:\s*\S+")


def check(content: bytes, sheets: dict[str, Sheet]) -> None:
    """Raises FileRefused if pyxform cannot make a form of the workbook. No Java is run."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            convert(content, file_type=".xlsx", validate=False)
    except PyXFormError as error:
        raise FileRefused([sentence(str(error), sheets)]) from None
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        # pyxform trips over some workbooks instead of refusing them.
        what = f"expected an XLSForm, but pyxform stumbled over {type(error).__name__}: {error}"
        raise FileRefused([f"the workbook: {what}"]) from None


def sentence(message: str, sheets: dict[str, Sheet]) -> str:
    """pyxform's message with its place in front: sheet, row and, where it says so, column."""
    message = _MORE.sub("", message).strip()
    numbered, named = _ROW.search(message), _SHEET.search(message)
    rest = _ROW.sub("", message, count=1)
    if named:
        rest = _SHEET.sub("", rest, count=1)
    if not numbered:
        return f"{_place_of(message, sheets)}: {rest}"
    where = f"{named.group(1) if named else 'survey'}, row {numbered.group(1)}"
    return f"{where}, column {named.group(2)}: {rest}" if named else f"{where}: {rest}"


def _place_of(message: str, sheets: dict[str, Sheet]) -> str:
    """The first row that has what the message quotes."""
    quoted: Any = _QUOTED.findall(message)
    for word in quoted:
        for sheet in sheets.values():
            for row in sheet.rows:
                for (column, _), text in row.cells.items():
                    if column in ("type", "name", "list_name") and word in (text, *text.split()):
                        return row.place(column)
    return "the workbook"
