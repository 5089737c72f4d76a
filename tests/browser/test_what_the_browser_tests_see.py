"""The checks of the browser tests fail where they should: one that sees nothing proves nothing."""

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import CheckAccessibility
from tests.support.browsing import PHONE, NewPage, opened

SOUND = """<!doctype html><html lang="en"><head><title>A page</title></head>
<body><main><h1>A page</h1>%s</main></body></html>"""
PICTURE = SOUND % '<img src="http://example.invalid/picture.png">'


def test_axe_accepts_a_sound_page(new_page: NewPage, axe: CheckAccessibility) -> None:
    page = new_page()
    page.set_content(SOUND % "<p>Some words</p>")
    axe(page)


def test_axe_names_what_is_wrong(new_page: NewPage, axe: CheckAccessibility) -> None:
    page = new_page()
    page.set_content(SOUND % '<input name="age">')
    with pytest.raises(pytest.fail.Exception, match="Form elements must have labels"):
        axe(page)


def test_axe_needs_scripts(new_page: NewPage, axe: CheckAccessibility) -> None:
    page = new_page(scripts=False)
    page.set_content(SOUND % "")
    with pytest.raises(pytest.fail.Exception, match="scripts on"):
        axe(page)


def test_a_call_to_another_host_is_seen(chromium: Browser) -> None:
    with (
        pytest.raises(pytest.fail.Exception, match="another host"),
        opened(chromium, viewport=PHONE) as page,
    ):
        page.set_content(PICTURE)


def test_a_failing_script_is_seen(chromium: Browser) -> None:
    with (
        pytest.raises(pytest.fail.Exception, match="A script"),
        opened(chromium, viewport=PHONE) as page,
    ):
        page.set_content(SOUND % "<script>nowhere()</script>")
