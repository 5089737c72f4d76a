"""What a new version does to each variable, and that nothing answered is ever harmed."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.cli.explaining import reason
from engage.questionnaire import document
from engage.questionnaire.comparison import breaks, compare
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.history import columns
from engage.questionnaire.inventing import invent
from tests.core.small import Plain, edited, small


def made(plain: Plain) -> Questionnaire:
    return document.read(json.dumps(plain))


def question(plain: Plain, name: str) -> Any:
    pages = (page for section in plain["sections"] for page in section["pages"])
    return next(q for page in pages for q in page["questions"] if q["name"] == name)


def verdict_of(change: Callable[[Plain], Any], variable: str) -> tuple[str, list[str]]:
    found = compare(made(small()), made(edited(change)))
    each = next(each for each in found if each.variable == variable)
    assert all(reason(problem) for problem in each.reasons)
    return each.verdict, [problem.code for problem in each.reasons]


def put(name: str, **fields: Any) -> Callable[[Plain], Any]:
    return lambda plain: question(plain, name).update(fields)


def without_code(plain: Plain) -> None:
    plain["code_lists"]["ways"]["codes"] = [
        code for code in plain["code_lists"]["ways"]["codes"] if code["code"] != "bike"
    ]


def with_code(plain: Plain) -> None:
    plain["code_lists"]["ways"]["codes"].insert(2, {"code": "tram", "label": "By tram"})


def code_missing(plain: Plain) -> None:
    plain["code_lists"]["sex"]["codes"][1]["missing"] = True


def rule(plain: Plain) -> None:
    plain["derived"][0]["cases"][0]["if"] = {"is": {"variable": "ways", "value": "bus"}}


def kind(plain: Plain) -> None:
    question(plain, "place").update(kind="long_text")


CHANGES = {
    "nothing": (lambda plain: None, "ways", "same", []),
    "wording": (put("ways", text="How do you travel?"), "ways", "wording", ["text_changed"]),
    "hint": (put("ways", hint="Two at most."), "ways", "wording", ["text_changed"]),
    "a code more": (with_code, "ways", "extension", ["code_added"]),
    "a code less": (without_code, "ways", "break", ["code_removed"]),
    "a code turned missing": (code_missing, "sex", "break", ["code_missing_changed"]),
    "another kind": (kind, "place", "break", ["kind_changed"]),
    "another unit": (put("distance", unit="miles"), "distance", "break", ["unit_changed"]),
    "fewer decimals": (put("distance", decimals=0), "distance", "break", ["decimals_fewer"]),
    "a narrower range": (put("distance", most=20), "distance", "break", ["range_narrowed"]),
    "a wider range": (put("distance", most=90), "distance", "extension", ["range_widened"]),
    "a scale of ten": (put("content", most=10), "content", "extension", ["code_added"] * 5),
    "a shorter scale": (put("content", most=4), "content", "break", ["code_removed"]),
    "another limit": (put("story", limit=50), "story", "extension", ["limit_changed"]),
    "another rule": (rule, "rides", "break", ["rule_changed"]),
    "asked of others": (
        put("content", ask_if={"answered": {"variable": "ways"}}),
        "content",
        "extension",
        ["universe_changed"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_each_change_weighs_what_it_does_to_earlier_answers(case: str) -> None:
    change, variable, verdict, codes = CHANGES[case]
    found, reasons = verdict_of(change, variable)
    assert found == verdict
    assert set(codes) <= set(reasons)
    assert bool(codes) == bool(reasons)


def test_only_the_changed_variable_is_named() -> None:
    found = compare(made(small()), made(edited(put("place", text="Where is it?"))))
    assert [each.variable for each in found if each.verdict != "same"] == ["place"]


def test_a_variable_that_comes_back_is_held_against_the_last_that_had_it() -> None:
    def drop(plain: Plain) -> None:
        pages = plain["sections"][2]["pages"]
        pages[1]["questions"] = [q for q in pages[1]["questions"] if q["name"] != "place"]

    first, second = made(small()), made(edited(drop))
    assert breaks([first], second) == []
    assert [problem.code for problem in breaks([first, second], made(edited(kind)))] == [
        "kind_changed"
    ]
    assert breaks([first, second], made(small())) == []


def test_a_removed_variable_keeps_its_column() -> None:
    def drop(plain: Plain) -> None:
        plain["sections"][2]["pages"].pop(0)

    first = made(small())
    both = columns([first, made(edited(drop))])
    assert both == first.variables


# --- the law: whatever is published step by step, nothing answered is lost or moved


def _reword(plain: Plain, random: Random) -> None:
    pages = [page for section in plain["sections"] for page in section["pages"]]
    random.choice(random.choice(pages)["questions"])["text"] = f"Words {random.random()}"


def _add_code(plain: Plain, random: Random) -> None:
    name = random.choice(["ways", "sex", "yes_no"])
    codes = plain["code_lists"][name]["codes"]
    new = {"code": f"c{random.getrandbits(40):x}", "label": "New"}
    codes.insert(random.randrange(len(codes) + 1), new)


def _add_question(plain: Plain, random: Random) -> None:
    name = f"q{random.getrandbits(40):x}"
    asked = {"kind": random.choice(["short_text", "place"]), "name": name, "text": "New?"}
    section = random.choice(plain["sections"][1:3])
    at = random.randrange(len(section["pages"]) + 1)
    section["pages"].insert(at, {"name": name, "questions": [asked]})


def _remove_page(plain: Plain, random: Random) -> None:
    pages = plain["sections"][2]["pages"]
    if len(pages) > 1:
        pages.pop(random.randrange(len(pages)))


def _move_page(plain: Plain, random: Random) -> None:
    pages = plain["sections"][2]["pages"]
    pages.append(pages.pop(random.randrange(len(pages))))


def _harm(plain: Plain, random: Random) -> None:
    random.choice(
        [
            without_code,
            code_missing,
            rule,
            lambda plain: plain["code_lists"]["age"]["codes"].reverse(),
            lambda plain: [
                q.update(kind="long_text")
                for section in plain["sections"]
                for page in section["pages"]
                for q in page["questions"]
                if q["kind"] == "short_text"
            ],
        ]
    )(plain)


EDITS = (_reword, _add_code, _add_question, _remove_page, _move_page, _harm)


@given(st.lists(st.sampled_from(EDITS), max_size=8), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_any_allowed_edits_keep_answers_readable_and_columns_in_place(
    edits: list[Callable[[Plain, Random], None]], seed: int
) -> None:
    random = Random(seed)
    plain = small()
    versions = [made(plain)]
    stored = [_stored(versions[0], random)]
    for edit in edits:
        changed = json.loads(json.dumps(plain))
        edit(changed, random)
        candidate = made(changed)
        if breaks(versions, candidate):
            continue
        before = columns(versions)
        plain, versions = changed, [*versions, candidate]
        stored.append(_stored(candidate, random))
        assert columns(versions)[: len(before)] == before
    newest = versions[-1]
    for rows, values in stored:
        for variable, value in values.items():
            if variable in newest.questions:
                now = newest.questions[variable]
                assert now.value(rows[variable]) == value
                assert now.rows(variable, value, newest.code_lists) == rows[variable]


def _stored(version: Questionnaire, random: Random) -> tuple[dict[str, Any], dict[str, Any]]:
    way = invent(version, random)
    rows = {
        variable: version.questions[variable].rows(variable, value, version.code_lists)
        for variable, value in way.answers.items()
    }
    return rows, way.answers
