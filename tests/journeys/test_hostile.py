"""Random and hostile input to every route of a resident: an answer always, a 500 never."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engage.app import create_app
from engage.settings import Settings
from tests.journeys.resident import SURVEY
from tests.support.databases import NewDatabase

NASTY = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(codec=None), max_size=10),
    st.sampled_from([
        "\0", "a\0b", "\ud800", "\udfff", "%00", "%ff%fe", "%ED%A0%80", "..", "../../etc/passwd",
        "9" * 500, "-1", "1e999", "NaN", "∞", "۱۲٫۵", "yes", "no_answer", "consent", "tie", "sex",
        "'; DROP TABLE draft; --", "{{7*7}}", "<script>", "\r\nSet-Cookie: a=b", "a" * 5000,
        "‮txt", "4F7K 2MXA 9QD3 T6HB", "0" * 16, "\u2028", "//example.org", "stay", "save",
    ]),
)  # fmt: skip
KNOWN = ["consent", "tie", "answering", "barriers", "household_size", "left_out", "agree_listens",
         "sex", "csrf", "page-seen", "key", "page-then", "code", "page-channel",
         "lost"]  # fmt: skip
FIELDS = st.dictionaries(
    st.one_of(st.sampled_from(KNOWN), NASTY), st.lists(NASTY, max_size=3), max_size=5
)
PAGES = st.sampled_from(
    ["consent", "tie", "answering", "household-size", "left-out", "agree", "sex"]
)
TYPES = st.sampled_from([
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=", "application/json", "text/plain; charset=utf-7", "", "\\",
    "application/x-www-form-urlencoded; charset=utf-16",
])  # fmt: skip


@pytest.fixture(scope="module")
def app(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with new_database("surveyed") as url:
        folder: Path = tmp_path_factory.mktemp("hostile")
        key = secrets.token_urlsafe(48)
        made = create_app(
            Settings(folder, url, deployment=False, offer_unreviewed=True, trusted_proxies=0,
                     secret_key=key)
        )  # fmt: skip
        yield made
        made.extensions["engage-database"].close()


def routes(app: Flask) -> list[str]:
    return sorted(
        {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("collect.")}
    )


@st.composite
def paths(draw: st.DrawFn, rules: list[str]) -> str:
    """An address made from a route: right, half right, or not at all."""
    if draw(st.integers(0, 9)) == 0:
        return "/" + quote(draw(NASTY), errors="replace", safe=draw(st.sampled_from(["", "/%?#"])))
    rule = draw(st.sampled_from(rules))
    right = draw(st.integers(0, 3)) > 0
    parts = []
    for part in rule.split("/"):
        if not part.startswith("<"):
            parts.append(part)
        elif not right and draw(st.booleans()):
            parts.append(quote(draw(NASTY), errors="replace", safe="%"))
        elif "lang" in part:
            parts.append(draw(st.sampled_from(["en", "ur", "pl"])))
        elif "page" in part:
            parts.append(draw(PAGES))
        else:
            parts.append("privacy" if "topic" in part else SURVEY)
    return "/".join(parts) or "/"


def encoded(fields: dict[str, list[str]]) -> bytes:
    """As a form would send it, lone surrogates and all."""

    def one(text: str) -> str:
        return quote(text.encode("utf-8", "surrogatepass"), safe="")

    return "&".join(f"{one(k)}={one(v)}" for k, vs in fields.items() for v in vs).encode()


def check(response: Any) -> None:
    assert response.status_code < 500, response.status_code
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    response.close()


def ask(client: FlaskClient, method: str, path: str, **more: Any) -> Any:
    """A request for exactly this address; the test client would tidy it up."""
    place, _, query = path.partition("?")
    exact = {
        "PATH_INFO": unquote_to_bytes(place).decode("latin-1"),
        "QUERY_STRING": query,
        **more.pop("environ", {}),
    }
    return client.open("/", method=method, environ_overrides=exact, **more)


def begun(app: Flask) -> tuple[FlaskClient, str]:
    """A browser that has begun, with a good token, so that what it sends is taken seriously."""
    client = app.test_client()
    page = client.get(f"/en/{SURVEY}/question/consent").get_data(as_text=True)
    token = page.split('name="csrf" value="')[1].split('"')[0]
    answer = client.post(f"/en/{SURVEY}/question/consent", data={"csrf": token, "consent": "yes"})
    assert answer.status_code == 303
    return client, token


many = settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@many
@given(data=st.data())
def test_any_address_with_any_query(app: Flask, data: st.DataObject) -> None:
    path, query = data.draw(paths(routes(app))), data.draw(FIELDS)
    method = data.draw(st.sampled_from(["GET", "HEAD", "OPTIONS", "PUT"]))
    check(ask(app.test_client(), method, f"{path}?{encoded(query).decode()}"))


@many
@given(data=st.data())
def test_any_form(app: Flask, data: st.DataObject) -> None:
    path, fields = data.draw(paths(routes(app))), data.draw(FIELDS)
    if data.draw(st.booleans()):
        client, token = begun(app)
        fields["csrf"] = [token]
    else:
        client = app.test_client()
    form = {"data": encoded(fields), "content_type": "application/x-www-form-urlencoded"}
    check(ask(client, "POST", path, **form))
    # What was stored can be shown and gone on with, whatever it was.
    check(client.get(f"/ur/{SURVEY}/check", follow_redirects=True))


@many
@given(data=st.data())
def test_any_bytes_of_any_type(app: Flask, data: st.DataObject) -> None:
    path = data.draw(paths(routes(app)))
    body = data.draw(st.one_of(st.binary(max_size=200), FIELDS.map(encoded)))
    check(ask(app.test_client(), "POST", path, data=body, content_type=data.draw(TYPES)))


@many
@given(data=st.data())
def test_any_cookies_and_headers(app: Flask, data: st.DataObject) -> None:
    raw = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=80)
    names = st.sampled_from(["engage", "engage-receipt", "session", "", "=", ";", "ü"])
    pairs = st.lists(st.tuples(names, raw), max_size=4)
    cookie = "; ".join(f"{name}={value}" for name, value in data.draw(pairs))
    path = data.draw(paths(routes(app)))
    headers = {name: data.draw(raw) for name in ("Accept-Language", "Host", "X-Forwarded-Proto")}
    headers = headers if data.draw(st.booleans()) else {}
    environ = {"HTTP_COOKIE": cookie}
    client = app.test_client(use_cookies=False)
    for method in ("GET", "POST"):
        check(ask(client, method, path, headers=headers, environ=environ))


def test_every_route_of_a_resident_is_among_them(app: Flask) -> None:
    found = routes(app)
    assert len(found) >= 14
    for ending in ("/resume", "/withdraw", "/clear", "/send", "/receipt", "<slug:page>"):
        assert any(rule.endswith(ending) for rule in found)
