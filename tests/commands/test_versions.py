"""Versions: compared, exported together, and questionnaires out and in again."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Run
from tests.core.small import Plain, small
from tests.support.commands import ROOT


def written(folder: Path, document: Plain, name: str = "survey.json") -> Path:
    file = folder / name
    file.write_text(json.dumps(document))
    return file


def longer(document: Plain) -> Plain:
    """Another version: a code more, one page gone, one page new."""
    document["code_lists"]["ways"]["codes"].insert(1, {"code": "tram", "label": "By tram"})
    more = document["sections"][2]["pages"]
    more[1]["questions"] = [{"kind": "short_text", "name": "news", "text": "What is new?"}]
    return document


def test_two_versions_are_compared_variable_by_variable(run: Run, tmp_path: Path) -> None:
    old, new = written(tmp_path, small()), written(tmp_path, longer(small()), "new.json")
    done = run("survey", "compare", old, new)
    assert done.returncode == 0
    found = dict(line.split("\t")[:2] for line in done.stdout.splitlines() if "\t" in line)
    assert found["ways"] == "extension"
    assert found["sex"] == "same"
    assert (found["place"], found["story"], found["news"]) == ("removed", "removed", "added")
    assert 'the option "tram" is new' in done.stdout
    back = run("survey", "compare", new, old)
    assert back.returncode == 1
    assert "ways\tbreak" in back.stdout


def test_versions_in_the_database_have_names(run: Run, tmp_path: Path) -> None:
    run("survey", "import", written(tmp_path, small()))
    run("survey", "import", written(tmp_path, longer(small())))
    done = run("survey", "compare", "small:1", "small")
    assert "news\tadded" in done.stdout
    none = run("survey", "compare", "small:3", "small")
    assert none.stderr == 'engage: small has no version "3": its newest is 2.\n'


def test_responses_of_all_versions_stand_in_one_table(run: Run, tmp_path: Path) -> None:
    run("survey", "import", written(tmp_path, small()))
    run("simulate", "small", "-n", "20", "--store")
    first = table(run)
    run("survey", "import", written(tmp_path, longer(small())))
    run("simulate", "small", "-n", "20", "--seed", "2", "--store")
    second = table(run)
    before, after = list(first[0]), list(second[0])
    assert after[: len(before)] == before
    assert after[len(before) :] == ["news"]
    assert {row["version"] for row in second} == {"1", "2"}
    by_id = {row["response"]: row for row in second}
    for row in first:
        assert {name: by_id[row["response"]][name] for name in row} == row
    assert all(row["place"] == row["story"] == "" for row in second if row["version"] == "2")
    assert all(row["demonstration"] == "demonstration data" for row in second)


def table(run: Run) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run("responses", "export", "small").stdout)))


def test_a_version_may_not_bring_back_a_name_for_something_else(run: Run, tmp_path: Path) -> None:
    run("survey", "import", written(tmp_path, small()))
    assert "version 2" in run("survey", "import", written(tmp_path, longer(small()))).stdout
    third = longer(small())
    third["sections"][2]["pages"][1]["questions"][0].update(kind="long_text", name="place")
    done = run("survey", "import", written(tmp_path, third))
    assert done.returncode == 1
    assert "place: was short_text and would become long_text: give it a new name" in done.stderr


@pytest.mark.parametrize("name", ["smart-citizens", "smart-visuals"])
def test_export_and_import_are_each_others_inverse(run: Run, tmp_path: Path, name: str) -> None:
    assert run("survey", "import", ROOT / f"questionnaires/{name}.json").returncode == 0
    out = tmp_path / "elsewhere" / "out.json"
    out.parent.mkdir()
    assert run("survey", "export", name, "-o", out).returncode == 0
    assert "unchanged" in run("survey", "import", out).stdout
    again: Any = json.loads(out.read_text("utf-8"))
    assert run("survey", "export", name).stdout == out.read_text("utf-8")
    assert again["translations"].keys() >= {"pl", "ro", "ur", "en-x-easyread"}


def test_a_simulation_counts_the_pages_and_is_the_same_for_the_same_seed(
    run: Run, tmp_path: Path
) -> None:
    file = written(tmp_path, small())
    done = run("simulate", file, "-n", "2500", "--seed", "7")
    assert done.returncode == 0, done.stderr
    *pages, last = done.stdout.splitlines()
    counted = {line.split()[2]: int(line.split()[0]) for line in pages}
    assert counted["consent"] == counted["ways"] == 2500
    assert 0 < counted["often"] < 2500
    assert last.startswith("2500 walks in ")
    assert last.endswith("pages that nobody reached: 0.")
    again = run("simulate", file, "-n", "2500", "--seed", "7").stdout.splitlines()
    assert again[:-1] == pages
    other = run("simulate", file, "-n", "2500", "--seed", "8").stdout.splitlines()
    assert other[:-1] != pages


def test_walks_are_stored_only_for_a_survey_that_is_there(run: Run, tmp_path: Path) -> None:
    done = run("simulate", written(tmp_path, small()), "-n", "5", "--store")
    assert done.returncode == 1
    assert "import small first" in done.stderr
