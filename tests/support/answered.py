"""Invented responses for tests: random answers that follow the questionnaire's own route."""

import datetime
import random

from engage.analyse import releasing
from engage.collect.submitting import mode_of, rows_of
from engage.questionnaire.answers import Value
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.kinds import Consent, Question
from engage.questionnaire.routing import route
from engage.store import responses, surveys
from engage.store.database import Database
from engage.store.responses import NewResponse
from engage.web.instrument import questionnaire

SURVEY = "smart-citizens"
WORDS = "words-that-nobody-may-publish"
# Old people are few here and know least, so that somebody is not heard.
AGES = {"16-17": 2, "18-24": 9, "25-34": 20, "35-44": 24, "45-54": 21, "55-64": 18, "75-84": 6}
OTHERS = {
    "over_16": {"yes": 1},
    "sex": {"female": 6, "male": 4},
    "ethnic_broad": {"white": 80, "mixed": 4, "asian": 9, "black": 6, "other": 1},
    "condition": {"yes": 1, "no": 4},
    "main_language": {"english": 9, "other": 1},
}


def answer(database: Database, n: int, seed: int = 1, *, invented: bool = True) -> None:
    """Store `n` responses to the survey; the same for the same seed."""
    chance = random.Random(seed)
    with database.writing() as connection:
        survey = surveys.find(connection, SURVEY)
        assert survey is not None
        asked = questionnaire(connection, survey.version_id)
        new = []
        for number in range(n):
            way = route(asked, _answers(asked, chance))
            new.append(
                NewResponse(
                    survey_id=survey.id,
                    version_id=survey.version_id,
                    submission_hash=f"{seed}-{number}",
                    withdrawal_hash=None,
                    mode=mode_of(asked, way),
                    channel="web",
                    language="en",
                    rows=rows_of(asked, way),
                    invented=invented,
                    day=datetime.date(2026, 9, 1) + datetime.timedelta(chance.randrange(60)),
                )
            )
        responses.store(connection, new)


def release(database: Database) -> int:
    """Freeze every table of the plan; the number of the release."""
    with database.writing() as connection:
        survey = surveys.find(connection, SURVEY)
        assert survey is not None
        version = questionnaire(connection, survey.version_id)
        return releasing.publish(connection, survey, releasing.prepare(connection, survey, version))


def _answers(asked: Questionnaire, chance: random.Random) -> dict[str, Value]:
    (age,) = chance.choices(list(AGES), list(AGES.values()))
    found: dict[str, Value] = {"age_band": age}
    for variable, question in asked.questions.items():
        if variable not in found:
            found[variable] = _one(asked, variable, question, age, chance)
    return found


def _one(
    asked: Questionnaire, variable: str, question: Question, age: str, chance: random.Random
) -> Value:
    codes = asked.code_list_of(variable)
    if isinstance(question, Consent):
        return "yes"
    if variable in OTHERS:
        return chance.choices(list(OTHERS[variable]), list(OTHERS[variable].values()))[0]
    if chance.random() < 0.03:
        return None
    if codes is None:
        return WORDS if "text" in question.kind else 3
    valid = codes.valid()
    if question.kind == "multiple_choice":
        return [code for code in valid[:-1] if chance.random() < 0.2] or [valid[-1]]
    if variable.startswith("know_") and age in ("55-64", "75-84") and chance.random() < 0.5:
        return "not_heard"
    return chance.choice(valid)
