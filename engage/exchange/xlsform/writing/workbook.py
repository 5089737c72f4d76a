"""Rows into the bytes of a workbook. Every cell is text: nothing is a formula."""

from io import BytesIO

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]

Cells = dict[str, str]
LONGEST = 32_767
"""Characters that a cell can hold."""


def bound(sheets: dict[str, tuple[list[str], list[Cells]]]) -> bytes:
    """A workbook of sheets: the first headers, and rows by header; others follow as they come."""
    book = Workbook()
    book.remove(book.active)
    for name, (first, rows) in sheets.items():
        sheet = book.create_sheet(name)
        headers = list(dict.fromkeys([*first, *(header for row in rows for header in row)]))
        for at, header in enumerate(headers, start=1):
            _write(sheet.cell(1, at), header)
        for line, row in enumerate(rows, start=2):
            for at, header in enumerate(headers, start=1):
                if row.get(header):
                    _write(sheet.cell(line, at), row[header])
        sheet.freeze_panes = "A2"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _write(cell: object, text: str) -> None:
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]
    cell.value = clean  # type: ignore[attr-defined]
    cell.data_type = "s"  # type: ignore[attr-defined]
