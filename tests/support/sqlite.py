"""SQLite databases for tests: files in a temporary folder."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

PREFIX = "sqlite:///"


class Sqlite:
    """Makes databases in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def create(self, name: str) -> str:
        return f"{PREFIX}{self._folder / name}.db"

    @contextmanager
    def copy(self, name: str, template: str) -> Iterator[str]:
        path = self._folder / f"{name}_{next(self._numbers)}.db"
        # A copy by SQLite itself also takes what still stands in the write-ahead log.
        with (
            closing(sqlite3.connect(template.removeprefix(PREFIX))) as old,
            closing(sqlite3.connect(path)) as new,
        ):
            old.backup(new)
        yield f"{PREFIX}{path}"
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
