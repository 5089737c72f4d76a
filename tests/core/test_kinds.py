"""Laws that every kind of question keeps, and the guard that no kind is half there."""

import csv
import datetime
import io
import json
import re
import uuid
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from engage.exchange.response_csv import write_rows
from engage.exchange.spreadsheet_cell import plain
from engage.questionnaire.answers import NO_ANSWER, AnswerRow
from engage.questionnaire.codes import CodeList
from engage.questionnaire.kinds import KINDS, AnyKind, Question
from engage.resources import resource
from engage.store.responses import Response
from tests.core import drawing
from tests.core.answering import fields, values
from tests.support.commands import ROOT

NAMES = [kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS]  # type: ignore[union-attr]
ANY: TypeAdapter[Question] = TypeAdapter(AnyKind)
ONE = Response(uuid.UUID(int=1), 1, datetime.date(2026, 9, 1), "web", "open", "en", True)
each_kind = pytest.mark.parametrize("kind", NAMES)


@st.composite
def cases(draw: st.DrawFn, kind: str) -> tuple[Question, dict[str, CodeList]]:
    """A question of a kind, with the code list it stands on, if it stands on one."""
    listed = kind == "picture" or kind in drawing.LISTED
    drawn = {"list0": draw(drawing.code_lists())} if listed else {}
    question = ANY.validate_json(json.dumps(draw(drawing.questions(kind, "asked", drawn))))
    lists = {name: CodeList.model_validate_json(json.dumps(one)) for name, one in drawn.items()}
    return question, lists


@each_kind
def test_it_is_there_whole(kind: str) -> None:
    assert kind in drawing.KINDS, "a strategy that draws it for the round trips below"
    assert resource(f"templates/questions/{kind}.html").is_file()
    reference = (ROOT / "docs" / "reference" / "question-kinds.md").read_text(encoding="utf-8")
    assert re.search(rf"^#+ .*\b{kind}\b", reference, re.MULTILINE), "a heading in the reference"


def test_no_kind_is_left_out() -> None:
    assert sorted(NAMES) == sorted(drawing.KINDS)
    templates = {path.stem for path in resource("templates/questions").glob("*.html")}
    assert templates == set(NAMES)


@each_kind
@given(data=st.data())
def test_a_value_typed_again_is_the_same_value(kind: str, data: st.DataObject) -> None:
    question, lists = data.draw(cases(kind))
    chosen = {v: data.draw(values(question, lists)) for v in question.variables()}
    reading = question.read(typed(question, chosen), lists)
    assert not reading.problems
    assert reading.values == chosen
    check_rows(question, lists, reading.values)


@each_kind
@given(data=st.data())
def test_a_value_exported_and_taken_in_is_the_same_value(kind: str, data: st.DataObject) -> None:
    question, lists = data.draw(cases(kind))
    for variable in question.variables():
        value = data.draw(values(question, lists))
        line = written(variable, question.rows(variable, value, lists))
        cell = "" if line == NO_ANSWER else plain(line)
        posted = question.from_cell(variable, cell) if cell else {}
        assert question.read(posted, lists).values.get(variable, "absent") == value


def written(variable: str, rows: list[AnswerRow]) -> str:
    """The cell of a variable as an export writes it."""
    lines = write_rows([variable], [(ONE, rows)])
    (found,) = csv.DictReader(io.StringIO("".join(lines), newline=""))
    return found[variable]


@each_kind
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_what_is_invented_could_have_been_typed(kind: str, data: st.DataObject, seed: int) -> None:
    question, lists = data.draw(cases(kind))
    random = Random(seed)
    invented = {v: question.invented(v, random, lists, {}) for v in question.variables()}
    reading = question.read(typed(question, invented), lists)
    assert not reading.problems
    assert reading.values == invented


def typed(question: Question, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """The fields of several values together."""
    fields = [question.typed(variable, value) for variable, value in values.items()]
    return {name: value for each in fields for name, value in each.items()}


@each_kind
@given(data=st.data())
def test_a_problem_leads_to_fields_that_are_there(kind: str, data: st.DataObject) -> None:
    question, lists = data.draw(cases(kind))
    for problem in question.read(data.draw(fields(question, lists)), lists).problems:
        faulty = question.faulty(problem, lists)
        assert faulty
        assert set(faulty) <= set(question.fields(lists))


@each_kind
@given(data=st.data())
def test_whatever_is_sent_is_a_value_or_a_problem(kind: str, data: st.DataObject) -> None:
    question, lists = data.draw(cases(kind))
    posted = data.draw(fields(question, lists))
    reading = question.read(posted, lists)
    named = {problem.place for problem in reading.problems}
    assert named | set(reading.values) == set(question.variables())
    assert not named & set(reading.values)
    # What was read is kept by JSON as it is, and by the database without NUL or half characters.
    assert json.loads(json.dumps(reading.values)) == reading.values
    json.dumps(reading.values, ensure_ascii=False).encode()
    assert "\\u0000" not in json.dumps(reading.values)
    if not named:
        assert question.read(typed(question, reading.values), lists).values == reading.values
    check_rows(question, lists, reading.values)


def check_rows(question: Question, lists: dict[str, CodeList], read: dict[str, Any]) -> None:
    for variable, value in read.items():
        rows = question.rows(variable, value, lists)
        assert rows, "a question that was asked leaves a row, blank or not"
        assert question.value(rows) == value
        assert {row.variable for row in rows} == {variable}
        assert [row.item for row in rows] == list(range(len(rows)))
        missing = [row.missing is not None for row in rows]
        assert any(missing) != question.is_answer(variable, value, lists)
        assert (rows[0].missing == NO_ANSWER) == (value is None)
        for row in rows:
            said = [row.code, row.text, row.missing]
            assert sum(part is not None for part in said) + (row.number is not None) >= 1


@each_kind
@given(data=st.data())
def test_every_text_has_a_key_of_its_own(kind: str, data: st.DataObject) -> None:
    question, _ = data.draw(cases(kind))
    keys = [key for key, _ in question.texts()]
    assert len(keys) == len(set(keys))
    assert f"question.{question.name}.text" in keys
    assert all(text.strip() for _, text in question.texts())
