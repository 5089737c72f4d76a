"""Responses: stored once, withdrawn whole, streamed in an order that says nothing about time."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from engage.questionnaire.answers import AnswerRow
from engage.store import responses, tallies
from engage.store.database import AlreadyThere, Database
from engage.store.responses import NewResponse
from engage.store.surveys import Survey
from tests.store.conftest import response

ROWS = (
    AnswerRow("ways", 0, code="bus"),
    AnswerRow("ways", 1, code="bike"),
    AnswerRow("distance", number=1.5),
    AnswerRow("story", text="چائے “words” \n =1+1"),
    AnswerRow("sex", missing="prefer_not"),
)


def store(database: Database, *new: NewResponse) -> int:
    with database.writing() as connection:
        return responses.store(connection, new)


def count(database: Database, table: sa.Table) -> int:
    with database.reading() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())


def test_what_is_stored_comes_back(database: Database, survey: Survey) -> None:
    day = datetime.date(2026, 2, 28)
    new = response(survey, *ROWS, mode="assisted", language="ur", channel="poster", day=day)
    assert store(database, new) == 1
    with database.streaming() as connection:
        ((found, rows),) = responses.streamed(connection, survey.id)
    assert set(rows) == set(ROWS)
    assert (found.mode, found.language, found.channel) == ("assisted", "ur", "poster")
    assert (found.day, found.version, found.invented) == (day, 1, False)


def test_a_submission_twice_is_stored_once(database: Database, survey: Survey) -> None:
    new = response(survey, *ROWS)
    store(database, new)
    with pytest.raises(AlreadyThere):
        store(database, new)
    assert (count(database, responses.response), count(database, responses.answer)) == (1, 5)
    with database.reading() as connection:
        assert responses.is_stored(connection, new.submission_hash)
        assert not responses.is_stored(connection, "another")


def test_a_submission_many_times_at_once_is_stored_once(database: Database, survey: Survey) -> None:
    new = response(survey, *ROWS)

    def submit(_: int) -> bool:
        try:
            return store(database, new) == 1
        except AlreadyThere:
            return False

    with ThreadPoolExecutor(8) as several:
        assert list(several.map(submit, range(16))).count(True) == 1
    assert (count(database, responses.response), count(database, responses.answer)) == (1, 5)


def test_of_many_one_bad_leaves_none(database: Database, survey: Survey) -> None:
    first = response(survey, *ROWS)
    with pytest.raises(AlreadyThere):
        store(database, first, response(survey, submission_hash=first.submission_hash))
    assert count(database, responses.response) == 0
    assert count(database, responses.answer) == 0


def test_withdrawing_removes_the_response_and_every_answer(
    database: Database, survey: Survey
) -> None:
    mine, other = response(survey, *ROWS), response(survey, *ROWS)
    store(database, mine, other)
    with database.writing() as connection:
        assert responses.withdraw(connection, str(mine.withdrawal_hash))
    assert (count(database, responses.response), count(database, responses.answer)) == (1, 5)
    with database.writing() as connection:
        assert not responses.withdraw(connection, str(mine.withdrawal_hash))
        assert not responses.withdraw(connection, "unknown")
        assert not responses.is_stored(connection, mine.submission_hash)
    with database.reading() as connection:
        assert tallies.total(connection, survey.id) == (1, 0)


def test_answers_never_outlive_their_response(database: Database, survey: Survey) -> None:
    store(database, response(survey, *ROWS))
    with database.writing() as connection:
        connection.execute(responses.response.delete())
    assert count(database, responses.answer) == 0


def test_streaming_gives_each_response_once_in_an_order_without_time(
    database: Database, survey: Survey
) -> None:
    channels = [f"c{number:04}" for number in range(60)]
    for channel in channels:
        store(database, response(survey, *ROWS, channel=channel))
    store(database, response(survey, channel="without answers"))
    with database.streaming() as connection:
        found = list(responses.streamed(connection, survey.id))
    ids = [one.id for one, _ in found]
    assert ids == sorted(ids)
    order = [one.channel for one, _ in found]
    assert sorted(order) == sorted([*channels, "without answers"])
    assert [c for c in order if c in channels] != channels, "not the order in which they came"
    for one, rows in found:
        assert len(rows) == (0 if one.channel == "without answers" else len(ROWS))
        assert [(row.variable, row.item) for row in rows] == sorted(
            (row.variable, row.item) for row in rows
        )


def test_a_stream_sees_one_moment(database: Database, survey: Survey) -> None:
    store(database, *(response(survey, *ROWS) for _ in range(5)))
    with database.streaming() as connection:
        stream = responses.streamed(connection, survey.id)
        next(stream)
        store(database, *(response(survey, *ROWS) for _ in range(50)))
        assert len(list(stream)) == 4


def test_keys_say_nothing_about_time(database: Database, survey: Survey) -> None:
    store(database, response(survey), response(survey))
    with database.reading() as connection:
        keys = connection.execute(sa.select(responses.response.c.id)).scalars().all()
    assert {key.version for key in keys} == {4}
