"""A new version while people answer: each finishes the version that they began."""

import json
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from engage.questionnaire import document
from engage.store import responses, surveys
from engage.store.database import Database
from tests.core.small import small
from tests.journeys.listener import publish, serving
from tests.journeys.resident import Resident
from tests.support.databases import NewDatabase
from tests.support.serving import Server


class Small(Resident):
    """A resident at the small survey."""

    def survey_path(self, rest: str = "") -> str:
        return f"/{self.language}/small/{rest}"


@pytest.fixture
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(
            url, tmp_path_factory.mktemp("instance"), document.read(json.dumps(small()))
        ) as started,
    ):
        yield started


def newer() -> document.Questionnaire:
    """Other words, a page less and a page more."""
    plain = small()
    plain["sections"][1]["pages"][1]["questions"][0]["text"] = "How do you travel nowadays?"
    plain["sections"][2]["pages"][1]["questions"] = [
        {"kind": "short_text", "name": "news", "text": "What is new?"}
    ]
    return document.read(json.dumps(plain))


def test_half_way_through_the_first_version_one_finishes_it(server: Server) -> None:
    with server.client() as first_client, server.client() as second_client:
        first = Small(first_client)
        first.begin()
        first.send(answering="web")
        assert first.heading == "How do you get about?"
        publish(server.database_url, newer())

        first.go(first.path)
        assert first.heading == "How do you get about?"
        pages = first.send(ways="bus").answer_until("/check")
        assert "words" in pages
        assert "Where?" in first.page.get_text()
        assert "What is new?" not in first.page.get_text()

        second = Small(second_client)
        second.begin()
        second.send(answering="web")
        assert second.heading == "How do you travel nowadays?"
        second.send(ways="bus").answer_until("/check")
        assert "What is new?" in second.page.get_text()

        for resident in (first, second):
            resident.answer_all().submit()
            assert resident.path.endswith("/receipt")
    assert stored(server) == [(1, "story"), (2, "news")]


def stored(server: Server) -> list[tuple[int, str]]:
    """The version of each response, with the variable that only its version has."""
    database = Database(server.database_url)
    query = (
        sa.select(surveys.version.c.number, responses.answer.c.variable)
        .join(responses.response, responses.response.c.version_id == surveys.version.c.id)
        .join(responses.answer, responses.answer.c.response_id == responses.response.c.id)
        .where(responses.answer.c.variable.in_(["story", "news"]))
        .order_by(surveys.version.c.number)
    )
    with database.reading() as connection:
        found = [(number, variable) for number, variable in connection.execute(query)]
    database.close()
    return found
