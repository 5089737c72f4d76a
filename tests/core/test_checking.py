"""Checking a questionnaire: each problem, planted one at a time, is found and named."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire import checking, document
from engage.questionnaire.checking import check, errors
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
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


def check_of(variable: str) -> Plain:
    bound = {"variables": [variable], "value": 1}
    return {"name": "both", "if": {"total_at_least": bound}, "text": "Is that right?"}


def offered(variable: str) -> Change:
    condition = {"answered": {"variable": variable}}
    return lambda d: d["code_lists"]["ways"]["codes"][0].update(ask_if=condition)


def repeated(variable: str) -> Change:
    return lambda d: d["sections"][2].update(repeat={"variable": variable})


def pictured(plain: Plain, picture: Plain | None) -> None:
    asked = {"kind": "picture", "name": "place", "text": "What?", "pictures": ["park"]}
    pages(plain)["words"]["questions"][0] = asked
    if picture is not None:
        plain["pictures"] = {"park": picture}


PLANTED: list[tuple[str, str, Change]] = [
    ("variable_twice", "sex", lambda d: question(d, "age").update(name="sex")),
    ("variable_twice", "often", lambda d: question(d, "age").update(name="often")),
    ("variable_twice", "age", lambda d: d["derived"][0].update(name="age")),
    ("reserved_name", "survey", lambda d: d.update(survey="results")),
    ("reserved_name", "then", lambda d: question(d, "words").update(name="then")),
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
    ("check_twice", "both", lambda d: d.update(checks=[check_of("distance"), check_of("content")])),
    ("variable_twice", "ways_order", lambda d: [
        question(d, "ways").update(order="ways_order"),
        question(d, "often").update(order="ways_order")]),
    ("variable_twice", "sex", lambda d: question(d, "ways").update(order="sex")),
    ("code_twice", "content",
     lambda d: question(d, "numbers")["missing"].append({"code": "prefer_not", "label": "No"})),
    ("exclusive_alone", "code_lists.yes_no",
     lambda d: [code.update(exclusive=True) for code in d["code_lists"]["yes_no"]["codes"][:2]]),
    ("not_a_number", "sex", ask("sex", {"at_least": {"variable": "ways", "value": 1}})),
    ("not_a_number", "both", lambda d: d.update(checks=[check_of("ways")])),
    ("looks_forward", "ways", offered("sex")),
    ("looks_forward", "ways", offered("ways")),
    ("looks_forward", "numbers", lambda d: [d["sections"][2].update(order="more_order"),
        pages(d)["numbers"].update(ask_if={"answered": {"variable": "place"}})]),
    ("looks_forward", "words", lambda d: [d["sections"][2].update(order="more_order"),
        pages(d)["words"].update(ask_if={"answered": {"variable": "distance"}})]),
    ("looks_forward", "content", lambda d: question(d, "numbers").update(text="At {place}?")),
    ("unknown_variable", "content", lambda d: question(d, "numbers").update(text="At {home}?")),
    ("unknown_variable", "content", lambda d: question(d, "numbers").update(hint="By {option}")),
    ("unknown_variable", "more", lambda d: d["sections"][2].update(introduction="Hello {name}.")),
    ("looks_forward", "more", repeated("sex")),
    ("not_repeatable", "more", repeated("answering")),
    ("not_repeatable", "middle",
     lambda d: d["sections"][1].update(repeat={"variable": "ways"})),
    ("repeated_name", "content_By", lambda d: [repeated("ways")(d),
        d["code_lists"]["ways"]["codes"].append({"code": "By", "label": "By"})]),
    ("repeated_name", "content_" + "x" * 30, lambda d: [repeated("ways")(d),
        d["code_lists"]["ways"]["codes"].append({"code": "x" * 30, "label": "X"})]),
    ("check_twice", "both", lambda d: [
        d.update(checks=[check_of("distance")]),
        pages(d)["words"]["questions"].append({"kind": "statement", "name": "both", "text": "A"})]),
    ("name_too_long", "a" * 33, lambda d: [d["sections"][2].update(order="more_order"),
        pages(d)["words"].update(name="a" * 33)]),
    ("unknown_picture", "place", lambda d: pictured(d, None)),
    ("alt_missing", "place", lambda d: pictured(d, {"file": "park.svg"})),
    ("unknown_picture", "translations.pl.pictures.sex",
     lambda d: d.update(translations={"pl": {"texts": {}, "pictures": {"sex": "park"}}})),
    ("never_holds", "sex", ask("sex", {"all": [
        {"is": {"variable": "answering", "value": "web"}},
        {"is": {"variable": "answering", "value": "assisted"}}]})),
    ("never_holds", "often_bus", lambda d: [
        d["code_lists"]["ways"]["codes"][2].update(exclusive=True),
        pages(d)["often"].update(ask_if={"is": {"variable": "ways", "value": "walk"}})]),
    ("never_holds", "more",
     lambda d: d["sections"][2].update(ask_if={"not": {"answered": {"variable": "consent"}}})),
    ("page_unreachable", "words",
     lambda d: d["sections"][2].update(ask_if={"not": {"answered": {"variable": "consent"}}})),
    ("page_unreachable", "sex", ask("sex", {"at_least": {"variable": "distance", "value": 51}})),
    ("never_holds", "ways", lambda d: d["code_lists"]["ways"]["codes"][0].update(
        ask_if={"not": {"answered": {"variable": "consent"}}})),
    ("never_holds", "both", lambda d: d.update(checks=[{"name": "both", "text": "Sure?",
        "if": {"total_at_least": {"variables": ["distance"], "value": 51}}}])),
    ("always_holds", "sex", ask("sex", {"any": [
        {"answered": {"variable": "answering"}},
        {"not": {"answered": {"variable": "answering"}}}]})),
    ("placeholder_dropped", "translations.pl.texts.question.content.text",
     lambda d: [question(d, "numbers").update(text="By {ways}?"),
        translated("question.content.text")(d)]),
    ("placeholder_invented", "translations.pl.texts.title", lambda d: d.update(translations={
        "pl": {"texts": {"title": {"text": "{ways}", "of": "0" * 12, "state": "machine"}}}})),
    ("label_too_long", "place", lambda d: question(d, "words").update(text="Where? " * 20)),
    ("label_too_long", "code_list.sex.male",
     lambda d: d["code_lists"]["sex"]["codes"][1].update(label="Man " * 40)),
    ("hard_to_read", "question.place.text", lambda d: question(d, "words").update(
        text="Notwithstanding municipal digitalisation, characterise infrastructural "
        "accessibility deficiencies experienced individually.")),
    ("texts_untranslated", "translations.pl", translated("title")),
    ("texts_stale", "translations.pl", translated("title")),
    ("texts_unknown", "translations.pl", translated("titel")),
    ("not_reviewed", "translations.pl", translated("title")),
]  # fmt: skip

ADVICE = {
    "texts_untranslated", "texts_stale", "texts_unknown", "not_reviewed",
    "always_holds", "label_too_long", "hard_to_read",
}  # fmt: skip


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
    folder = Path(checking.__file__).parent
    source = "".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    known = set(re.findall(r'Problem\(\s*"(\w+)"', source))
    known |= set(re.findall(r'\(?"(\w+_(?:twice|untranslated|stale|unknown))"', source))
    assert known <= {code for code, _, _ in PLANTED}


def test_a_sound_questionnaire_has_no_problem() -> None:
    assert check(read(small())) == []


MERELY_ODD = {"never_holds", "always_holds", "page_unreachable", "not_a_number"}


@given(questionnaires(), st.integers(0, 10**6))
def test_what_is_said_of_drawn_questionnaires_is_true(
    questionnaire: Questionnaire, seed: int
) -> None:
    found = check(questionnaire)
    assert {problem.code for problem in found} <= MERELY_ODD
    unreachable = {p.place for p in found if p.code == "page_unreachable"}
    pages = [(section.ask_if, page) for section in questionnaire.parts for page in section.pages]
    always = {p.place for p in found if p.code == "always_holds"}
    alone = {page.name for above, page in pages if above is None and page.name in always}
    random = Random(seed)
    for _ in range(20):
        reached = {step.page.name for step in invent(questionnaire, random).steps}
        assert reached.isdisjoint(unreachable)
        varying = {p.name for _, p in pages if any(q.ask_if for q in p.questions)}
        assert alone - varying <= reached


def test_advice_keeps_nothing_from_being_opened() -> None:
    questionnaire = read(edited(translated("title")))
    assert check(questionnaire)
    assert errors(questionnaire) == []


def test_a_problem_says_what_it_is_about() -> None:
    (problem,) = check(read(edited(ask("sex", {"is": {"variable": "ways", "value": "car"}}))))
    assert dict(problem.parameters) == {"code": "car", "name": "ways"}
