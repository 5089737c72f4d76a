"""A database of its own for each test of a command, and a way to run the command on it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.commands import run_engage

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Run:
    """Run `engage` on a database with all tables and no rows."""
    settings = {"database_url": database_url, "instance": str(tmp_path / "instance")}
    return lambda *arguments: run_engage(*arguments, **settings)


@pytest.fixture
def surveyed(surveyed_database_url: str, tmp_path: Path) -> Run:
    """Run `engage` on a database in which Smart citizens is open."""
    settings = {"database_url": surveyed_database_url, "instance": str(tmp_path / "instance")}
    return lambda *arguments: run_engage(*arguments, **settings)
