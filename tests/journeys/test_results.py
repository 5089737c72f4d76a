"""The public's way through the results, from an open survey to a release in any language."""

import json
from collections.abc import Iterator
from hashlib import sha256

import httpx
import pytest
from bs4 import BeautifulSoup

from engage.store import releases, surveys
from engage.store.database import Database
from tests.support import answered
from tests.support.serving import Server, StartServer

RESULTS = "/results/smart-citizens/"
FILES = ("tables.csv", "reach.csv", "release.json", "README.txt")


@pytest.fixture
def behind(served: Server) -> Iterator[Database]:
    database = Database(served.database_url)
    yield database
    database.close()


@pytest.fixture
def served(start_server: StartServer) -> Server:
    return start_server(workers=1)


@pytest.fixture
def public(served: Server) -> Iterator[httpx.Client]:
    with served.client() as visitor:
        yield visitor


def words(client: httpx.Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return " ".join(BeautifulSoup(response.text, "html.parser").get_text(" ").split())


def test_an_open_survey_shows_only_a_rounded_number(public: httpx.Client, behind: Database) -> None:
    for path in ("/results/", "/en/results/", RESULTS):
        assert "Fewer than 10 responses so far." in words(public, path)
    answered.answer(behind, 9, seed=1, invented=False)
    for path in ("/results/", RESULTS):
        assert "Fewer than 10 responses so far." in words(public, path)
        assert "Demonstration" not in words(public, path)
    answered.answer(behind, 128, seed=2)
    for path in ("/results/", "/pl/results/", RESULTS, f"/ro{RESULTS}"):
        said = public.get(path).text
        assert "130" in said
        assert "137" not in said
        assert BeautifulSoup(said, "html.parser").select_one("main .notice:not(.quiet)")
    assert public.get(f"{RESULTS}1/").status_code == 404


def test_what_is_not_public_is_not_there(public: httpx.Client, behind: Database) -> None:
    assert public.get("/results/no-such-survey/").status_code == 404
    assert public.get(f"{RESULTS}{2**63}/").status_code == 404
    with behind.writing() as connection:
        survey = surveys.find(connection, answered.SURVEY)
        assert survey is not None
        surveys.set_state(connection, survey.id, "draft")
    assert public.get(RESULTS).status_code == 404
    assert "Nothing is published yet" in words(public, "/results/")


def test_a_release_can_be_read_from_end_to_end(public: httpx.Client, behind: Database) -> None:
    answered.answer(behind, 437)
    answered.release(behind)
    whole = words(public, RESULTS)
    assert "Release 1" in whole
    assert "At least 430 responses" in whole
    assert whole.index("Who is not heard here") < whole.index("Three things to know")
    assert "Office for National Statistics" in whole
    assert "Open Government Licence v3.0" in whole
    assert "People chose whether to answer" in whole
    page = BeautifulSoup(public.get(RESULTS).text, "html.parser")
    links = {str(a["href"]) for a in page.select("main a") if str(a["href"]).startswith("/")}
    assert len(links) > 15
    for link in links:
        assert public.get(link).status_code == 200, link
    assert f"/en{RESULTS}1/know_mk_connect/" in links
    for path in [f"{RESULTS}1/know_mk_connect/", *(f"{RESULTS}1/{name}" for name in FILES)]:
        assert "emonstration" in public.get(path).text, path
        assert answered.WORDS not in public.get(path).text


def test_a_chart_shows_the_answer_that_is_asked_for(public: httpx.Client, behind: Database) -> None:
    answered.answer(behind, 437)
    answered.release(behind)
    path = f"{RESULTS}1/agree_for_me/"
    for answer in ("1", "5"):
        page = BeautifulSoup(public.get(f"{path}?answer={answer}").text, "html.parser")
        (current,) = page.select("main nav [aria-current]")
        (caption, *_) = page.select("figcaption")
        # Merged, it may say "agree or strongly agree".
        assert current.text.split()[-1] in caption.text.lower()
    for nonsense in ("", "no-such-code", "%00", "1&answer=5"):
        assert public.get(f"{path}?answer={nonsense}").status_code == 200
    assert public.get(f"{RESULTS}1/left_out/").status_code == 404


def test_each_language_has_its_own_words(public: httpx.Client, behind: Database) -> None:
    answered.answer(behind, 237)
    answered.release(behind)
    with behind.reading() as connection:
        found = releases.find(connection, answered.SURVEY)
    assert found is not None
    labels = json.loads(found.document)["labels"]
    for tag in ("pl", "ro", "ur", "ar", "zh-Hant"):
        page = BeautifulSoup(public.get(f"/{tag}{RESULTS}").text, "html.parser")
        assert page.html is not None
        assert page.html["dir"] == ("rtl" if tag in ("ur", "ar") else "ltr")
        assert labels[tag]["title"] in page.get_text()
        assert page.select_one("main .notice.quiet") is not None
        assert labels[tag]["title"] not in "Smart citizens"
    chooser = BeautifulSoup(public.get(f"{RESULTS}1/").text, "html.parser").select(".languages a")
    assert {"pl", "en-x-easyread"} <= set(labels)
    assert {str(a["href"]) for a in chooser} == {f"/{t}{RESULTS}1/" for t in labels if t != "en"}


def test_a_release_says_which_languages_it_is_in(public: httpx.Client, behind: Database) -> None:
    answered.answer(behind, 237)
    answered.release(behind)
    with behind.writing() as connection:
        found = releases.find(connection, answered.SURVEY)
        survey = surveys.find(connection, answered.SURVEY)
        assert found is not None
        assert survey is not None
        document = json.loads(found.document)
        del document["labels"]["ur"]
        text = json.dumps(document)
        releases.publish(connection, survey.id, text, sha256(text.encode()).hexdigest())
    page = BeautifulSoup(public.get(f"/ur{RESULTS}").text, "html.parser")
    doors = {str(a["href"]) for a in page.select(".doors a")}
    assert "en" in document["labels"]
    assert doors == {f"/{tag}{RESULTS}2/" for tag in document["labels"]}
    assert public.get(f"/ur{RESULTS}2/tables.csv").status_code == 404
    assert public.get(f"/ur{RESULTS}2/release.json").status_code == 200
    assert public.get("/ur/results/").status_code == 200


def test_a_changed_release_is_refused(
    served: Server, public: httpx.Client, behind: Database
) -> None:
    answered.answer(behind, 237)
    answered.release(behind)
    with behind.writing() as connection:
        found = releases.find(connection, answered.SURVEY)
        assert found is not None
        changed = found.document.replace('"responses": 230', '"responses": 990')
        assert changed != found.document
        connection.execute(releases.release.update().values(document=changed))
    paths = ["", "1/", "1/know_mk_connect/", *(f"1/{name}" for name in FILES)]
    for path in ["/results/", f"/ur{RESULTS}", *(RESULTS + path for path in paths)]:
        response = public.get(path)
        assert response.status_code == 500, path
        assert "990" not in response.text
        assert response.headers["Cache-Control"] == "no-store"
    assert "cannot be shown" in words(public, RESULTS, status=500)
    assert "release 1 of smart-citizens" in served.log
    assert "not_heard" not in served.log
    assert "Traceback" not in served.log
