"""Pictures of questionnaires: whom they are sent to, what they may do, and where they help."""

import base64
from collections.abc import Iterator
from hashlib import sha256

import httpx
import pytest

from engage.questionnaire import document
from engage.questionnaire.about import Drawing
from engage.questionnaire.definition import Questionnaire
from engage.store import surveys
from engage.store.database import Database
from tests.core.logic import questionnaire
from tests.journeys.listener import SURVEY, Listener, publish, serving
from tests.support.databases import NewDatabase
from tests.support.serving import Server

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="5" height="5"/></svg>'
)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
OTHER = SVG.replace(b"rect", b"path")


def drawn(file: str, content: bytes, media_type: str) -> Drawing:
    held = base64.b64encode(content).decode()
    return Drawing.model_validate({"file": file, "media_type": media_type, "content": held})


def address(file: str, content: bytes) -> str:
    return f"/picture/{sha256(content).hexdigest()[:16]}/{file}"


def with_pictures() -> Questionnaire:
    """The survey with pictures that help readers of one language."""
    found = questionnaire(urdu=True)
    pictures = {
        "home": drawn("home.svg", SVG, "image/svg+xml"),
        "ease": drawn("ease.png", PNG, "image/png"),
    }
    urdu = found.translations["ur"].model_copy(
        update={"pictures": {"home": "home", "ease": "ease", "ways": "not_there"}}
    )
    return document.changed(found, pictures=pictures, translations={"ur": urdu})


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(url, tmp_path_factory.mktemp("instance"), with_pictures()) as started,
    ):
        yield started


@pytest.mark.parametrize(
    ("file", "content", "media_type"),
    [("home.svg", SVG, "image/svg+xml"), ("ease.png", PNG, "image/png")],
)
def test_a_picture_is_sent_as_it_is_and_may_be_kept(
    client: httpx.Client, file: str, content: bytes, media_type: str
) -> None:
    found = client.get(address(file, content))
    assert (found.status_code, found.content) == (200, content)
    assert found.headers["content-type"].partition(";")[0] == media_type
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in found.headers
    policies = found.headers.get_list("content-security-policy")
    assert len(policies) == 1
    if media_type == "image/svg+xml":
        assert policies == ["default-src 'none'; style-src 'unsafe-inline'; sandbox"]


@pytest.mark.parametrize(
    "path",
    [
        address("home.svg", OTHER),
        address("other.svg", SVG),
        address("home.svg", SVG).replace("home.svg", "..%2Fhome.svg"),
        "/picture/0123456789abcdef/home.svg",
        "/picture/x/%00",
        "/picture/home.svg",
    ],
)
def test_what_is_not_there_is_not_found(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_survey_that_is_not_open_yet_shows_nothing(client: httpx.Client, server: Server) -> None:
    hidden = document.changed(with_pictures(), survey="hidden").model_copy(
        update={"pictures": {"home": drawn("hidden.svg", OTHER, "image/svg+xml")}}
    )
    database = Database(server.database_url)
    with database.writing() as connection:
        text, digest = document.write(hidden), document.digest(hidden)
        made = surveys.publish(connection, "hidden", text, digest)
    assert client.get(address("hidden.svg", OTHER)).status_code == 404
    with database.writing() as connection:
        surveys.set_state(connection, made.id, "open")
    assert client.get(address("hidden.svg", OTHER)).content == OTHER
    with database.writing() as connection:
        surveys.set_state(connection, made.id, "closed")
    database.close()
    assert client.get(address("hidden.svg", OTHER)).status_code == 200


def test_pictures_of_older_versions_are_still_there(client: httpx.Client, server: Server) -> None:
    newer = document.changed(with_pictures(), title="Another title", pictures={})
    publish(server.database_url, newer)
    assert newer.survey == SURVEY
    assert client.get(address("home.svg", SVG)).status_code == 200


def test_a_picture_helps_in_its_language_only(client: httpx.Client, server: Server) -> None:
    publish(server.database_url, with_pictures())
    listener = Listener(client)
    listener.begin()
    listener.answered(ways=["bus"])
    urdu = Listener(client, "ur")
    (image,) = urdu.at("home").page.select("main img")
    assert image["src"] == address("home.svg", SVG)
    assert (image["alt"], image["width"], image["height"]) == ("", "10", "5")
    (image,) = urdu.at("ease-bus").page.select("main img")
    assert image["src"] == address("ease.png", PNG)
    assert urdu.at("ways").page.select("main img") == []
    assert listener.at("home").page.select("main img") == []
