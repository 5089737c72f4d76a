"""Signing in and out: what is right, what is refused, and what is told."""

import datetime
from collections.abc import Iterator

import httpx
import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from engage.store.database import Database
from engage.store.staff import sign_in as sign_in_rows
from engage.web import guard, signing_in
from tests.support.members import Member, account
from tests.support.serving import Server


@pytest.fixture
def member(server: Server, client: httpx.Client) -> Member:
    return Member(client, account(server.database_url))


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    opened = Database(server.database_url)
    yield opened
    opened.close()


def mistakes(answer: httpx.Response) -> list[str]:
    page = BeautifulSoup(answer.text, "html.parser")
    assert answer.status_code == 422
    assert page.title is not None
    assert page.title.text.startswith("Error: ")
    for link in page.select("[data-summary] a"):
        assert page.select_one(str(link["href"])) is not None
    return [link.text for link in page.select("[data-summary] a")]


def test_the_right_password_leads_on_to_the_wanted_page(member: Member) -> None:
    wanted = "/staff/smart-citizens/reached?question=barriers&by=sex"
    asked = member.client.get(wanted)
    assert asked.status_code == 303
    form = member.page(asked.headers["location"])
    onward = form.select_one("input[name=next]")
    assert onward is not None
    answer = member.sign_in(onward=str(onward["value"]))
    assert answer.status_code == 303
    assert answer.headers["location"] == wanted
    cookie = next(c for c in answer.headers.get_list("set-cookie") if guard.COOKIE in c)
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    member.page(wanted)


def test_a_wrong_password_keeps_the_address_and_not_the_password(member: Member) -> None:
    answer = member.sign_in("wrong-horse")
    assert mistakes(answer) == [
        "Check your email address and password. They do not match an account."
    ]
    assert f'value="{member.email}"' in answer.text
    assert "wrong-horse" not in answer.text
    assert guard.COOKIE not in member.client.cookies


def test_an_unknown_address_is_told_the_same(member: Member) -> None:
    wrong = mistakes(member.sign_in("wrong-horse"))
    member.email = "nobody@example.org"
    assert mistakes(member.sign_in()) == wrong


def test_empty_fields_are_named(member: Member) -> None:
    member.email = " "
    assert mistakes(member.sign_in("")) == ["Enter your email address", "Enter your password"]


def test_an_expired_form_comes_back(member: Member) -> None:
    fields = {"email": member.email, "password": "x", "csrf": "old"}
    answer = member.client.post("/staff/sign-in", data=fields)
    assert "open for a long time" in mistakes(answer)[0]
    assert member.email in answer.text


@pytest.mark.parametrize("known", [True, False])
def test_many_failures_pause_an_address_known_or_not(member: Member, known: bool) -> None:
    if not known:
        member.email = f"un{member.email}"
    told = [mistakes(member.sign_in("wrong")) for _ in range(signing_in.MOST_FAILURES + 1)]
    assert all("Check" in words[0] for words in told[:-1])
    assert told[-1] == ["Wait 15 minutes, then try again. There were too many failed attempts."]
    member.email = member.email.upper()
    assert mistakes(member.sign_in()) == told[-1]


@pytest.mark.parametrize(
    "onward",
    ["https://example.com/staff/", "//example.com/staff", "/staffage", "/en/", "/staff\\..", "\n"],
)
def test_signing_in_never_leads_elsewhere(member: Member, onward: str) -> None:
    assert member.sign_in(onward=onward).headers["location"] == "/staff/"


def test_signing_out_ends_it_on_the_server(member: Member) -> None:
    member.sign_in()
    token = member.client.cookies[guard.COOKIE]
    answer = member.post("/staff/sign-out")
    assert answer.headers["location"] == "/staff/sign-in"
    assert guard.COOKIE not in member.client.cookies
    member.client.cookies.set(guard.COOKIE, token)
    assert member.client.get("/staff/").status_code == 303


@pytest.mark.parametrize(
    ("column", "allowed"), [("seen", guard.IDLE), ("began", guard.LONGEST)], ids=["idle", "long"]
)
def test_a_sign_in_ends_by_itself(
    member: Member, database: Database, column: str, allowed: datetime.timedelta
) -> None:
    member.sign_in()
    minute = datetime.timedelta(minutes=1)
    for age, status in ((allowed - minute, 200), (allowed + minute, 303)):
        then = datetime.datetime.now(datetime.UTC).replace(tzinfo=None) - age
        with database.writing() as connection:
            connection.execute(sa.update(sign_in_rows).values({column: then}))
        assert member.client.get("/staff/").status_code == status
    answer = member.client.post("/staff/smart-citizens/releases", data={})
    assert answer.status_code == 401
    assert "You were signed out" in answer.text


def test_staff_read_their_pages_in_their_language(member: Member) -> None:
    member.sign_in()
    answer = member.post("/staff/language", language="ur", back="/staff/smart-citizens/exports")
    assert answer.headers["location"] == "/staff/smart-citizens/exports"
    for _ in range(2):
        page = member.page("/staff/smart-citizens/exports")
        assert page.html is not None
        assert (page.html["lang"], page.html["dir"]) == ("ur", "rtl")
    member.post("/staff/language", language="xx", back="https://example.com/")
    html = member.page("/staff/").html
    assert html is not None
    assert html["lang"] == "ur"


def test_no_log_holds_an_address(server: Server, member: Member) -> None:
    member.sign_in("wrong")
    member.sign_in()
    assert member.email not in server.log
