"""Small writes of many requests, committed together: one wait for the disk serves them all.

Whoever comes while a commit is under way leaves their work in the queue; the first of them to get
the lead does all that waits. No answer is given before the commit that holds its work is durable.
"""

from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

import sqlalchemy as sa

MOST = 64  # writes in one commit

Result = TypeVar("Result")


@dataclass
class _Task(Generic[Result]):
    work: Callable[[sa.Connection], Result]
    done: bool = False
    results: list[Result] = field(default_factory=list)
    error: BaseException | None = None


class Together:
    """The queue of one process."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[sa.Connection]]) -> None:
        self._transaction = transaction
        self._waiting: deque[_Task[object]] = deque()
        self._lead = Lock()

    def do(self, work: Callable[[sa.Connection], Result]) -> Result:
        """Run `work`, one statement that stands or falls alone; returns once it is durable."""
        task: _Task[Result] = _Task(work)
        self._waiting.append(task)  # type: ignore[arg-type]
        with self._lead:
            if not task.done:
                self._do_all()
        if task.error is not None:
            raise task.error
        return task.results[0]

    def _do_all(self) -> None:
        batch = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
        try:
            with self._transaction() as connection:
                for task in batch:
                    self._try(task, connection)
        except BaseException as error:
            for task in batch:
                task.error = error
            if not isinstance(error, Exception):
                raise
        finally:
            for task in batch:
                task.done = True

    def _try(self, task: _Task[object], connection: sa.Connection) -> None:
        try:
            task.results.append(task.work(connection))
        except Exception as error:  # noqa: BLE001 - raised again where the work came from
            task.error = error
