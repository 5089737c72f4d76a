"""What was published stays, byte for byte, and holds no count of people that is exact."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from engage import settings
from engage.app import create_app
from engage.store import releases, surveys, tallies
from engage.store.database import Database
from engage.web.instrument import questionnaire
from tests.support import answered

RESULTS = "/results/smart-citizens/"
ROUNDED = {"bases", "total_base", "not_answered", "base", "responses"}
# Not part of a longer number, word or measure.
NUMBER = re.compile(r"(?<![\w.#-])\d+(?:,\d{3})*(?![\w.])")


@pytest.fixture
def database(surveyed_database_url: str) -> Iterator[Database]:
    opened = Database(surveyed_database_url)
    yield opened
    opened.close()


@pytest.fixture
def public(surveyed_database_url: str, database: Database, tmp_path: Any) -> Iterator[FlaskClient]:
    app = create_app(settings.Settings(tmp_path, surveyed_database_url, False, True, 0, "k" * 40))
    yield app.test_client()
    app.extensions["engage-database"].close()


def addresses(database: Database) -> list[str]:
    """Every page and file of the first release, in two languages."""
    with database.reading() as connection:
        found = releases.find(connection, answered.SURVEY, 1)
    assert found is not None
    names = dict.fromkeys(table["question"] for table in json.loads(found.document)["tables"])
    files = ("tables.csv", "reach.csv", "release.json", "README.txt")
    rest = ["", *(f"{name}/" for name in names), *files]
    return [f"{tag}{RESULTS}1/{each}" for tag in ("", "/ur") for each in rest]


def test_a_release_never_changes(public: FlaskClient, database: Database) -> None:
    answered.answer(database, 637)
    answered.release(database)
    before = {path: public.get(path) for path in addresses(database)}
    answered.answer(database, 211, seed=2)
    assert all(public.get(path).data == before[path].data for path in before)
    assert answered.release(database) == 2
    for path, then in before.items():
        now = public.get(path)
        assert (now.status_code, now.data) == (200, then.data), path
        assert now.headers["ETag"] == then.headers["ETag"]
    second = public.get(f"{RESULTS}2/release.json").data
    assert second != before[f"{RESULTS}1/release.json"].data
    assert "Release 2" in public.get(RESULTS).text


def test_a_release_may_be_kept_by_any_cache(public: FlaskClient, database: Database) -> None:
    answered.answer(database, 237)
    answered.release(database)
    tags = []
    for path in addresses(database):
        first = public.get(path)
        assert first.headers["Cache-Control"].startswith("public, max-age="), path
        assert "Set-Cookie" not in first.headers
        tag = first.headers["ETag"]
        assert not tag.startswith("W/")
        again = public.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        tags.append(tag)
    # One tag never stands for two different contents.
    contents = {(t, public.get(p).data) for t, p in zip(tags, addresses(database), strict=True)}
    assert len({tag for tag, _ in contents}) == len(contents)


def test_no_exact_count_is_published(public: FlaskClient, database: Database) -> None:
    answered.answer(database, 1237)
    answered.release(database)
    exact = {str(n) for n in _exact(database) if n > 100 and n % 10}
    assert "1237" in exact
    assert len(exact) > 100
    for path in [*addresses(database), RESULTS, "/results/", "/ur/results/"]:
        text = public.get(path).text.replace(",", " " if path.endswith(".csv") else ",")
        found = {number.replace(",", "") for number in NUMBER.findall(text)}
        assert not found & exact, path


def test_every_number_in_the_files_is_a_percentage_or_rounded(
    public: FlaskClient, database: Database
) -> None:
    answered.answer(database, 437)
    answered.release(database)
    document = public.get(f"{RESULTS}1/release.json").get_json()
    for name, number in _numbers(document):
        assert number % 10 == 0 if name in ROUNDED else 0 <= number <= 100, name
    for file in ("tables.csv", "reach.csv"):
        for row in csv.DictReader(io.StringIO(public.get(f"{RESULTS}1/{file}").text)):
            assert row["demonstration"] == "yes"
            assert int(row["base_rounded"]) % 10 == 0
            assert row["percentage"] == "" or 0 <= int(row["percentage"]) <= 100


def test_every_figure_on_a_page_is_a_percentage_or_rounded(
    public: FlaskClient, database: Database
) -> None:
    answered.answer(database, 437)
    answered.release(database)
    for path in (p for p in addresses(database) if p.endswith("/") and not p.startswith("/ur")):
        page = BeautifulSoup(public.get(path).text, "html.parser")
        cells = [cell.get_text(strip=True) for cell in page.select("td.figure")]
        assert len(cells) > 10
        for cell in cells:
            plain = cell.replace(",", "")
            assert cell.endswith("%") or not plain.isdigit() or int(plain) % 10 == 0, path


def test_the_tables_file_is_tidy(public: FlaskClient, database: Database) -> None:
    answered.answer(database, 437)
    answered.release(database)
    response = public.get(f"{RESULTS}1/tables.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "smart-citizens-1-tables.csv" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.data.decode())))
    keys = [(r["question"], r["classification"], r["group"], r["category"]) for r in rows]
    assert len(set(keys)) == len(keys) > 500
    assert all(None not in row and None not in row.values() for row in rows)
    shown = {(r["question"], r["classification"]) for r in rows}
    document = public.get(f"{RESULTS}1/release.json").get_json()
    assert shown == {(t["question"], t["classification"]) for t in document["tables"]}


def _exact(database: Database) -> set[int]:
    """Every count that the plan's tables are made of."""
    with database.reading() as connection:
        survey = surveys.find(connection, answered.SURVEY)
        assert survey is not None
        found = questionnaire(connection, survey.version_id)
        exact = {tallies.total(connection, survey.id)[0]}
        for plan in found.tables:
            for by in plan.by:
                cells, bases = tallies.crossed(connection, survey.id, plan.question, by)
                exact |= {n for *_, n in cells} | set(bases.values())
        for each in found.classifications:
            exact |= set(tallies.single(connection, survey.id, each.variable).values())
    return exact


def _numbers(value: object, name: str = "") -> Iterator[tuple[str, int]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _numbers(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _numbers(each, name)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield name, value
