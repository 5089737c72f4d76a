"""Checking a questionnaire: each problem, planted one at a time, is found and named."""

import inspect
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from engage.questionnaire import checking, document
from engage.questionnaire.checking import check, errors
from engage.questionnaire.definition import Questionnaire
from tests.core.drawing import Plain, questionnaires
from tests.core.small import edited, small

Change = Callable[[Plain], Any]


def pages(plain: Plain) -> dict[str, Plain]:
    return {page["name"]: page for section in plain["sections"] for page in section["pages"]}


def question(plain: Plain, page: str, at: int = 0) -> Plain:
    found: Plain = pages(plain)[page]["questions"][at]
    return found


def ask(page: str, condition: Plain) -> Change:
    return lambda plain: pages(plain)[page].update(ask_if=condition)


def translated(key: str, of: str = "0" * 12) -> Change:
    text = {"text": "Coś", "of": of, "state": "machine"}
    return lambda plain: plain.update(translations={"pl": {"texts": {key: text}}})


PLANTED: list[tuple[str, str, Change]] = [
    ("variable_twice", "sex", lambda d: question(d, "age").update(name="sex")),
    ("variable_twice", "often", lambda d: question(d, "age").update(name="often")),
    ("variable_twice", "age", lambda d: d["derived"][0].update(name="age")),
    ("reserved_name", "survey", lambda d: d.update(survey="results")),
    ("page_twice", "sex", lambda d: pages(d)["age"].update(name="sex")),
    ("section_twice", "start", lambda d: d["sections"][1].update(name="start")),
    ("equality_not_last", "more", lambda d: d["sections"][2].update(equality=True)),
    ("code_twice", "code_lists.sex",
     lambda d: d["code_lists"]["sex"]["codes"][0].update(code="male")),
    ("no_valid_code", "code_lists.sex",
     lambda d: d["code_lists"]["sex"].update(codes=d["code_lists"]["sex"]["codes"][2:])),
    ("grouping_not_whole", "code_lists.age.groupings[0]",
     lambda d: d["code_lists"]["age"]["groupings"][0]["groups"].pop()),
    ("grouping_not_whole", "code_lists.age.groupings[0]",
     lambda d: d["code_lists"]["age"]["groupings"][0]["groups"][0]["codes"].append("65+")),
    ("grouping_not_nested", "code_lists.age.groupings[1]",
     lambda d: d["code_lists"]["age"]["groupings"].append({"groups": [
         {"code": "x", "label": "X", "codes": ["16-34"]},
         {"code": "y", "label": "Y", "codes": ["35-64", "65+"]}]})),
    ("unknown_code_list", "sex", lambda d: question(d, "sex").update(code_list="none")),
    ("unknown_code_list", "rides", lambda d: d["derived"][0].update(code_list="none")),
    ("consent_not_first", "consent",
     lambda d: pages(d)["consent"]["questions"].append(pages(d)["words"]["questions"].pop())),
    ("consent_not_first", "consent",
     lambda d: d["sections"].insert(1, {"name": "twice", "title": "T", "pages": [{"name": "twice",
        "questions": [{**question(d, "consent"), "name": "twice"}]}]})),
    ("consent_not_first", "answering", lambda d: d["sections"].pop(0)),
    ("consent_not_first", "consent", ask("consent", {"answered": {"variable": "sex"}})),
    ("unknown_variable", "mode_variable", lambda d: d.update(mode_variable="ways")),
    ("unknown_variable", "mode_variable", lambda d: d.update(mode_variable="nothing")),
    ("unknown_mode", "answering",
     lambda d: d["code_lists"]["answering"]["codes"][0].update(code="pigeon")),
    ("unknown_variable", "sex", ask("sex", {"answered": {"variable": "nothing"}})),
    ("looks_forward", "ways", ask("ways", {"answered": {"variable": "sex"}})),
    ("looks_forward", "ways", ask("ways", {"answered": {"variable": "ways"}})),
    ("looks_forward", "sex", ask("sex", {"answered": {"variable": "rides"}})),
    ("looks_forward", "middle",
     lambda d: d["sections"][1].update(ask_if={"not": {"answered": {"variable": "ways"}}})),
    ("looks_forward", "place",
     lambda d: question(d, "words", 1).update(ask_if={"answered": {"variable": "place"}})
     or question(d, "words").update(ask_if={"answered": {"variable": "story"}})),
    ("looks_forward", "often_bike", lambda d: question(d, "often")["rows"][1].update(
        ask_if={"is": {"variable": "often_bus", "value": "yes"}})),
    ("unknown_code", "sex", ask("sex", {"is": {"variable": "ways", "value": "car"}})),
    ("unknown_code", "sex",
     ask("sex", {"all": [{"any_of": {"variable": "ways", "values": ["bus", "car"]}}]})),
    ("unknown_code", "sex", ask("sex", {"is": {"variable": "distance", "value": "far"}})),
    ("unknown_code", "rides", lambda d: d["derived"][0].update(otherwise="maybe")),
    ("unknown_code", "rides", lambda d: d["derived"][0]["cases"][0].update(code="maybe")),
    ("unknown_code", "sex",
     lambda d: d["classifications"][0]["population"]["codes"].update(prefer_not=["x"])),
    ("not_tabulable", "classifications",
     lambda d: d["classifications"][0].update(variable="story")),
    ("not_tabulable", "classifications",
     lambda d: d["classifications"][0].update(variable="nothing")),
    ("not_tabulable", "tables", lambda d: d["tables"][0].update(question="distance")),
    ("not_a_classification", "classifications",
     lambda d: d["classifications"][0].update(variable="ways")),
    ("not_a_classification", "tables", lambda d: d["tables"][0].update(by=["rides"])),
    ("texts_untranslated", "translations.pl", translated("title")),
    ("texts_stale", "translations.pl", translated("title")),
    ("texts_unknown", "translations.pl", translated("titel")),
    ("not_reviewed", "translations.pl", translated("title")),
]  # fmt: skip

ADVICE = {"texts_untranslated", "texts_stale", "texts_unknown", "not_reviewed"}


def read(plain: Plain) -> Questionnaire:
    return document.read(json.dumps(plain))


@pytest.mark.parametrize(("code", "place", "change"), PLANTED)
def test_a_planted_problem_is_found(code: str, place: str, change: Change) -> None:
    found = check(read(edited(change)))
    assert (code, place) in [(problem.code, problem.place) for problem in found]
    assert {p.code for p in found if p.advice} <= ADVICE
    (mine, *_) = (problem for problem in found if (problem.code, problem.place) == (code, place))
    assert mine.advice == (code in ADVICE)


def test_every_problem_that_checking_knows_is_planted() -> None:
    source = inspect.getsource(checking)
    known = set(re.findall(r'Problem\(\s*"(\w+)"', source))
    known |= set(
        re.findall(r'\(?"(\w+_(?:twice|untranslated|stale|unknown))"', inspect.getsource(checking))
    )
    assert known <= {code for code, _, _ in PLANTED}


def test_a_sound_questionnaire_has_no_problem() -> None:
    assert check(read(small())) == []


@given(questionnaires())
def test_drawn_questionnaires_are_sound(questionnaire: Questionnaire) -> None:
    assert check(questionnaire) == []


def test_advice_keeps_nothing_from_being_opened() -> None:
    questionnaire = read(edited(translated("title")))
    assert check(questionnaire)
    assert errors(questionnaire) == []


def test_a_problem_says_what_it_is_about() -> None:
    (problem,) = check(read(edited(ask("sex", {"is": {"variable": "ways", "value": "car"}}))))
    assert dict(problem.parameters) == {"code": "car", "name": "ways"}
