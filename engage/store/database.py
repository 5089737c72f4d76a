"""The one way to the database: a connection to read on, and a transaction to write in."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError

from engage.resources import resource

from .metadata import metadata
from .together import Result, Together
from .turn import Turn

Connection = sa.Connection

BUSY_SECONDS = 30


class DatabaseRefused(Exception):
    """The database cannot be used; the message says why and what to do."""


class AlreadyThere(Exception):
    """What was to be written breaks a unique key: another request has just written it."""


class Database:
    """SQLite or PostgreSQL behind two doors."""

    def __init__(self, url: str) -> None:
        # Parameters of a failed statement would put answers into a log.
        try:
            self.engine = _sqlite(url) if url.startswith("sqlite") else _postgresql(url)
        except ArgumentError:
            raise DatabaseRefused(
                "ENGAGE_DATABASE_URL is not an address such as postgresql://engage@localhost/engage."
            ) from None
        except ModuleNotFoundError:
            raise DatabaseRefused(
                'PostgreSQL needs its driver: install Engage as "engage[postgresql]".'
            ) from None
        file = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        self._turn = Turn(Path(file)) if file and file != ":memory:" else None
        self._together = Together(self.writing) if self._turn else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries; each sees what is committed."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when the block ends, undone when it raises."""
        with (
            self._turn.taken() if self._turn else nullcontext(),
            self.engine.connect() as connection,
        ):
            if connection.dialect.name == "sqlite":
                # Taking the lock at once cannot end in a deadlock of two readers.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except IntegrityError:
                connection.rollback()
                raise AlreadyThere from None
            except BaseException:
                connection.rollback()
                raise

    def together(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, a single statement, durably; in SQLite one commit serves many requests."""
        if self._together is not None:
            return self._together.do(work)
        with self.writing() as connection:  # PostgreSQL itself commits many at once
            return work(connection)

    @contextmanager
    def streaming(self) -> Iterator[Connection]:
        """One consistent view for long reads, fetched piece by piece."""
        options: dict[str, Any] = {"stream_results": True, "max_row_buffer": 1000}
        if self.engine.dialect.name == "postgresql":
            options["isolation_level"] = "REPEATABLE READ"
        with self.engine.connect().execution_options(**options) as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")
            yield connection

    def close(self) -> None:
        self.engine.dispose()
        if self._turn:
            self._turn.close()


def _sqlite(url: str) -> sa.Engine:
    file = sa.make_url(url).database
    if file and file != ":memory:" and not Path(file).parent.is_dir():
        raise DatabaseRefused(f"The folder of the database {file} does not exist.")
    # autocommit in the driver: the doors above say when a transaction begins
    connect: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None}
    engine = sa.create_engine(
        url, hide_parameters=True, connect_args=connect, pool_size=32, max_overflow=32
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _postgresql(url: str) -> sa.Engine:
    made = sa.make_url(url)
    if made.drivername in ("postgresql", "postgres"):
        made = made.set(drivername="postgresql+psycopg")
    return sa.create_engine(made, hide_parameters=True, pool_size=16, max_overflow=32)


def migrate(url: str) -> None:
    """Bring the tables up to date; safe to run again and again."""
    from alembic import command

    command.upgrade(migration_settings(url), "head")


def migration_settings(url: str) -> Any:
    """What alembic needs to know, without a file of its own."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(resource("migrations")).replace("%", "%%"))
    settings.attributes["url"] = url
    return settings


def is_current(database: Database) -> bool:
    """Whether the tables are those that this program was written for."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    try:
        with database.reading() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    except OperationalError:
        raise DatabaseRefused(
            "The database can't be reached: check ENGAGE_DATABASE_URL, and that it runs."
        ) from None
    script = ScriptDirectory.from_config(migration_settings(""))
    return current == script.get_current_head()


def new_key() -> uuid.UUID:
    """A key that is ordered by time (UUID version 7)."""
    import secrets
    import time

    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return uuid.UUID(int=value | 0b10 << 62 | secrets.randbits(62))


__all__ = [
    "AlreadyThere",
    "Connection",
    "Database",
    "DatabaseRefused",
    "is_current",
    "metadata",
    "migrate",
    "new_key",
]
