"""Counts made by the database, held against a plain count in Python."""

import datetime
import random
from collections import Counter

import pytest

from engage.questionnaire.answers import AnswerRow
from engage.store import responses, tallies
from engage.store.database import Database
from engage.store.surveys import Survey
from tests.store.conftest import response

SEXES = ("female", "male")
WAYS = ("bus", "bike", "walk")
Person = dict[str, list[str] | str | None]


def person(chance: random.Random) -> Person:
    """Each variable: some codes, a missing code (as a plain text), or None for not asked."""
    sex: list[str] | str | None = chance.choice([["female"], ["male"], "prefer_not", None])
    ways: list[str] | str | None = chance.choice(
        [chance.sample(WAYS, chance.randint(1, 3)), ["bus"], "no_answer", None]
    )
    return {"sex": sex, "ways": ways}


def rows(person: Person) -> list[AnswerRow]:
    found = []
    for variable, said in person.items():
        if isinstance(said, str):
            found.append(AnswerRow(variable, missing=said))
        for item, code in enumerate(said if isinstance(said, list) else []):
            found.append(AnswerRow(variable, item, code=code))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_two_variables_together(database: Database, survey: Survey, seed: int) -> None:
    chance = random.Random(seed)
    people = [person(chance) for _ in range(chance.choice([0, 1, 40, 120]))]
    with database.writing() as connection:
        responses.store(connection, [response(survey, *rows(one)) for one in people])
    cells: Counter[tuple[str | None, str | None, str | None]] = Counter()
    bases: Counter[str | None] = Counter()
    for one in people:
        group = one["sex"][0] if isinstance(one["sex"], list) else None
        said = one["ways"]
        if isinstance(said, list):
            bases[group] += 1
            cells.update((group, code, None) for code in said)
        else:
            cells[group, None, said] += 1
    with database.reading() as connection:
        found = tallies.crossed(connection, survey.id, "ways", "sex")
    got: Counter[tuple[str | None, str | None, str | None]] = Counter()
    for group, code, missing, n in found[0]:
        got[group, code, missing] += n
    assert got == cells
    assert found[1] == bases


def test_an_empty_survey_counts_nothing(database: Database, survey: Survey) -> None:
    with database.reading() as connection:
        assert tallies.total(connection, survey.id) == (0, 0)
        assert tallies.period(connection, survey.id) == (None, None)
        assert tallies.crossed(connection, survey.id, "ways", "sex") == ([], {})


def test_the_intake_by_day_language_and_mode(database: Database, survey: Survey) -> None:
    first, last = datetime.date(2026, 3, 1), datetime.date(2026, 3, 9)
    new = [
        response(survey, day=first, language="ur", mode="assisted"),
        response(survey, day=last, language="en"),
        response(survey, day=last, language="en", invented=True),
    ]
    with database.writing() as connection:
        responses.store(connection, new)
    with database.reading() as connection:
        intake = tallies.intake(connection, survey.id)
        assert tallies.period(connection, survey.id) == (first, last)
    assert (intake.total, intake.invented) == (3, 1)
    assert intake.by_day == {first: 1, last: 2}
    assert intake.by_language == {"en": 2, "ur": 1}
    assert intake.by_mode == {"assisted": 1, "web": 2}
