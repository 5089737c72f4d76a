"""Every word of every page is translated: in the pseudo-language each one stands in ⟦ ⟧."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from bs4 import BeautifulSoup

from engage.exchange.population import census
from engage.store.database import Database
from engage.web.languages import PSEUDO
from tests.journeys.resident import SURVEY, Resident
from tests.support import answered
from tests.support.escaping import escaped
from tests.support.members import Member, account
from tests.support.serving import Server, StartServer

pytestmark = pytest.mark.pages

CENSUS = (census().area, *(str(each.source_table) for each in census().dimensions.values()))
MOST = 150  # pages that one walk follows links to


class Reader:
    """Keeps every page that a browser is sent, to look for words that escaped."""

    def __init__(self, *data: str) -> None:
        self.data = data
        self.pages: dict[tuple[str, int], str] = {}

    def keep(self, response: httpx.Response) -> None:
        """An httpx hook."""
        response.read()
        page = response.headers.get("content-type", "").startswith("text/html")
        if page and not response.is_redirect:
            self.pages[(response.url.raw_path.decode(), response.status_code)] = response.text

    def escaped(self) -> dict[tuple[str, int], list[str]]:
        found = {where: escaped(page, self.data) for where, page in self.pages.items()}
        return {where: words for where, words in found.items() if words}

    def follow(self, client: httpx.Client, start: str, within: str) -> None:
        """Open a page and all that its links lead to below `within`."""
        waiting, seen = [start], {start}
        while waiting and len(seen) < MOST:
            answer = client.get(waiting.pop(), follow_redirects=True)
            if not answer.headers["content-type"].startswith("text/html"):
                continue
            for link in BeautifulSoup(answer.text, "html.parser").select("a[href]:not([download])"):
                address = str(link["href"]).partition("#")[0]
                if address.startswith(within) and address not in seen:
                    seen.add(address)
                    waiting.append(address)


@pytest.fixture
def served(start_server: StartServer) -> Server:
    return start_server(workers=1, pseudo="1")


@pytest.fixture
def behind(served: Server) -> Iterator[Database]:
    database = Database(served.database_url)
    yield database
    database.close()


def wrong(resident: Resident) -> dict[str, Any]:
    """What no question of this page takes."""
    found: dict[str, Any] = {}
    for field in resident.form().select("input:not([type=hidden]), textarea, select"):
        chosen = field.get("type") in ("radio", "checkbox")
        found[str(field["name"])] = "no-such-code" if chosen else "?" * 9000
    return found


def test_a_resident_reads_nothing_that_is_not_translated(served: Server) -> None:
    reader = Reader("Some words", *CENSUS)
    with served.client(event_hooks={"response": [reader.keep]}) as client:
        reader.follow(client, f"/{PSEUDO.tag}/", f"/{PSEUDO.tag}/")
        client.get(f"/{PSEUDO.tag}/no/such/page")
        resident = Resident(client, PSEUDO.tag)
        resident.begin()
        pages = 0
        while "/question/" in resident.path:
            here = resident.path
            resident.send(**wrong(resident))
            resident.go(here).answer_page()
            pages += 1
        assert pages > 15
        assert sum(status == 422 for _, status in reader.pages) > 10
        resident.go(resident.survey_path("saved"))
        code = resident.code()
        for ending in ("check", "equality"):
            resident.go(resident.survey_path(ending))
        resident.go(str(resident.page.select("main .deeds a.button")[0]["href"]))
        resident.answer_until("/send")
        resident.submit()
        assert resident.path.endswith("/receipt")
        resident.go(f"/{PSEUDO.tag}/resume").send(code=code)
        resident.go(f"/{PSEUDO.tag}/withdraw").send(code="no code")
        resident.go(f"/{PSEUDO.tag}/leave")
    assert reader.escaped() == {}


def test_the_public_reads_nothing_that_is_not_translated(served: Server, behind: Database) -> None:
    answered.answer(behind, 437)
    answered.release(behind)
    reader = Reader(*CENSUS)
    results = f"/{PSEUDO.tag}/results/"
    with served.client(event_hooks={"response": [reader.keep]}) as client:
        reader.follow(client, results, results)
    assert any(path.startswith(f"{results}{SURVEY}/1/") for path, _ in reader.pages)
    assert reader.escaped() == {}


def test_staff_read_nothing_that_is_not_translated(served: Server, behind: Database) -> None:
    email = account(served.database_url, "administrator")
    reader = Reader("Ada King", email, *CENSUS)
    with served.client() as client:
        member = Member(client, email)
        assert member.sign_in().status_code == 303
        assert member.post("/staff/language", language=PSEUDO.tag).status_code == 303
        client.event_hooks = {"response": [reader.keep]}
        reader.follow(client, "/staff/", "/staff")
        assert reader.escaped() == {}
        answered.answer(behind, 437)
        answered.release(behind)
        reader.follow(client, "/staff/", "/staff")
        desk = f"/staff/{SURVEY}/reached"
        questions = member.page(desk).select("#question option")
        for option in questions:
            client.get(desk, params={"question": str(option["value"])})
        client.get("/staff/no-such-page")
        member.post(f"/staff/{SURVEY}/releases")
    assert len(reader.pages) > len(questions) > 10
    assert reader.escaped() == {}
