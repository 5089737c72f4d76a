"""`engage survey import` and `check`: other programs' files, told apart by what is in them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

from tests.commands.conftest import Run

LSS = """<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>178</DBVersion>
<languages><language>en</language></languages>
<groups><rows><row><gid>1</gid><sid>9</sid><group_name>About buses</group_name>
<group_order>0</group_order><language>en</language></row></rows></groups>
<questions><rows><row><qid>5</qid><parent_qid>0</parent_qid><sid>9</sid><gid>1</gid><type>Y</type>
<title>bus</title><question>Do you go by bus?</question><other>N</other><mandatory>Y</mandatory>
<question_order>1</question_order><language>en</language><relevance>1</relevance></row></rows>
</questions><surveys><rows><row><sid>9</sid><language>en</language></row></rows></surveys>
<surveys_languagesettings><rows><row><surveyls_survey_id>9</surveyls_survey_id>
<surveyls_language>en</surveyls_language><surveyls_title>Going by bus</surveyls_title></row></rows>
</surveys_languagesettings></document>
"""


def workbook(file: Path, **sheets: Iterable[Sequence[str]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return file


def form(file: Path, kind: str = "select_one yn") -> Path:
    return workbook(
        file,
        survey=[
            ("type", "name", "label", "required"),
            (kind, "bus", "Do you go by bus?", "yes"),
            ("geopoint", "stop", "Where is your stop?", ""),
        ],
        choices=[("list_name", "name", "label"), ("yn", "yes", "Yes"), ("yn", "no", "No")],
        settings=[("form_title", "form_id"), ("Going by bus", "buses")],
    )


def test_an_xlsform_comes_in_as_a_draft_with_a_report(run: Run, tmp_path: Path) -> None:
    done = run("survey", "import", form(tmp_path / "anything.bin"))
    assert done.returncode == 0, done.stderr
    assert "survey, row 2, column required" in done.stdout
    assert "row 3" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("buses: version 1, draft")
    assert run("survey", "list").stdout.startswith("buses\tdraft\tversion 1")
    out = tmp_path / "out.xlsx"
    assert run("survey", "export", "buses", "-o", out).returncode == 0
    assert "buses is unchanged" in run("survey", "import", out).stdout


def test_a_wrong_workbook_is_refused_with_its_row(run: Run, tmp_path: Path) -> None:
    done = run("survey", "import", form(tmp_path / "form.xlsx", "select_one nowhere"))
    assert done.returncode == 1
    assert "can't be read as XLSForm" in done.stderr
    assert "Traceback" not in done.stderr
    assert "There is no survey yet" in run("survey", "list").stdout


def test_a_zip_that_is_no_workbook_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    file.write_bytes(b"PK\x03\x04 and nothing else")
    done = run("survey", "check", file)
    assert done.returncode == 1
    assert "can't be read as XLSForm" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_limesurvey_survey_comes_in_as_a_draft_with_a_report(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.lss"
    file.write_text(LSS, encoding="utf-8")
    assert "can be used" in run("survey", "check", file).stdout
    done = run("survey", "import", file)
    assert done.returncode == 0, done.stderr
    assert "consent" in done.stdout
    assert "draft" in done.stdout.splitlines()[-1]


def test_xml_that_is_no_survey_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.lss"
    for wrong in ("<html></html>", "<document>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        file.write_text(wrong)
        done = run("survey", "check", file)
        assert done.returncode == 1
        assert "can't be read as LimeSurvey" in done.stderr
        assert "Traceback" not in done.stderr
