"""Random order as residents meet it: their own, wherever and whenever they go on, and recorded."""

import csv
import io
from collections.abc import Iterator

import pytest

from tests.core.logic import questionnaire
from tests.journeys.listener import Listener, NewListener, listeners, serving
from tests.support.databases import NewDatabase
from tests.support.serving import Server

VIEWS = {"first", "second", "third"}


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(url, tmp_path_factory.mktemp("instance"), questionnaire(urdu=True)) as started,
    ):
        yield started


@pytest.fixture
def new_listener(server: Server) -> Iterator[NewListener]:
    with listeners(server) as new:
        yield new


def options(listener: Listener, page: str = "ways") -> list[str]:
    """The codes of a page in the order in which they are shown."""
    listener.at(page)
    return [str(field["value"]) for field in listener.form().select(f"input[name={page}]")]


def rows(listener: Listener) -> list[str]:
    """The variables of the page with several questions, in the order in which they are shown."""
    listener.at("third")
    names = [str(field["name"]) for field in listener.form().select("input[type=radio]")]
    return list(dict.fromkeys(names))


def seen(listener: Listener) -> tuple[list[str], list[str]]:
    return options(listener), rows(listener)


def test_it_is_the_same_on_every_page_in_every_language_and_on_every_device(
    new_listener: NewListener, server: Server
) -> None:
    listener = new_listener()
    before = seen(listener)
    assert before[0][3:] == ["none", "prefer_not"]
    listener.answered(ways=["walk"], home="Here")
    assert seen(listener) == before
    assert seen(Listener(listener.client, "ur")) == before
    code = listener.go(listener.survey_path("saved")).code()
    with server.client() as device:
        other = Listener(device)
        other.go("/en/resume").send(code=code)
        assert seen(other) == before
    server.stop()
    server.start()
    with server.client() as device:
        other = Listener(device, "ur")
        other.go("/ur/resume").send(code=code)
        assert seen(other) == before


def test_a_mistake_leaves_it_as_it_was(new_listener: NewListener) -> None:
    listener = new_listener()
    before = options(listener)
    listener.send(ways=["bus", "none"])
    assert listener.status == 422
    found = [str(field["value"]) for field in listener.form().select("input[name=ways]")]
    assert found == before


def test_residents_differ(new_listener: NewListener) -> None:
    listeners = [new_listener() for _ in range(12)]
    assert len({tuple(options(each)) for each in listeners}) > 1
    assert len({tuple(rows(each)) for each in listeners}) > 1


def test_pages_are_walked_in_it_and_it_is_recorded_and_exported(
    new_listener: NewListener, server: Server
) -> None:
    shown = []
    for _ in range(4):
        listener = new_listener()
        ways, third = seen(listener)
        pages = listener.at("welcome").answer_until("/check")
        views = [page for page in pages if page in VIEWS]
        first = listener.at(views[0])
        assert first.page.select(".introduction"), "the section begins with whichever is first"
        assert not listener.at(views[1]).page.select(".introduction")
        listener.go(listener.survey_path("equality"))
        listener.send(listener.page.select(".deeds form")[0]).submit()
        assert listener.path.endswith("/receipt")
        names = ["fourth" if name.startswith("row_") else name for name in third]
        rows_shown = [name for name in third if name.startswith("row_")]
        shown.append([ways[:3], views, list(dict.fromkeys(names)), rows_shown])
    exported = csv.DictReader(io.StringIO(server.engage("responses", "export", "logic")))
    orders = ("ways_order", "views_order", "third_order", "fourth_order")
    recorded = [[line[name].split(";") for name in orders] for line in exported]
    assert sorted(recorded) == sorted(shown)
