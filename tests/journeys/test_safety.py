"""Headers, cookies, limits and languages: what every answer of the site keeps to."""

import re

import httpx
import pytest

from tests.journeys.resident import SURVEY, Resident
from tests.support.serving import Server, StartServer

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def check_headers(response: httpx.Response) -> None:
    for name, value in HEADERS.items():
        assert response.headers[name] == value, f"{response.url} {name}"
    policy = dict(
        part.split(" ", 1) for part in response.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) <= {"'self'", "'none'"}
    assert "permissions-policy" in response.headers


PLACES = (
    "/", "/en/", "/ur/", f"/en/{SURVEY}/", f"/en/{SURVEY}/question/consent", "/en/resume",
    "/en/withdraw", "/en/clear", "/en/about/privacy", "/en/about/cookies", "/en/about/help",
    "/en/about/accessibility", f"/en/{SURVEY}/receipt", "/nowhere", "/en/nowhere/", "/xx/",
)  # fmt: skip


@pytest.mark.parametrize("path", PLACES)
def test_every_page_has_the_headers_and_is_kept_by_nobody(server: Server, path: str) -> None:
    response = httpx.get(server.url + path)
    check_headers(response)
    assert response.headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in response.headers, "not without TLS"
    assert not re.search(r"<script(?! src=\"/static/)|<style|\sstyle=|\son\w+=", response.text)
    for address in re.findall(r'(?:src|href|action)="([^"]+)"', response.text):
        assert address.startswith(("/", "#", "mailto:", "tel:")), address
        assert not address.startswith("//"), address


def test_mistakes_of_every_sort_have_the_headers_and_a_page(client: httpx.Client) -> None:
    for response, status in (
        (client.get("/en/no/where/at/all"), 404),
        (client.post("/en/"), 405),
        (client.post("/en/resume", data={"code": "x" * 3_000_000}), 413),
        (client.post(f"/en/{SURVEY}/question/consent", content=b"x" * 400_000,
                     headers={"content-type": "application/x-www-form-urlencoded"}), 413),
        (client.post("/en/resume", data={"code": "wrong"}), 422),
    ):  # fmt: skip
        assert response.status_code == status
        check_headers(response)
        assert "<h1>" in response.text
        assert response.headers["cache-control"] == "no-store"


def test_a_fault_of_ours_says_nothing_of_the_inside(start_server: StartServer) -> None:
    started = start_server("migrated", workers=1)
    database = started.database_url
    from engage.store.database import Database

    broken = Database(database)
    with broken.writing() as connection:
        connection.exec_driver_sql("DROP TABLE sign_in_failure")
        connection.exec_driver_sql("ALTER TABLE survey RENAME TO gone")
    broken.close()
    response = httpx.get(f"{started.url}/en/")
    assert response.status_code == 500
    check_headers(response)
    assert "It is not your doing" in response.text
    for inside in ("Traceback", "sqlalchemy", "SELECT", "gone", "sqlite"):
        assert inside not in response.text


def test_static_files_may_be_kept(client: httpx.Client) -> None:
    page = client.get("/en/").text
    for address in re.findall(r'"(/static/[^"]+)"', page):
        response = client.get(address)
        assert response.status_code == 200
        check_headers(response)
        assert response.headers["cache-control"] == "public, max-age=31536000"
        assert "set-cookie" not in response.headers


def test_cookies_end_with_the_browser_and_are_for_nobody_else(resident: Resident) -> None:
    set_cookies = []
    resident.client.event_hooks["response"].append(
        lambda response: set_cookies.extend(response.headers.get_list("set-cookie"))
    )
    resident.begin().answer_all().submit()
    assert {line.partition("=")[0] for line in set_cookies} == {"engage", "engage-receipt"}
    for line in set_cookies:
        attributes = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/"} <= attributes
        assert not [a for a in attributes if a.startswith(("expires", "max-age", "domain"))]


def test_behind_tls_cookies_are_secure_and_browsers_stay_with_tls(
    start_server: StartServer,
) -> None:
    started = start_server(workers=1, trusted_proxies="1")
    response = httpx.get(
        f"{started.url}/en/{SURVEY}/question/consent", headers={"x-forwarded-proto": "https"}
    )
    assert "Secure" in response.headers["set-cookie"]
    assert response.headers["strict-transport-security"] == "max-age=31536000"


def test_reading_about_the_survey_needs_no_cookie(server: Server) -> None:
    for path in ("/", "/en/", "/en/about/privacy"):
        assert "set-cookie" not in httpx.get(server.url + path).headers


def test_a_language_that_nobody_has_reviewed_is_not_offered(start_server: StartServer) -> None:
    started = start_server(workers=1, offer_unreviewed="0")
    with started.client(follow_redirects=True) as client:
        for path in ("/", "/en/", f"/en/{SURVEY}/", f"/en/{SURVEY}/question/consent"):
            response = client.get(path)
            assert response.status_code == 200
            for language in ("pl", "ro", "ur"):
                assert f'lang="{language}"' not in response.text
        for path in ("/ur/", f"/ur/{SURVEY}/", f"/ur/{SURVEY}/question/consent", "/ur/resume"):
            response = client.get(path)
            assert response.status_code == 404
            assert '<html lang="en" dir="ltr">' in response.text


def test_an_unreviewed_language_says_so(client: httpx.Client) -> None:
    assert 'class="notice quiet"' in client.get(f"/ur/{SURVEY}/").text
    assert 'class="notice quiet"' not in client.get(f"/en/{SURVEY}/").text


def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(
    client: httpx.Client,
) -> None:
    response = client.get("/ur/nowhere/at/all")
    assert response.status_code == 404
    assert '<html lang="ur" dir="rtl">' in response.text
