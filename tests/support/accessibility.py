"""Checks a page with axe-core, and says what it found so that a person can act on it."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

CheckAccessibility = Callable[[Page], None]


@pytest.fixture(scope="session")
def axe() -> CheckAccessibility:
    """`axe(page)` fails unless the page is without a violation of WCAG 2.2 AA and good practice."""
    checker = Axe()

    def check(page: Page) -> None:
        # With scripts off, axe-core would wait for its own timers for ever.
        if page.evaluate("matchMedia('(scripting: none)').matches"):
            pytest.fail("axe needs a page with scripts on; open one with new_page().")
        violations = checker.run(page, options=OPTIONS).response["violations"]
        if violations:
            listed = "\n".join(map(_described, violations))
            pytest.fail(f"{page.url} is not accessible:\n{listed}", pytrace=False)

    return check


def _described(violation: dict[str, Any]) -> str:
    lines = [f"- {violation['help']} ({violation['id']}, {violation['impact']})"]
    for node in violation["nodes"]:
        lines.append(f"    at {' '.join(map(str, node['target']))}: {node['html'][:160]}")
        lines += [
            f"      {finding['message']}" for finding in [*node["any"], *node["all"], *node["none"]]
        ]
    return "\n".join(lines)
