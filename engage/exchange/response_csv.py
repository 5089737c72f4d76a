"""Single responses as CSV: a line each, a column for each variable, codes as values."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from engage.questionnaire.answers import AnswerRow

from .spreadsheet_cell import harmless

ABOUT = ("response", "version", "day", "mode", "channel", "language", "demonstration")
DEMONSTRATION = "demonstration data"
"""Stands in the column `demonstration` of a response that nobody gave."""


class Response(Protocol):
    """What a line says of a response before its answers."""

    @property
    def id(self) -> UUID: ...
    @property
    def version(self) -> int: ...
    @property
    def day(self) -> date: ...
    @property
    def mode(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def invented(self) -> bool: ...


def write_rows(
    variables: Sequence[str], responses: Iterable[tuple[Response, list[AnswerRow]]]
) -> Iterator[str]:
    """The header and then a line for each response, each with its line end, one at a time.

    `variables`: those of all versions of the survey, as `history.columns` puts them in order.

    Several chosen codes stand in one cell with ; between them. A question that was asked and not
    answered has its missing code, one that was not asked an empty cell. Typed text that a
    spreadsheet might run has an apostrophe in front.
    """
    lines = _Lines()
    yield lines.written((*ABOUT, *variables))
    for response, rows in responses:
        cells = _cells(rows)
        values = [cells.get(variable, "") for variable in variables]
        yield lines.written([*_about(response), *values])


class _Lines:
    """A file that hands back each line as the writer writes it."""

    def __init__(self) -> None:
        # With both signs in the line end, the writer quotes a text that has either of them.
        self._writer = csv.writer(self, lineterminator="\r\n")
        self._line = ""

    def write(self, line: str) -> None:
        self._line = line

    def written(self, cells: Iterable[str]) -> str:
        self._writer.writerow(cells)
        return self._line


def _about(response: Response) -> list[str]:
    invented = DEMONSTRATION if response.invented else ""
    how = (response.mode, response.channel, response.language)
    head = (str(response.id), str(response.version), response.day.isoformat())
    return [*head, *map(harmless, how), invented]


def _cells(rows: Iterable[AnswerRow]) -> Mapping[str, str]:
    cells: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row.item):
        value = _value(row)
        cells[row.variable] = f"{cells[row.variable]};{value}" if row.item else value
    return cells


def _value(row: AnswerRow) -> str:
    if row.missing is not None:
        return row.missing
    if row.code is not None:
        return row.code
    if row.number is not None:
        # All its digits, and never as 1e-05: what an export writes, an import reads.
        return str(int(row.number)) if row.number.is_integer() else f"{Decimal(repr(row.number)):f}"
    return harmless(row.text or "")
