"""Single responses as CSV: nothing is lost, nothing can run."""

import csv
import datetime
import io
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.exchange.questionnaire_folder import load
from engage.exchange.response_csv import ABOUT, write_rows
from engage.exchange.spreadsheet_cell import harmless, plain
from engage.questionnaire.answers import AnswerRow
from engage.store.responses import Response
from tests.support.commands import SURVEY

QUESTIONNAIRE = load(SURVEY)
ONE = Response(uuid.UUID(int=1), 1, datetime.date(2026, 9, 1), "web", "open", "en", True)


def written(*rows: AnswerRow) -> dict[str, str]:
    lines = list(write_rows(QUESTIONNAIRE.variables, [(ONE, list(rows))]))
    assert len(lines) == 2
    (found,) = csv.DictReader(io.StringIO("".join(lines), newline=""))
    assert tuple(found) == (*ABOUT, *QUESTIONNAIRE.variables)
    return found


@given(st.text())
def test_a_cell_is_harmless_and_can_be_read_back(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert plain(cell) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@a",
        "\t=1",
        "\r1",
        " =1",
        "'=1",
        '"=1',
        "\uff1d1",
        " \u201c\uff0b1",
        "\ufeff=1",
    ],
)
def test_what_a_spreadsheet_might_run_is_stopped(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "don't", "'tis", "1-2", "\u06cc\u06c1"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_typed_text_comes_back(text: str) -> None:
    assert plain(written(AnswerRow("left_out", text=text))["left_out"]) == text


def test_codes_numbers_and_what_is_missing() -> None:
    found = written(
        AnswerRow("barriers", 1, code="cost"),
        AnswerRow("barriers", 0, code="no_device"),
        AnswerRow("household_size", number=-3.0),
        AnswerRow("internet_confidence", code="4", number=4.0),
        AnswerRow("sex", missing="prefer_not"),
        AnswerRow("left_out", text="=1"),
    )
    assert found["barriers"] == "no_device;cost"
    assert found["household_size"] == "-3"
    assert found["internet_confidence"] == "4"
    assert found["sex"] == "prefer_not"
    assert found["left_out"] == "'=1"
    assert found["age_band"] == ""
    assert found["demonstration"] == "demonstration data"


def test_lines_are_made_one_at_a_time() -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield ONE, []

    lines = write_rows(QUESTIONNAIRE.variables, endless())
    assert next(lines).startswith("response,version,day")
    assert next(lines).startswith(str(ONE.id))
