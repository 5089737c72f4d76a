"""What staff see of a survey, what they take with them, and what is written down of it."""

import csv
import io
import zipfile
from collections.abc import Iterator

import httpx
import pytest

from engage.analyse.tabulating import Wanted, protected
from engage.disclosure.protected import ProtectedTable
from engage.store import responses, surveys, tallies
from engage.store.database import Database
from engage.web.instrument import questionnaire
from tests.support import answered
from tests.support.members import Member, account
from tests.support.serving import Server, StartServer

SURVEY = "/staff/smart-citizens/"
RESPONSES = 600


@pytest.fixture(scope="module")
def filled(server: Server) -> Server:
    database = Database(server.database_url)
    answered.answer(database, RESPONSES)
    database.close()
    return server


@pytest.fixture
def member(filled: Server, client: httpx.Client) -> Member:
    found = Member(client, account(filled.database_url))
    assert found.sign_in().status_code == 303
    return found


@pytest.fixture
def database(filled: Server) -> Iterator[Database]:
    opened = Database(filled.database_url)
    yield opened
    opened.close()


def exact(database: Database, question: str, by: str) -> ProtectedTable:
    with database.reading() as connection:
        survey = surveys.find(connection, "smart-citizens")
        assert survey is not None
        asked = questionnaire(connection, survey.version_id)
        found = protected(connection, survey.id, asked, Wanted(question, by))
    assert isinstance(found, ProtectedTable)
    return found


def test_every_page_of_invented_answers_says_so(member: Member) -> None:
    for room in ("", "reached", "releases", "exports", "history"):
        assert "Demonstration data" in member.page(SURVEY + room).text
    assert "Demonstration data" in member.page("/staff/").text


def test_the_overview_counts_everything(member: Member, database: Database) -> None:
    page = member.page(SURVEY)
    assert f"{RESPONSES} responses from" in page.text
    days = page.select("details tbody tr")
    assert sum(int(row.select("td")[0].text) for row in days) == RESPONSES
    with database.reading() as connection:
        survey = surveys.find(connection, "smart-citizens")
        assert survey is not None
        intake = tallies.intake(connection, survey.id)
    tables = page.select(".halves table")
    for table, counts in zip(tables, (intake.by_language, intake.by_mode), strict=True):
        shown = [int(cell.text) for cell in table.select("td")]
        assert sorted(shown) == sorted(counts.values())


def test_the_page_shows_the_protected_table_and_nothing_smaller(
    member: Member, database: Database
) -> None:
    page = member.page(f"{SURVEY}reached?question=know_mk_connect&by=age_band")
    found = exact(database, "know_mk_connect", "age_band")
    rows = page.select("section:last-of-type tbody tr")
    assert len(rows) == len(found.groups)
    for row, base, counts in zip(rows, found.bases, found.counts, strict=True):
        shown = [int(cell.text.strip("()")) for cell in row.select("td .hint")]
        assert shown == list(counts)
        assert int(row.select("td")[len(counts)].text) == base
    assert "Office for National Statistics" in page.text
    assert len(page.select("svg.chart")) == 1 + len(found.categories)


def test_a_choice_that_makes_no_table_is_explained(member: Member) -> None:
    assert "says nothing" in member.page(f"{SURVEY}reached?question=sex&by=sex").text
    for query in ("question=nothing", "by=nothing", "question=left_out", "question=consent"):
        assert member.client.get(f"{SURVEY}reached?{query}").status_code == 404
    assert member.client.get("/staff/nowhere/reached").status_code == 404


def test_a_table_is_taken_away_with_what_has_to_be_known(
    member: Member, database: Database
) -> None:
    query = "question=agree_listens&by=sex"
    answer = member.client.get(f"{SURVEY}reached.zip?{query}")
    assert "demonstration-data" in answer.headers["content-disposition"]
    files = zipfile.ZipFile(io.BytesIO(answer.content))
    readme = files.read("README.txt").decode()
    for words in (
        "How much do you agree?",
        "The council listens",
        "Base: ",
        "DEMONSTRATION DATA",
        "September",
        "Open Government Licence v.3.0",
    ):
        assert words in readme
    alone = member.client.get(f"{SURVEY}reached.csv?{query}")
    assert alone.text == files.read("table.csv").decode()
    lines = list(csv.DictReader(io.StringIO(alone.text)))
    found = exact(database, "agree_listens", "sex")
    assert [int(line["count"]) for line in lines] == [n for row in found.counts for n in row]
    assert {line["demonstration_data"] for line in lines} == {"yes"}
    history = member.page(f"{SURVEY}history").text
    assert "agree_listens by sex, zip" in history
    assert member.email in history


def test_single_responses_are_taken_away_whole(member: Member, database: Database) -> None:
    answer = member.post(f"{SURVEY}exports/responses.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(lines) == RESPONSES
    assert {line["demonstration"] for line in lines} == {"demonstration data"}
    with database.reading() as connection:
        survey = surveys.find(connection, "smart-citizens")
        assert survey is not None
        stored = {str(one.id): rows for one, rows in responses.streamed(connection, survey.id)}
    for line in lines:
        rows = stored[line["response"]]
        given = {row.variable for row in rows}
        several = [row.code for row in rows if row.variable == "barriers" and row.code]
        assert line["barriers"].split(";") == several or line["barriers"] == "no_answer"
        assert {name for name in list(line)[7:] if line[name]} == given
    history = member.page(f"{SURVEY}history").text
    assert "Downloaded single responses" in history


def test_a_release_needs_a_table_and_leads_to_its_page(member: Member) -> None:
    refused = member.post(f"{SURVEY}releases")
    assert refused.status_code == 422
    assert "Choose at least one table" in refused.text
    page = member.page(f"{SURVEY}releases")
    boxes = page.select("input[name=table]")
    assert len(boxes) == 135
    assert all(box.has_attr("checked") for box in boxes)
    chosen = ["know_mk_connect:sex", "barriers:sex", "left_out:sex"]
    answer = member.post(f"{SURVEY}releases", table=chosen)
    assert answer.status_code == 303
    assert member.client.get(answer.headers["location"]).status_code == 200
    assert "Froze a release" in member.page(f"{SURVEY}history").text
    assert "Release 1" in member.page(f"{SURVEY}releases").text


def test_too_few_answers_are_explained_and_nothing_is_released(start_server: StartServer) -> None:
    server = start_server(workers=1)
    database = Database(server.database_url)
    with server.client() as client:
        member = Member(client, account(server.database_url))
        member.sign_in()
        assert "Nobody has answered this question yet" in member.page(f"{SURVEY}reached").text
        assert "No response has come in yet" in member.page(SURVEY).text
        answered.answer(database, 7, invented=False)
        page = member.page(f"{SURVEY}reached")
        assert "Fewer than 10 people" in page.text
        assert not page.select("td")
        assert "Demonstration" not in page.text
        assert client.get(f"{SURVEY}reached.csv").status_code == 404
        refused = member.post(f"{SURVEY}releases", table="know_mk_connect:sex")
        assert refused.status_code == 422
        assert "Nothing was released" in refused.text
        assert "Froze" not in member.page(f"{SURVEY}history").text
    database.close()
