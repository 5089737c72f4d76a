"""The questionnaire's document: read and written without loss, refused with a place and a cure."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.document import DocumentRefused
from engage.questionnaire.problem import Problem
from tests.core.drawing import Plain, plain_documents, questionnaires
from tests.core.small import edited, small

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(questionnaires())
def test_written_and_read_it_is_the_same(questionnaire: Questionnaire) -> None:
    written = document.write(questionnaire)
    again = document.read(written)
    assert again == questionnaire
    assert document.write(again) == written
    assert document.digest(again) == document.digest(questionnaire)


@given(plain_documents(), st.randoms())
def test_the_digest_is_of_the_meaning_not_of_the_spelling(plain: Plain, random: Any) -> None:
    def shuffled(part: Any) -> Any:
        if isinstance(part, list):
            return [shuffled(inner) for inner in part]
        if isinstance(part, dict):
            keys = random.sample(sorted(part), len(part))
            return {key: shuffled(part[key]) for key in keys}
        return part

    spaced = json.dumps(shuffled(plain), indent=3, ensure_ascii=True)
    first, second = document.read(json.dumps(plain)), document.read(spaced.encode("utf-8-sig"))
    assert first == second
    # Code lists are told apart by name, so their order is no part of the meaning either.
    assert document.digest(first) == document.digest(second)


@given(plain_documents(), JSON, st.data())
def test_whatever_is_put_anywhere_is_read_or_refused(
    plain: Plain, junk: Any, data: st.DataObject
) -> None:
    broken = copy.deepcopy(plain)
    here: Any = broken
    while True:
        key = data.draw(
            st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here)))
        )
        inner = here[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            here[key] = junk
            break
        here = inner
    problems: tuple[Problem, ...] = ()
    try:
        document.read(json.dumps(broken))
    except DocumentRefused as refused:
        problems = refused.problems or (Problem("refused without a reason", ""),)
    assert all(problem.place.startswith("$") for problem in problems)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_whatever_is_no_document_is_refused(content: bytes | str) -> None:
    with pytest.raises(DocumentRefused):
        document.read(content)


PLACES = [
    ("$.format", lambda d: d.update(format=2), "1"),
    ("$.survey", lambda d: d.update(survey="Big Name"), "pattern"),
    ("$.about.minutes", lambda d: d["about"].update(minutes="8"), "integer"),
    ("$.about.minutes", lambda d: d["about"].pop("minutes"), "required"),
    ("$.surprise", lambda d: d.update(surprise=1), "not permitted"),
    ("$.title", lambda d: d.update(title="   "), "pattern"),
    ("$.sections[1].pages[0].questions[0].code_list",
     lambda d: d["sections"][1]["pages"][0]["questions"][0].pop("code_list"), "required"),
    ("$.sections[1].pages[0].questions[0]",
     lambda d: d["sections"][1]["pages"][0]["questions"][0].update(kind="slider"), "single_choice"),
    ("$.sections[1].pages[1].ask_if",
     lambda d: d["sections"][1]["pages"][1].update(ask_if={"equals": {}}), "any_of"),
    ("$.sections[1].pages[1].ask_if.is.value",
     lambda d: d["sections"][1]["pages"][1].update(ask_if={"is": {"variable": "sex"}}), "required"),
    ("$.sections[1].pages[1].ask_if.any[1].not.at_least.value",
     lambda d: d["sections"][1]["pages"][1].update(ask_if={"any": [
         {"answered": {"variable": "sex"}},
         {"not": {"at_least": {"variable": "sex", "value": "many"}}}]}), "number"),
    ("$.derived[0].cases[0].if",
     lambda d: d["derived"][0]["cases"][0].pop("if"), "required"),
    ("$.code_lists.sex.codes[1].label",
     lambda d: d["code_lists"]["sex"]["codes"][1].update(label=3), "string"),
    ("$.sections[2].pages[0].questions[1]",
     lambda d: d["sections"][2]["pages"][0]["questions"][1].update(least=9, most=1), "least"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "change", "expected"), PLACES)
def test_a_wrong_document_names_the_place_and_what_was_expected(
    place: str, change: Any, expected: str
) -> None:
    with pytest.raises(DocumentRefused) as refused:
        document.read(json.dumps(edited(change)))
    assert [problem.place for problem in refused.value.problems] == [place]
    assert expected in str(refused.value.problems[0].parameters["expected"])


def test_all_that_is_wrong_is_said_at_once() -> None:
    def change(plain: Plain) -> None:
        plain["title"] = ""
        plain["about"]["minutes"] = 0

    with pytest.raises(DocumentRefused) as refused:
        document.read(json.dumps(edited(change)))
    assert {p.place for p in refused.value.problems} == {"$.title", "$.about.minutes"}


@pytest.mark.parametrize(
    ("content", "code", "parameters"),
    [
        (b'{"format": 1', "not_json", {"line": 1}),
        (b'{\n "a": 1,,\n}', "not_json", {"line": 2, "column": 9}),
        (b"\xff{}", "not_utf8", {"byte": 1}),
        (b'{"a": 1, "a": 2}', "not_a_document", {}),
        (b'{"format": NaN}', "not_a_document", {}),
        (b"[" * 100_000, "not_a_document", {}),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(
    content: bytes, code: str, parameters: dict[str, int]
) -> None:
    with pytest.raises(DocumentRefused) as refused:
        document.read(content)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert parameters.items() <= dict(problem.parameters).items()


def test_a_document_never_changes() -> None:
    questionnaire = document.read(json.dumps(small()))
    with pytest.raises(ValueError, match="frozen"):
        questionnaire.title = "Another"
