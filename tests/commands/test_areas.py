"""`engage area`: the whole file is taken, or nothing of it and a reason for every line."""

from pathlib import Path

import pytest

from engage.exchange import postcode_csv
from engage.exchange.refused import FileRefused
from engage.questionnaire import document
from engage.store import postcodes, surveys
from engage.store.database import Database
from tests.commands.conftest import Run
from tests.core.logic import questionnaire

HEAD = "postcode,code"


def file_of(folder: Path, *lines: str) -> Path:
    file = folder / "postcodes.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return file


def area(url: str, postcode: str, list_name: str = "ward") -> str | None:
    database = Database(url)
    with database.reading() as connection:
        found = postcodes.area(connection, list_name, postcode)
    database.close()
    return found


def test_postcodes_are_taken_in_and_replaced(run: Run, tmp_path: Path, database_url: str) -> None:
    file = file_of(tmp_path, HEAD, "mk9 3ej,E05", "MK12AB,E06", "", "MK1 2AB,E06")
    done = run("area", "import", file, "--list", "ward")
    assert done.stdout == "ward: 2 postcodes in 2 areas.\n"
    assert area(database_url, "MK9 3EJ") == "E05"
    assert area(database_url, "MK1 2AB") == "E06"
    again = run("area", "import", file_of(tmp_path, HEAD, "MK9 3EJ,E06"), "--list", "ward")
    assert again.stdout == "ward: 1 postcodes in 1 areas.\n"
    assert area(database_url, "MK9 3EJ") == "E06"
    assert area(database_url, "MK1 2AB") is None


def test_further_columns_are_not_looked_at(run: Run, tmp_path: Path, database_url: str) -> None:
    file = file_of(tmp_path, "name,Code,Postcode", '"Bletchley, east",E05,MK9 3EJ')
    assert run("area", "import", file, "--list", "ward").returncode == 0
    assert area(database_url, "MK9 3EJ") == "E05"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["code"], 'line 1: expected one column "postcode"'),
        (["postcode"], 'line 1: expected one column "code"'),
        (["postcode,code,code"], 'line 1: expected one column "code"'),
        ([HEAD], "line 2: expected at least one postcode"),
        ([HEAD, "MK9 3EJ,E05", "here,E05"], "line 3, column postcode: expected a postcode"),
        ([HEAD, "MK9 3EJ,"], "line 2, column code: expected the code of an area"),
        ([HEAD, "MK9 3EJ,a b"], "line 2, column code: expected the code of an area"),
        ([HEAD, "MK9 3EJ,E05", "mk93ej,E06"], 'line 3, column code: expected "E05" as on a line'),
        ([HEAD, "MK9 3EJ"], "line 2: expected 2 cells, found 1"),
        ([HEAD, 'MK9 3EJ,"E05'], "line 2: expected CSV"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_named_by_line(lines: list[str], sentence: str) -> None:
    with pytest.raises(FileRefused) as refused:
        postcode_csv.read(f"{line}\n" for line in lines)
    (mistake,) = refused.value.mistakes
    assert mistake.startswith(sentence)


def test_not_every_mistake_of_a_long_file_is_told() -> None:
    with pytest.raises(FileRefused) as refused:
        postcode_csv.read([HEAD + "\n", *["x,y\n"] * 500])
    assert len(refused.value.mistakes) == 20


def test_a_wrong_file_changes_nothing(run: Run, tmp_path: Path, database_url: str) -> None:
    run("area", "import", file_of(tmp_path, HEAD, "MK1 2AB,E09"), "--list", "ward")
    file = file_of(tmp_path, HEAD, "MK9 3EJ,E05", "here,E05")
    done = run("area", "import", file, "--list", "ward")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing was stored" in done.stderr
    assert (
        'line 3, column postcode: expected a postcode such as MK9 3EJ, found "here"' in done.stderr
    )
    assert area(database_url, "MK1 2AB") == "E09"
    assert area(database_url, "MK9 3EJ") is None


def test_a_file_in_another_encoding_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "postcodes.csv"
    file.write_bytes(f"{HEAD},name\nMK9 3EJ,E05,Caf\xe9\n".encode("latin-1"))
    assert "expected UTF-8" in run("area", "import", file, "--list", "ward").stderr


def test_a_file_that_is_not_there_and_a_list_that_cannot_be(run: Run, tmp_path: Path) -> None:
    absent = run("area", "import", tmp_path / "absent.csv", "--list", "ward")
    assert (absent.returncode, "can't be read" in absent.stderr) == (1, True)
    wrong = run("area", "import", file_of(tmp_path, HEAD, "MK9 3EJ,E05"), "--list", "A ward")
    assert (wrong.returncode, "can't be the name of a code list" in wrong.stderr) == (1, True)
    assert run("area", "import", file_of(tmp_path, HEAD)).returncode == 2


def test_codes_that_no_survey_has_are_told(run: Run, tmp_path: Path, database_url: str) -> None:
    found = questionnaire()
    database = Database(database_url)
    with database.writing() as connection:
        surveys.publish(connection, "logic", document.write(found), document.digest(found))
    database.close()
    file = file_of(tmp_path, HEAD, "MK9 3EJ,E05", "MK1 2AB,X99")
    done = run("area", "import", file, "--list", "ward")
    assert "No survey's list ward has X99: nobody is found there." in done.stdout


def test_many_postcodes_take_a_moment(run: Run, tmp_path: Path, database_url: str) -> None:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    places = [f"MK{n} {d}{x}{y}" for n in range(1, 20) for d in range(10) for x in letters
              for y in letters]  # fmt: skip
    file = file_of(tmp_path, HEAD, *(f"{place},E{at % 20}" for at, place in enumerate(places)))
    done = run("area", "import", file, "--list", "ward")
    assert done.stdout == f"ward: {len(places)} postcodes in 20 areas.\n"
    assert area(database_url, places[-1]) == f"E{(len(places) - 1) % 20}"
