"""Small writes that are committed together: each is durable before it is acknowledged."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

import pytest
import sqlalchemy as sa

from engage.store import audit
from engage.store.database import Connection, Database
from engage.store.together import Together


def acts(database: Database) -> set[str]:
    with database.reading() as connection:
        return {act.act for act in audit.latest(connection, most=1_000)}


def test_every_acknowledged_write_is_there(database: Database) -> None:
    def write(number: int) -> str:
        act = f"act {number}"
        database.together(lambda connection: audit.record(connection, "somebody", act))
        assert act in acts(database)
        return act

    with ThreadPoolExecutor(12) as pool:
        acknowledged = set(pool.map(write, range(120)))
    assert acts(database) == acknowledged


def test_one_that_fails_takes_no_other_with_it(database: Database) -> None:
    def write(number: int) -> bool:
        def work(connection: Connection) -> None:
            if number % 5 == 0:
                connection.execute(sa.text("INSERT INTO nowhere VALUES (1)"))
            audit.record(connection, "somebody", f"act {number}")

        try:
            database.together(work)
        except sa.exc.SQLAlchemyError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        stored = list(pool.map(write, range(40)))
    assert stored == [number % 5 != 0 for number in range(40)]
    assert acts(database) == {f"act {number}" for number in range(40) if number % 5}


def test_when_the_commit_fails_nobody_is_told_that_it_went_well(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Connection) -> None:
        raise OSError("no space left on the disk")

    def write(number: int) -> str:
        try:
            together.do(lambda connection: audit.record(connection, "somebody", f"act {number}"))
        except OSError:
            return "refused"
        return "stored"

    monkeypatch.setattr(sa.Connection, "commit", broken)
    together = Together(database.writing)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(write, range(8))) == {"refused"}
    monkeypatch.undo()
    assert acts(database) == set()
    assert write(9) == "stored"


def test_the_next_caller_is_served_after_an_interrupt(database: Database) -> None:
    interrupted = []

    def transaction() -> AbstractContextManager[Any]:
        if not interrupted:
            interrupted.append(True)
            raise KeyboardInterrupt
        return database.writing()

    together = Together(transaction)
    with pytest.raises(KeyboardInterrupt):
        together.do(lambda connection: audit.record(connection, "somebody", "first"))
    together.do(lambda connection: audit.record(connection, "somebody", "second"))
    assert acts(database) == {"second"}
