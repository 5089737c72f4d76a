"""Whose turn it is to write to an SQLite file: writers of all processes stand in one queue.

SQLite itself lets a writer that finds the file busy sleep and try again; under load most of the
time would be slept away. Nothing depends on the queue but speed: SQLite's own lock stays in force.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock


class Turn:
    """One queue for one database file."""

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(f"{database.name}-turn")
        self._lock = Lock()
        self._descriptor: int | None = None
        self._process = 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn, and pass it on at the end."""
        with self._lock:
            descriptor = self._opened()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _opened(self) -> int:
        """A descriptor of this process's own: one that a fork inherits would share the lock."""
        if self._descriptor is None or self._process != os.getpid():
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._process = os.getpid()
        return self._descriptor

    def close(self) -> None:
        """Let the file go."""
        if self._descriptor is not None and self._process == os.getpid():
            os.close(self._descriptor)
            self._descriptor = None
