"""The first survey: in step with the census, and its eight services as they always were."""

import csv

from engage.exchange.questionnaire_folder import load
from engage.resources import resource

SMART = load(resource("questionnaires/smart-citizens.json"))


def test_the_ethnic_groups_are_the_nineteen_of_the_census() -> None:
    with resource("populations/milton-keynes-census-2021.csv").open(newline="") as opened:
        census = [r["code"] for r in csv.DictReader(opened) if r["dimension"] == "ethnic_group"]
    assert len(census) == 19
    assert list(SMART.code_lists["ethnic_group"].names()) == census
    asked = [
        code
        for variable in ("white", "mixed", "asian", "black", "other")
        for code in SMART.code_lists[f"ethnic_{variable}"].valid()
    ]
    assert asked == census
    derived = SMART.derived_by_name["ethnic_group"]
    assert [case.code for case in derived.cases] == census


def test_the_ladder_is_asked_of_eight_services() -> None:
    services = {question.service for _, _, question in SMART.walk() if question.service}
    assert len(services) == 8


def test_a_follow_up_is_asked_for_each_service_that_was_chosen() -> None:
    instances = [section for section in SMART.parts if section.repeat is not None]
    assert len(instances) == 8
    assert {SMART.origin(section.name).template for section in instances} == {"follow-up"}  # type: ignore[union-attr]
