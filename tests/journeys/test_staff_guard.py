"""Every address under /staff refuses everyone but those whom it is for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from engage.app import create_app
from engage.settings import from_environment
from engage.web import guard
from tests.support.members import PASSWORD, account

OPEN = {("GET", "/staff/sign-in"), ("POST", "/staff/sign-in")}


@pytest.fixture
def app(surveyed_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    settings = {"ENGAGE_INSTANCE": str(tmp_path), "ENGAGE_DATABASE_URL": surveyed_database_url}
    made = create_app(from_environment(settings))

    @made.get("/staff/new")
    def new() -> str:
        return "a page that somebody forgot to guard"

    @made.get("/staff/keys")
    @guard.only("administrator")
    def keys() -> str:
        return "for administrators"

    yield made
    made.extensions["engage-database"].close()


def staff_addresses(app: Flask) -> list[tuple[str, str]]:
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/staff")]
    return [
        (method, rule.rule.replace("<slug:survey>", "smart-citizens"))
        for rule in rules
        for method in sorted((rule.methods or set()) - {"HEAD"})
    ]


def sign_in(client: FlaskClient, email: str) -> None:
    page = client.get("/staff/sign-in").text
    token = page.split('name="csrf" value="')[1].split('"')[0]
    fields = {"csrf": token, "email": email, "password": PASSWORD}
    assert client.post("/staff/sign-in", data=fields).status_code == 303


def test_every_staff_address_refuses_a_stranger(app: Flask) -> None:
    client = app.test_client()
    addresses = staff_addresses(app)
    assert len(addresses) > 20
    for method, address in addresses:
        assert "<" not in address, f"teach this test to fill in {address}"
        answer = client.open(address, method=method)
        if (method, address) in OPEN or (method, address) == ("OPTIONS", "/staff/sign-in"):
            assert answer.status_code in (200, 422), (method, address)
        elif method == "GET":
            assert answer.status_code == 303, address
            assert answer.location.startswith("/staff/sign-in?next=/staff/")
        else:
            assert answer.status_code == 401, (method, address)


def test_the_staff_phases_have_no_page_elsewhere(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in ("entrance", "fieldwork", "analyse"):
            assert rule.rule.startswith("/staff/"), rule


def test_a_forged_or_ended_token_opens_nothing(app: Flask) -> None:
    client = app.test_client()
    for token in ("", "x" * 43, "\u00e9" * 43, "a" * 4000):
        client.set_cookie(guard.COOKIE, token)
        assert client.get("/staff/").status_code == 303


def test_a_page_for_one_role_refuses_the_other(app: Flask, surveyed_database_url: str) -> None:
    statuses = {}
    for role in ("analyst", "administrator"):
        client = app.test_client()
        sign_in(client, account(surveyed_database_url, role))
        statuses[role] = client.get("/staff/keys").status_code
        assert client.get("/staff/new").status_code == 200
    assert statuses == {"analyst": 403, "administrator": 200}


def test_a_signed_in_member_sees_every_page(app: Flask, surveyed_database_url: str) -> None:
    client = app.test_client()
    sign_in(client, account(surveyed_database_url))
    for method, address in staff_addresses(app):
        if method == "GET" and not address.endswith((".csv", ".zip", "/keys")):
            assert client.get(address).status_code == 200, address
            assert client.get(address).headers["Cache-Control"] == "no-store"


def test_no_post_does_anything_without_a_token(app: Flask, surveyed_database_url: str) -> None:
    client = app.test_client()
    sign_in(client, account(surveyed_database_url))
    for method, address in staff_addresses(app):
        if method == "POST":
            answer = client.post(address, data={"table": "know_mk_connect:sex", "language": "pl"})
            assert answer.status_code in (303, 422), address
    page = client.get("/staff/smart-citizens/history").text
    assert "Downloaded" not in page
    assert "Froze" not in page
    assert '<html lang="en"' in client.get("/staff/").text
