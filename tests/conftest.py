"""Options and fixtures for every test."""

from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = [
    "tests.support.databases",
    "tests.support.serving",
    "tests.support.browsing",
    "tests.support.accessibility",
    "tests.support.every_kind",
    "tests.support.five_surveys",
]

# A busy machine must not turn a slow example into a failure.
settings.register_profile("engage", deadline=None, print_blob=True)
settings.load_profile("engage")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("engage")
    group.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="the database that store and journey tests run on",
    )
    group.addoption(
        "--screenshots",
        type=Path,
        default=Path(__file__).parent / "output" / "screenshots",
        help="the folder that browser tests put their pictures in",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lives in tests/browser and tests/wheel, so that nobody can forget to."""
    for item in items:
        for name in ("browser", "wheel"):
            if Path(__file__).parent / name in item.path.parents:
                item.add_marker(name)
