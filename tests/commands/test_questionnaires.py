"""`engage survey`: what is wrong is named by its place, and changes nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.core.small import Plain, small


def written(folder: Path, document: object) -> Path:
    file = folder / "survey.json"
    file.write_text(document if isinstance(document, str) else json.dumps(document))
    return file


WRONG: list[tuple[Callable[[Plain], object], str]] = [
    (lambda _: "{", "line 1, column 2: expected JSON"),
    (lambda _: "[]", "$: "),
    (lambda d: {**d, "titel": "A"}, "$.titel: "),
    (lambda d: {k: v for k, v in d.items() if k != "title"}, "$.title: "),
    (lambda d: {**d, "survey": "results"}, "survey: expected a name that no page"),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG)
@pytest.mark.parametrize("deed", ["check", "import"])
def test_a_wrong_document_is_refused(
    run: Run, tmp_path: Path, change: Callable[[Plain], object], sentence: str, deed: str
) -> None:
    done = run("survey", deed, written(tmp_path, change(small())))
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "There is no survey yet" in run("survey", "list").stdout


@pytest.mark.parametrize("deed", ["check", "import"])
def test_a_file_that_is_not_there_is_refused_in_one_sentence(run: Run, deed: str) -> None:
    done = run("survey", deed, "nowhere.json")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        "engage: nowhere.json can't be read: No such file or directory."
    ]


def test_a_survey_is_taken_in_changed_and_kept_from_harm(run: Run, tmp_path: Path) -> None:
    document = small()
    assert "version 1, open" in run("survey", "import", written(tmp_path, document)).stdout
    assert "unchanged" in run("survey", "import", written(tmp_path, document)).stdout
    document["title"] = "A better title"
    assert "version 2, open" in run("survey", "import", written(tmp_path, document)).stdout
    del document["code_lists"]["ways"]["codes"][2]
    done = run("survey", "import", written(tmp_path, document))
    assert done.returncode == 1
    assert 'the code "walk" would be lost' in done.stderr
    assert "version 2" in run("survey", "list").stdout


def test_a_survey_is_closed_and_opened(run: Run, tmp_path: Path) -> None:
    assert "draft" in run("survey", "import", written(tmp_path, small()), "--draft").stdout
    assert run("survey", "open", "small").stdout == "small is open.\n"
    assert run("survey", "close", "small").stdout == "small is closed.\n"
    done = run("survey", "close", "smal")
    assert (done.returncode, done.stderr) == (
        1,
        'engage: There is no survey "smal". There are: small.\n',
    )
