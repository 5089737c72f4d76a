"""The sheets of a workbook as rows of text, each cell remembering whether it was looked at."""

import datetime
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook  # type: ignore[import-untyped]

from ..refused import FileRefused
from .columns import Column, columns

LARGEST = 64 * 1024 * 1024
"""Bytes of a workbook once unpacked; more is refused before anything is read."""

EMPTY_ROWS = 60
"""So many empty rows one after another end a sheet."""


@dataclass
class Row:
    """One row. Texts keep their spaces only if this program wrote the workbook."""

    sheet: str
    number: int
    cells: dict[Column, str]
    used: set[Column] = field(default_factory=set)

    def take(self, column: str) -> str:
        """The text in a column that has no language, '' if empty; it counts as looked at."""
        self.used.add((column, ""))
        return self.cells.get((column, ""), "").strip()

    def peek(self, column: str) -> str:
        """The same without looking at it in that sense."""
        return self.cells.get((column, ""), "").strip()

    def tongues(self, column: str) -> dict[str, str]:
        """The texts in a column by language as written; they count as looked at."""
        found = {key: text for key, text in self.cells.items() if key[0] == column}
        self.used.update(found)
        return {language: text for (_, language), text in found.items()}

    def place(self, column: str = "") -> str:
        """Where this is, for a person who looks at the workbook."""
        where = f"{self.sheet}, row {self.number}"
        return f"{where}, column {column}" if column else where

    def left(self) -> Iterator[tuple[Column, str]]:
        """The cells that nothing has looked at."""
        yield from ((key, text) for key, text in self.cells.items() if key not in self.used)


@dataclass
class Sheet:
    """One sheet: its headers as they are written, and its rows that are not empty."""

    name: str
    headers: dict[Column, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


def opened(content: bytes) -> dict[str, Sheet]:
    """The sheets by name in small letters; raises FileRefused."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise FileRefused(["the workbook: expected at most 64 MB once unpacked"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl on what it passes over, such as drop-downs
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError):
        raise FileRefused(["the file: expected a workbook (.xlsx), which this is not"]) from None
    try:
        found = {name.lower(): _sheet(name.lower(), book[name]) for name in book.sheetnames}
    finally:
        book.close()
    if "survey" not in found and len(found) == 1:
        only = next(iter(found.values()))
        found = {"survey": only}
    return found


def _sheet(name: str, sheet: Any) -> Sheet:
    rows = sheet.iter_rows(values_only=True)
    headers = ["" if cell is None else _text(cell) for cell in next(rows, ())]
    keys = columns(headers)
    made = Sheet(name, {key: header for key, header in zip(keys, headers, strict=True) if header})
    empty = 0
    for number, values in enumerate(rows, start=2):
        found = {
            key: _text(value)
            for key, header, value in zip(keys, headers, values, strict=False)
            if header and value is not None and _text(value).strip()
        }
        if found:
            made.rows.append(Row(name, number, found))
        empty = 0 if found else empty + 1
        if empty > EMPTY_ROWS:
            break
    return made


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
