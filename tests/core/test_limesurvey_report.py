"""Nothing of a file is lost unseen: it stands in the document, or in a note."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.exchange.limesurvey import read
from tests.core.limesurvey import Asked, File, every_type, notes, pages, taken

ROWS = {"SQ001": "First", "SQ002": "Second"}
ANSWERS = {"A1": "Good", "A2": "Bad"}

ATTRIBUTES = (
    *("hidden", "random_order", "max_answers", "array_filter", "exclude_all_others"),
    *("min_num_value", "max_num_value_n", "date_min", "date_format", "maximum_chars"),
    *("random_group", "numbers_only", "dualscale_headerA", "suffix", "other_replace_text"),
)

codes = st.text(alphabet="AaBb1_- é", max_size=6)
asked = st.builds(
    Asked,
    kind=st.sampled_from("L!OMPNSTUFABCEH1QKRYGDXI5;:|*Z"),
    code=codes,
    rows=st.dictionaries(codes, st.just(""), max_size=3),
    across=st.dictionaries(codes, st.just("Across"), max_size=2),
    answers=st.dictionaries(codes, st.sampled_from(["", "Label"]), max_size=3),
    second=st.dictionaries(codes, st.just("Second"), max_size=2),
    columns=st.fixed_dictionaries(
        {"other": st.sampled_from("YN"), "mandatory": st.sampled_from("YNS")}
    ),
    attributes=st.dictionaries(
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(["1", "0", "2", "Q1", "x", "yyyy", "-3"]),
        max_size=3,
    ),
    relevance=st.sampled_from(["1", "", "0", "A == 1", "B_A.NAOK != 'Y'", "!is_empty(a)", "sum("]),
    group=st.integers(0, 2),
)


@settings(deadline=None)
@given(st.lists(asked, min_size=1, max_size=6), st.booleans())
def test_every_question_stands_in_the_document_or_in_a_note(every: list[Asked], old: bool) -> None:
    for number, each in enumerate(every):
        each.qid = 1001 + 50 * number
        each.text = f"Text of {each.qid}."
        each.rows = {code: f"Text of {each.qid + 1 + n}." for n, code in enumerate(each.rows)}
    groups = [{"group_name": "One"}, {"group_name": "Two", "grelevance": "0"}]  # a third is lost
    file = File(every, old=old, languages=("en", "de"), groups=groups)
    imported = file.read()
    taken(imported)
    written = json.dumps(imported.document)
    report = "\n".join(note.sentence() for note in imported.report)
    for each in every:
        for qid in (each.qid, *(each.qid + 1 + n for n in range(len(each.rows)))):
            assert f"Text of {qid}." in written or f"({qid})" in report, qid
        for code in (*each.answers, *each.second):
            told = " ".join(code.split())
            assert f'"{told}"' in written or told in report


def test_a_question_in_no_group_comes_last_and_is_noted() -> None:
    imported = File([Asked("Y", "Q1", group=7), Asked("Y", "Q2")]).read()
    taken(imported)
    assert list(pages(imported)) == ["consent", "q2", "q1"]
    assert notes(imported, "question Q1 (501), column gid", "a section of its own")


def test_rows_that_belong_to_nothing_are_noted() -> None:
    extra = {
        "subquestions": [{"qid": "7001", "parent_qid": "9", "title": "Lost"}],
        "question_attributes": [{"qid": "7002", "attribute": "hidden", "value": "1"}],
    }
    imported = File([Asked("Y", "Q1")], extra=extra).read()
    assert notes(imported, "subquestion Lost (7001)", "left out")
    assert notes(imported, "question_attributes, column qid 7002")


def test_rows_and_answers_of_a_type_that_has_none_are_noted() -> None:
    imported = File(
        [Asked("T", "Q1", rows=ROWS, answers=ANSWERS), Asked("L", "Q2", answers=ANSWERS)]
    ).read()
    assert len(notes(imported, "question Q1 (501), row", "left out")) == 2
    assert notes(imported, "question Q1 (501), answers", "A1, A2")
    assert not notes(imported, "question Q2 (521), answers")


@pytest.mark.parametrize(
    ("extra", "place"),
    [
        ({"quota": [{"id": "4", "name": "Men", "qlimit": "50"}]}, "quota 4: Men (limit 50)"),
        ({"assessments": [{"id": "1", "name": "High"}]}, "table assessments"),
        ({"survey_url_parameters": [{"parameter": "src"}]}, "table survey_url_parameters"),
        ({"somewhat_new": [{"a": "b"}, {"a": "c"}]}, "table somewhat_new: 2 rows"),
        (
            {"defaultvalues": [{"qid": "501", "defaultvalue": "Y"}]},
            "question Q1 (501), default: Y",
        ),
        (
            {
                "defaultvalues": [{"dvid": "3", "qid": "501"}],
                "defaultvalue_l10ns": [{"dvid": "3", "language": "en", "defaultvalue": "N"}],
            },
            "question Q1 (501), default: N",
        ),
    ],
)
def test_tables_without_an_equal_are_noted(extra: dict[str, Any], place: str) -> None:
    imported = File([Asked("Y", "Q1")], extra=extra).read()
    taken(imported)
    assert notes(imported, place, "left out")


def test_settings_emails_and_themes_are_noted() -> None:
    texts = {"surveyls_email_invite": "Dear {FIRSTNAME}", "surveyls_url": "https://example.org"}
    more = {"usetokens": "Y", "assessments": "Y", "allowsave": "N"}
    file = File([Asked("L", "Q1", answers=ANSWERS)], texts=texts, settings=more)
    written = file.written().replace(
        b"</document>", b"<themes><theme><sid>1</sid></theme></themes></document>"
    )
    imported = read(written)
    taken(imported)
    assert notes(imported, "surveys:", "usetokens = Y")
    assert not notes(imported, "allowsave")
    assert notes(imported, "surveyls_email_invite", "no emails")
    assert notes(imported, "column surveyls_url", "https://example.org")
    assert notes(imported, "table themes")
    assert notes(imported, "question Q1", "values for an assessment")


def test_columns_and_attributes_that_nothing_here_is_like_are_noted() -> None:
    columns = {"mandatory": "Y", "encrypted": "Y", "preg": "/^a/", "other": "Y"}
    columns |= {"question_theme_name": "browserdetect", "modulename": "own"}
    attributes = {"time_limit": "20", "cssclass": "", "fix_height": "200", "hide_tip": "0"}
    first = Asked("S", "Q1", columns=columns, attributes=attributes)
    second = Asked("S", "Q2", columns={"mandatory": "S"}, attributes={"time_limit": "20"})
    imported = File([first, second]).read()
    taken(imported)
    for found in ("encrypted", "column preg: /^a/", "column other", "browserdetect", "modulename"):
        assert notes(imported, "question Q1", found)
    both = "question Q1 (501), question Q2 (521)"
    assert notes(imported, both, "mandatory", "nothing has to be answered")
    assert notes(imported, both, "time_limit = 20")
    assert not notes(imported, "cssclass")
    assert not notes(imported, "fix_height")
    assert not notes(imported, "hide_tip")


def test_a_group_that_is_shuffled_whole_has_an_order() -> None:
    mark = {"random_group": "a"}
    free = [Asked("Y", "Q1", attributes=mark), Asked("Y", "Q2", attributes=mark)]
    imported = File(free).read()
    taken(imported)
    assert imported.document["sections"][1]["order"] == "first_group_order"


@pytest.mark.parametrize(
    "second",
    [
        Asked("Y", "Q2"),
        Asked("Y", "Q2", attributes={"random_group": "b"}),
        Asked("Y", "Q2", attributes={"random_group": "a"}, relevance="Q1 == 'Y'"),
        Asked("Y", "Q2", "Why {Q1}?", attributes={"random_group": "a"}),
    ],
)
def test_any_other_shuffle_is_noted(second: Asked) -> None:
    groups = [{"group_name": "First group", "randomization_group": "g"}]
    imported = File([Asked("Y", "Q1", attributes={"random_group": "a"}), second], groups=groups)
    report = imported.read()
    taken(report)
    assert "order" not in report.document["sections"][1]
    assert notes(report, "random_group", "keep the order of the file")
    assert notes(report, "randomization_group", "groups keep the order")


def test_alphabetical_order_is_noted() -> None:
    asked = Asked("L", "Q1", answers=ANSWERS, attributes={"alphasort": "1"})
    assert notes(File([asked]).read(), "alphabetical")


def test_notes_are_sentences_of_a_length_that_can_be_read() -> None:
    many = every_type() + [Asked("Y", f"More{n}", columns={"mandatory": "Y"}) for n in range(90)]
    for note in File(many).read().report:
        assert note.place
        assert note.found
        assert note.done
        assert len(note.sentence()) < 1_500
