"""A survey that is not in a language is not asked in it half way: its start page says so."""

import json
from pathlib import Path

import pytest

from tests.core.small import small
from tests.journeys.resident import Resident
from tests.support.serving import Server


@pytest.fixture(scope="module")
def english_only(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server on which the survey "small", in English alone, is open too."""
    file: Path = tmp_path_factory.mktemp("small") / "small.json"
    file.write_text(json.dumps(small()))
    server.engage("survey", "import", file)
    return server


def test_the_start_page_says_so(english_only: Server, resident: Resident) -> None:
    resident.go("/en/small/")
    answer = resident.client.get("/ur/small/")
    assert answer.status_code == 200
    assert "/en/small/" in answer.text
    assert "A small survey" not in answer.text.partition("<main")[2]


def test_no_other_page_is_shown_in_it(english_only: Server, resident: Resident) -> None:
    first = "question/consent"
    unbegun = resident.client.get(f"/ur/small/{first}")
    assert (unbegun.status_code, unbegun.headers["location"]) == (303, "/ur/small/")
    resident.go(f"/en/small/{first}").send(consent="yes")
    here = resident.path.removeprefix("/en/small/")
    for page in (first, here, "check", "saved"):
        answer = resident.client.get(f"/ur/small/{page}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/ur/small/"), page
    posted = resident.client.post(f"/ur/small/{here}", data=resident.fields())
    assert (posted.status_code, posted.headers["location"]) == (303, "/ur/small/")
