"""What is only ever added, and what is frozen: versions, releases, the audit log."""

import inspect
import time

import pytest

from engage.store import audit, releases, surveys
from engage.store.database import AlreadyThere, Database
from engage.store.surveys import Survey


def test_the_audit_log_only_grows(database: Database, survey: Survey) -> None:
    for number in range(3):
        with database.writing() as connection:
            audit.record(connection, "ann@example.org", f"act {number}", survey="small")
        time.sleep(0.002)
    with database.writing() as connection:
        audit.record(connection, "command line", "another", detail="more")
    with database.reading() as connection:
        acts = [act.act for act in audit.latest(connection, "small")]
        assert acts == ["act 2", "act 1", "act 0"]
        assert audit.latest(connection)[0].detail == "more"
        assert len(audit.latest(connection, most=2)) == 2
    source = inspect.getsource(audit)
    assert ".update(" not in source
    assert ".delete(" not in source


def test_what_fails_is_not_in_the_log(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            audit.record(connection, "ann@example.org", "export")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert audit.latest(connection) == []


def test_a_newer_version_leaves_the_older_as_it_was(database: Database, survey: Survey) -> None:
    with database.writing() as connection:
        newer = surveys.publish(connection, "small", '{"newer": true}', "d" * 64)
    assert (newer.id, newer.version, newer.state) == (survey.id, 2, "open")
    with database.reading() as connection:
        assert surveys.document(connection, newer.version_id) == '{"newer": true}'
        assert '"A small survey"' in surveys.document(connection, survey.version_id)
        assert [n for n, _ in surveys.versions(connection, survey.id)] == [1, 2]


def test_surveys_are_listed_by_state(database: Database, survey: Survey) -> None:
    with database.writing() as connection:
        surveys.publish(connection, "another", "{}", "e" * 64)
    with database.reading() as connection:
        assert [one.name for one in surveys.listed(connection, "open")] == ["small"]
        assert {one.name for one in surveys.listed(connection)} == {"another", "small"}
        assert surveys.find(connection, "nothing") is None


def test_a_state_that_is_none_is_refused(database: Database, survey: Survey) -> None:
    with pytest.raises(AlreadyThere), database.writing() as connection:
        surveys.set_state(connection, survey.id, "ajar")


def test_releases_are_numbered_and_stay(database: Database, survey: Survey) -> None:
    for number in (1, 2):
        with database.writing() as connection:
            document = f'{{"n": {number}}}'
            assert releases.publish(connection, survey.id, document, str(number) * 64) == number
    with database.reading() as connection:
        first, newest = releases.find(connection, "small", 1), releases.find(connection, "small")
        assert first is not None
        assert newest is not None
        assert (first.document, newest.document) == ('{"n": 1}', '{"n": 2}')
        assert [release.number for release in releases.listed(connection)] == [2, 1]
        assert releases.find(connection, "small", 3) is None
        assert releases.find(connection, "another") is None
