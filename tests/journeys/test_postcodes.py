"""A postcode finds an area and is gone: not in the database, not in an address, not in the log."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from engage.store import postcodes
from engage.store.database import Database
from tests.core.logic import questionnaire
from tests.journeys.listener import Listener, serving
from tests.support.databases import NewDatabase
from tests.support.serving import Server

KNOWN, TYPED = "MK9 3EJ", "mK9.3-eJ"
"""A postcode as the list has it, and as nobody but this test would type it."""

UNKNOWN = "ZZ99 9ZZ"
WRONG = "SentinelWord"
OTHER_LIST = "MK1 2AB"


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(url, tmp_path_factory.mktemp("instance"), questionnaire(urdu=True)) as started,
    ):
        database = Database(url)
        with database.writing() as connection:
            postcodes.replace(connection, "ward", [{KNOWN: "E06", "MK1 1AA": "X99"}])
            postcodes.replace(connection, "parish", [{OTHER_LIST: "E05"}])
        database.close()
        yield started


@pytest.fixture
def listener(server: Server) -> Iterator[Listener]:
    with server.client() as client:
        found = Listener(client)
        found.begin()
        yield found


def send(listener: Listener, postcode: str, **more: object) -> httpx.Response:
    listener.at("ward")
    sent = {"ward-postcode": postcode, **more}
    response: httpx.Response = listener.post(**sent)
    return response


def test_it_chooses_the_area(listener: Listener) -> None:
    response = send(listener, TYPED)
    assert response.status_code == 303
    assert "?" not in response.headers["location"]
    listener.at("ward")
    assert "E06" in listener.response.text
    assert TYPED not in listener.response.text
    assert KNOWN not in listener.response.text
    listener.at("welcome").go_on_until("/check")
    assert "Wolverton" in listener.text


def test_it_counts_before_an_area_that_was_chosen(listener: Listener) -> None:
    assert send(listener, TYPED, ward="E05").status_code == 303
    assert "Wolverton" in listener.at("welcome").go_on_until("/check").text


def test_without_one_the_choice_counts(listener: Listener) -> None:
    assert send(listener, " ", ward="E05").status_code == 303
    assert "Bletchley" in listener.at("welcome").go_on_until("/check").text


@pytest.mark.parametrize("postcode", [UNKNOWN, WRONG, OTHER_LIST, "MK1 1AA"])
def test_one_that_finds_nothing_is_said_and_stored_nowhere(
    listener: Listener, postcode: str
) -> None:
    response = send(listener, postcode)
    assert response.status_code == 422
    assert listener.at("ward").status == 200
    assert postcode not in listener.response.text


def everything(url: str) -> str:
    """Every row of every table but the one that is a list of postcodes."""
    database = Database(url)
    found = []
    with database.reading() as connection:
        for name in sa.inspect(connection).get_table_names():
            if name != postcodes.postcode_area.name:
                rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                found += [repr(tuple(row)) for row in rows]
    database.close()
    return "\n".join(found)


def bytes_of(url: str) -> bytes:
    """The files of an SQLite database, as far as it is one."""
    if not url.startswith("sqlite"):
        return b""
    file = Path(str(sa.make_url(url).database))
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))


def test_it_is_kept_nowhere(listener: Listener, server: Server) -> None:
    listed = bytes_of(server.database_url).count(KNOWN.encode())
    assert send(listener, TYPED).status_code == 303
    for postcode in (UNKNOWN, WRONG, TYPED.lower()):
        send(listener, postcode)
    listener.go(listener.survey_path("saved"))
    listener.at("welcome").go_on_until("/check")
    listener.go(listener.survey_path("equality"))
    listener.send(listener.page.select(".deeds form")[0]).submit()
    assert listener.path.endswith("/receipt")
    rows, content = everything(server.database_url), bytes_of(server.database_url)
    assert "E06" in rows, "the area is there"
    for text in (TYPED, TYPED.lower(), KNOWN, KNOWN.replace(" ", ""), UNKNOWN, "ZZ999ZZ", WRONG):
        assert text not in rows
        assert text not in server.log
        if text != KNOWN:
            assert text.encode() not in content
    assert content.count(KNOWN.encode()) == listed
