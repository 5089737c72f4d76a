"""Responses from a CSV file: one column per variable, codes as values, all or nothing."""

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TextIO

from engage.questionnaire.answers import NO_ANSWER, AnswerRow, Value
from engage.questionnaire.checking import MODES
from engage.questionnaire.codes import CodeList
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.derivation import derive
from engage.questionnaire.kinds import Consent, Question, Ranking
from engage.questionnaire.ordering import order_rows
from engage.questionnaire.problem import Problem
from engage.questionnaire.routing import Route, route

from . import order_cell
from .refused import FileRefused
from .spreadsheet_cell import plain

ABOUT = ("day", "mode", "channel", "language")
"""Columns that say how a response came; all may be left out."""

IGNORED = ("response", "version", "demonstration")
"""Columns that an export has and an import makes anew."""

MOST_MISTAKES = 20


@dataclass(frozen=True)
class ReadResponse:
    """One line of the file."""

    rows: tuple[AnswerRow, ...]
    day: datetime.date | None
    mode: str
    channel: str
    language: str
    invented: bool


@dataclass
class Reader:
    """Reads a whole file before anything of it is used."""

    questionnaire: Questionnaire
    mistakes: list[str] = field(default_factory=list)
    off_route: int = 0
    """Values of questions that the route does not reach; they are left out."""

    def read(self, file: TextIO) -> list[ReadResponse]:
        """Every line; raises FileRefused."""
        found = list(self._responses(file))
        if self.mistakes:
            raise FileRefused(self.mistakes)
        if not found:
            raise FileRefused(["line 2: expected at least one response below the column names"])
        return found

    def _responses(self, file: TextIO) -> Iterator[ReadResponse]:
        lines = csv.reader(file, strict=True)
        try:
            names = [name.strip() for name in next(lines, [])]
            self._check(names)
            for cells in lines:
                if len(self.mistakes) >= MOST_MISTAKES:
                    return
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != len(names):
                    expected = f"expected {len(names)} cells, found {len(cells)}"
                    self.mistakes.append(f"line {lines.line_num}: {expected}")
                    continue
                cleaned = (_cleaned(cell) for cell in cells)
                line = dict(zip(names, cleaned, strict=True))
                yield self._response(line, lines.line_num)
        except csv.Error as error:
            self.mistakes.append(f"line {lines.line_num}: expected CSV, but {error}")
        except UnicodeDecodeError:
            self.mistakes.append(f"line {lines.line_num + 1}: expected UTF-8")

    def _check(self, names: list[str]) -> None:
        if not any(names):
            raise FileRefused(["line 1: expected the names of variables"])
        known = [*self.questionnaire.variables, *ABOUT, *IGNORED]
        for name in names:
            if name not in known:
                close = get_close_matches(name, known, 1)
                hint = f'; did you mean "{close[0]}"?' if close else ""
                self.mistakes.append(f'line 1: there is no variable "{name}"{hint}')
            elif names.count(name) > 1:
                self.mistakes.append(f'line 1: the column "{name}" stands there twice')
        if self.mistakes:
            raise FileRefused(list(dict.fromkeys(self.mistakes)))

    def _response(self, line: dict[str, str], number: int) -> ReadResponse:
        given: dict[str, Value] = {}
        for _, _, question in self.questionnaire.walk():
            if any(variable in line for variable in question.variables()):
                given.update(self._values(question, line, number))
        way = route(self.questionnaire, given)
        self.off_route += sum(given[v] is not None for v in given if v not in way.answers)
        rows = [
            row
            for variable, value in way.answers.items()
            for row in self.questionnaire.questions[variable].rows(
                variable, value, self.questionnaire.code_lists
            )
        ]
        derived = derive(self.questionnaire, way)
        self._compare(derived, line, number)
        said = way.answers.get(self.questionnaire.mode_variable or "")
        mode = line.get("mode") or (said if isinstance(said, str) else "web")
        return ReadResponse(
            rows=(*rows, *self._orders(line, number, way), *derived),
            day=self._day(line, number),
            mode=self._one_of("mode", mode if mode in MODES or "mode" in line else "web", number),
            channel=line.get("channel", "")[:40] or "import",
            language=line.get("language", "")[:35] or self.questionnaire.source_language,
            invented=bool(line.get("demonstration")),
        )

    def _values(self, question: Question, line: dict[str, str], number: int) -> dict[str, Value]:
        cells = {name: line[name] for name in question.variables() if name in line}
        if isinstance(question, Consent) and not cells[question.name]:
            return {question.name: None}
        posted = {
            field: values
            for name, cell in cells.items()
            if cell
            for field, values in question.from_cell(name, cell).items()
        }
        reading = question.read(posted, self.questionnaire.code_lists)
        for problem in reading.problems:
            codes = question.code_list_of(problem.place, self.questionnaire.code_lists)
            found = f'"{cells.get(problem.place, "")[:60]}"'
            expected = _expected(codes or _ranked(question, self.questionnaire), problem)
            where = f"line {number}, column {problem.place}"
            self.mistakes.append(f"{where}: expected {expected}, found {found}")
        return {name: value for name, value in reading.values.items() if name in line}

    def _orders(self, line: dict[str, str], number: int, way: Route) -> list[AnswerRow]:
        """What was shown in random order; where the file does not say so, nobody knows."""
        rows: list[AnswerRow] = []
        for variable, names in self.questionnaire.orders.items():
            try:
                shown = order_cell.read(line.get(variable, ""), names)
            except order_cell.NotAnOrder as wrong:
                where = f"line {number}, column {variable}"
                found = f'found "{wrong.found[:60]}"'
                self.mistakes.append(f"{where}: expected {wrong.expected}, {found}")
                continue
            if variable in way.orders:
                rows += order_rows(variable, shown)
            else:
                self.off_route += bool(shown)
        return rows

    def _compare(self, derived: list[AnswerRow], line: dict[str, str], number: int) -> None:
        codes = {row.variable: row.code for row in derived}
        for name in self.questionnaire.derived_by_name:
            cell = line.get(name, "")
            expected = codes.get(name)
            if cell and expected is not None and cell != expected:
                where = f"line {number}, column {name}"
                self.mistakes.append(
                    f'{where}: expected "{expected}", which follows from the answers, or nothing'
                )

    def _day(self, line: dict[str, str], number: int) -> datetime.date | None:
        if not line.get("day"):
            return None
        try:
            return datetime.date.fromisoformat(line["day"])
        except ValueError:
            where = f"line {number}, column day"
            self.mistakes.append(
                f'{where}: expected a day such as 2026-10-31, found "{line["day"]}"'
            )
            return None

    def _one_of(self, column: str, value: str, number: int) -> str:
        if value not in MODES:
            expected = ", ".join(MODES)
            self.mistakes.append(f"line {number}, column {column}: expected one of {expected}")
        return value


def _cleaned(cell: str) -> str:
    """A cell without what an export adds: the mark of a blank, the guard before a formula."""
    found = cell.strip()
    return "" if found == NO_ANSWER else plain(found)


def _ranked(question: Question, questionnaire: Questionnaire) -> CodeList | None:
    """The codes that may stand in a ranking's cell."""
    return questionnaire.list_of(question) if isinstance(question, Ranking) else None


_EXPECTED = {
    "not_a_number": "a number from {least} to {most}",
    "out_of_range": "a number from {least} to {most}",
    "too_many_decimals": "a number from {least} to {most}, with at most {decimals} decimals",
    "too_long": "at most {limit} characters",
    "consent_needed": "yes or nothing",
    "exclusive_with_others": "{code} alone",
    "too_many": "at most {most} codes",
    "not_a_place": "at most {most} codes, each of them once",
    "date_incomplete": "a date such as 2026-05-17, or for a month 2026-05",
    "not_a_date": "a date such as 2026-05-17, or for a month 2026-05",
    "date_out_of_range": "a date from {earliest} to {latest}",
}


def _expected(codes: CodeList | None, problem: Problem) -> str:
    if problem.code in _EXPECTED:
        return _EXPECTED[problem.code].format(**problem.parameters)
    return "one of " + ", ".join(codes.names() if codes else ())
