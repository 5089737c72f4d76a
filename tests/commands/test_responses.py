"""`engage responses`, `table` and `release`: in, out, and what the public may see."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

HEAD = (
    "consent,over_16,tie,know_mk_connect,difference_mk_connect,"
    "barriers,left_out,sex,age_band,day,mode"
)


def file_of(folder: Path, *lines: str, head: str = HEAD) -> Path:
    file = folder / "responses.csv"
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return file


def people(sex: str, how_many: int, ladder: str = "heard", age: str = "25-34") -> list[str]:
    return [f"yes,yes,live,{ladder},,cost;trust,,{sex},{age},2026-10-01,paper"] * how_many


def test_what_goes_in_comes_out_as_it_was(surveyed: Run, tmp_path: Path) -> None:
    file = file_of(
        tmp_path,
        "yes,yes,live;work,often,better,cost trust,چائے،  دودھ,female,25-34,2026-10-01,paper",
        "yes,,,not_heard,,none,=1+1,prefer_not,85+,2026-10-02,telephone",
    )
    assert surveyed("responses", "import", "smart-citizens", file).stdout.startswith(
        "smart-citizens: 2 responses stored."
    )
    exported = surveyed("responses", "export", "smart-citizens", "--format", "csv").stdout
    rows = {row["mode"]: row for row in csv.DictReader(io.StringIO(exported))}
    paper, telephone = rows["paper"], rows["telephone"]
    assert (paper["tie"], paper["barriers"], paper["difference_mk_connect"]) == (
        "live;work",
        "cost;trust",
        "better",
    )
    assert paper["left_out"] == "چائے،  دودھ"
    assert (telephone["tie"], telephone["left_out"]) == ("no_answer", "'=1+1")
    assert (telephone["difference_mk_connect"], telephone["sex"]) == ("", "prefer_not")
    assert {row["demonstration"] for row in rows.values()} == {""}
    again = tmp_path / "again.csv"
    again.write_text(exported, encoding="utf-8", newline="")
    assert "2 responses stored" in surveyed("responses", "import", "smart-citizens", again).stdout
    twice = csv.DictReader(io.StringIO(surveyed("responses", "export", "smart-citizens").stdout))
    columns = HEAD.split(",")
    answers = [tuple(row[column] for column in columns) for row in twice]
    assert sorted(answers) == sorted(2 * [tuple(row[c] for c in columns) for row in rows.values()])


@pytest.mark.parametrize(
    ("lines", "head", "sentence"),
    [
        (["femal,25-34"], "sex,age_band", "line 2, column sex: expected one of female, male"),
        (["female,25-34", "male"], "sex,age_band", "line 3: expected 2 cells, found 1"),
        (["female"], "sexx", 'line 1: there is no variable "sexx"; did you mean "sex"?'),
        (["female,male"], "sex,sex", 'the column "sex" stands there twice'),
        (["21"], "household_size", "line 2, column household_size: expected a number from 1 to 20"),
        (["cost;none"], "barriers", "line 2, column barriers: expected none alone"),
        (["2026-13-01"], "day", "line 2, column day: expected a day such as 2026-10-31"),
        (["pigeon"], "mode", "line 2, column mode: expected one of web"),
        (["x" * 20_000], "left_out", "line 2, column left_out: expected at most"),
        ([], "sex", "line 2: expected at least one response"),
        ([], "", "line 1: expected the names of variables"),
    ],
)
def test_a_wrong_file_is_named_and_stores_nothing(
    surveyed: Run, tmp_path: Path, lines: list[str], head: str, sentence: str
) -> None:
    file = file_of(tmp_path, *lines, head=head)
    done = surveyed("responses", "import", "smart-citizens", file)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "\t0 responses" in surveyed("survey", "list").stdout


def test_values_off_the_route_are_left_out_and_said(surveyed: Run, tmp_path: Path) -> None:
    file = file_of(tmp_path, "yes,yes,live,heard,better,,,male,25-34,,")
    done = surveyed("responses", "import", "smart-citizens", file)
    assert "1 values were left out" in done.stdout
    exported = surveyed("responses", "export", "smart-citizens").stdout
    (row,) = csv.DictReader(io.StringIO(exported))
    assert row["difference_mk_connect"] == ""


def test_a_table_shows_no_small_number(surveyed: Run, tmp_path: Path) -> None:
    lines = people("female", 40) + people("male", 30, "often") + people("male", 12)
    lines += people("female", 3, age="85+")
    surveyed("responses", "import", "smart-citizens", file_of(tmp_path, *lines), "--demonstration")
    table = ("table", "smart-citizens", "know_mk_connect", "--by")
    by_sex = json.loads(surveyed(*table, "sex", "--format", "json").stdout)
    assert by_sex["demonstration_data"] is True
    counts = {(r["group"], r["category"]): (r["count"], r["base"]) for r in by_sex["rows"]}
    assert counts["female", "heard"] == (43, 43)
    assert counts["male", "often"] == (30, 42)
    by_age = list(
        csv.DictReader(io.StringIO(surveyed(*table, "age_band", "--format", "csv").stdout))
    )
    assert {row["count"] for row in by_age if row["category"] in ("heard", "not_used")} == {"55"}
    assert all(int(row["count"]) == 0 or int(row["count"]) >= 10 for row in by_age)
    assert {row["demonstration_data"] for row in by_age} == {"yes"}


def test_a_table_that_would_point_at_few_is_not_shown(surveyed: Run, tmp_path: Path) -> None:
    surveyed("responses", "import", "smart-citizens", file_of(tmp_path, *people("female", 9)))
    done = surveyed("table", "smart-citizens", "know_mk_connect", "--by", "sex")
    assert (done.returncode, done.stdout) == (1, "")
    assert "fewer than 10 have answered it" in done.stderr
    done = surveyed("release", "build", "smart-citizens")
    assert done.returncode == 1
    assert "No table of smart-citizens can be shown yet" in done.stderr


def test_a_release_is_built(surveyed: Run, tmp_path: Path) -> None:
    lines = people("female", 40) + people("male", 40, "often")
    surveyed("responses", "import", "smart-citizens", file_of(tmp_path, *lines))
    assert surveyed("release", "build", "smart-citizens").stdout == (
        "smart-citizens: release 1, at /results/smart-citizens/1/\n"
    )


def test_accounts_are_made_once(run: Run) -> None:
    made = run("staff", "add", "Ada King", "ada@example.org", "--role", "analyst")
    assert "Password, shown only now: " in made.stdout
    again = run("staff", "add", "Ada King", "ADA@example.org")
    assert (again.returncode, again.stderr) == (
        1,
        "engage: There is an account for ADA@example.org already.\n",
    )
    assert run("staff", "add", "Ada King", "ada").returncode == 1
    assert "New password for ada@example.org" in run("staff", "password", "ada@example.org").stdout
    assert run("staff", "password", "eve@example.org").returncode == 1
