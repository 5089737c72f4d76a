"""Fresh databases on SQLite or PostgreSQL, copied from a template that is made once a session.

What is in a template, from less to more:
    empty       nothing
    migrated    the tables (`engage db upgrade`)
    surveyed    the tables and the survey "smart-citizens", open
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

import pytest

from engage.store.database import Database
from tests.support.commands import SURVEY, engage
from tests.support.postgresql import Postgresql
from tests.support.sqlite import Sqlite

Content = Literal["empty", "migrated", "surveyed"]
NewDatabase = Callable[[Content], AbstractContextManager[str]]


class Server(Protocol):
    """A place that databases can be made in."""

    def create(self, name: str) -> str:
        """Make an empty database and return its address."""

    def copy(self, name: str, template: str) -> AbstractContextManager[str]:
        """A copy of a database by its address, dropped at the end."""


class Databases:
    """Makes databases by their content, and remembers the templates it made."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._templates: dict[Content, str] = {}

    def new(self, content: Content) -> AbstractContextManager[str]:
        """The address of a fresh database that is dropped at the end of the `with` block."""
        return self._server.copy("engage_test", self._template(content))

    def _template(self, content: Content) -> str:
        if content not in self._templates:
            url = self._server.create(f"template_{content}")
            settings = {"database_url": url, "instance": str(self._folder / content)}
            if content != "empty":
                engage("db", "upgrade", **settings)
            if content == "surveyed":
                engage("survey", "import", SURVEY, **settings)
            self._templates[content] = url
        return self._templates[content]


@pytest.fixture(scope="session")
def postgresql_server(worker_id: str, testrun_uid: str) -> Iterator[Postgresql]:
    """A real PostgreSQL, one for all workers of the run."""
    # Not in pytest's own folder: a second run as root shuts that for the user PostgreSQL runs as.
    folder = Path(tempfile.gettempdir()) / f"engage-postgresql-{testrun_uid[:12]}"
    with Postgresql.started(folder, worker_id) as server:
        yield server


@pytest.fixture(scope="session")
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> NewDatabase:
    """Makes databases on what --database says: `with new_database("migrated") as url:`."""
    server: Server
    if request.config.getoption("--database") == "postgresql":
        server = request.getfixturevalue("postgresql_server")
    else:
        server = Sqlite(tmp_path_factory.mktemp("sqlite"))
    return Databases(server, tmp_path_factory.mktemp("templates")).new


@pytest.fixture
def empty_database_url(new_database: NewDatabase) -> Iterator[str]:
    """The address of a database without a table."""
    with new_database("empty") as url:
        yield url


@pytest.fixture
def database_url(new_database: NewDatabase) -> Iterator[str]:
    """The address of a database with all tables and no rows."""
    with new_database("migrated") as url:
        yield url


@pytest.fixture
def surveyed_database_url(new_database: NewDatabase) -> Iterator[str]:
    """The address of a database with the survey "smart-citizens", open."""
    with new_database("surveyed") as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """That database, opened as the app opens it."""
    opened = Database(database_url)
    yield opened
    opened.close()
