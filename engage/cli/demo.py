"""`engage demo`: the whole of Engage with invented responses, on this computer."""

import datetime
import os
import sys
from random import Random

import click

from engage import settings
from engage.analyse.releasing import prepare
from engage.analyse.releasing import publish as release
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
from engage.resources import resource
from engage.store import audit, responses, surveys, tallies
from engage.store import staff as accounts
from engage.store.database import Connection, Database, migrate
from engage.store.responses import NewResponse
from engage.store.surveys import Survey
from engage.web import passwords

from .inventing import invented
from .leanings import Person
from .publishing import publish
from .serve import WORKERS, require_free, run
from .staff import new_password
from .taking_in import load

HOST = "127.0.0.1"
RESPONDENTS = {
    "smart-citizens": 2_000,
    "smart-businesses": 300,
    "smart-governance": 300,
    "smart-data": 300,
    "smart-visuals": 300,
}
"""How many invented responses each of the five surveys begins with."""

RELEASED = "smart-citizens"
DAYS = 60
LANGUAGES = {
    "en": 0.84, "en-x-easyread": 0.03, "pl": 0.03, "ro": 0.03, "ur": 0.02,
    "ar": 0.01, "bn": 0.01, "uk": 0.015, "zh-Hant": 0.015,
}  # fmt: skip
STAFF = "demonstration@example.org"


@click.command(epilog="Example: engage demo --port 8001")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def demo(port: int) -> None:
    """Load the five surveys with invented responses, and serve them on this computer alone."""
    require_free(HOST, port)
    os.environ["ENGAGE_OFFER_UNREVIEWED"] = "1"
    chosen = settings.from_environment()
    migrate(chosen.database_url)
    database = Database(chosen.database_url)
    _load(database)
    password = _staff(database)
    database.close()
    address = f"http://{HOST}:{port}"
    click.echo(f"\nResidents         {address}/")
    click.echo(f"Public results    {address}/results/smart-citizens/")
    click.echo(f"Staff             {address}/staff")
    click.echo(f"Staff sign-in     {STAFF}")
    click.echo(f"Staff password    {password}   (new on each start)")
    click.echo("\nAll responses are demonstration data. Stop with Ctrl+C.\n")
    sys.stdout.flush()
    run(HOST, port, WORKERS)


def _load(database: Database) -> None:
    for name, number in RESPONDENTS.items():
        with database.reading() as connection:
            there = surveys.find(connection, name)
            if there is not None and tallies.total(connection, there.id)[0]:
                continue
        questionnaire = load(resource(f"questionnaires/{name}.json"))
        click.echo(publish(database, questionnaire))
        with database.writing() as connection:
            survey = surveys.find(connection, questionnaire.survey)
            assert survey is not None
            _invent(connection, survey, questionnaire, number)
        if name == RELEASED:
            _release(database, survey, questionnaire)


def _release(database: Database, survey: Survey, questionnaire: Questionnaire) -> None:
    with database.streaming() as connection:
        document = prepare(connection, survey, questionnaire)
    with database.writing() as connection:
        release(connection, survey, document)
        audit.record(connection, "demonstration", "release built", survey.name, "1")


def _invent(
    connection: Connection, survey: Survey, questionnaire: Questionnaire, number: int
) -> None:
    random = Random(2026)  # noqa: S311 - the same demonstration each time
    today = datetime.datetime.now(datetime.UTC).date()
    with click.progressbar(range(number), label="Inventing responses", file=sys.stderr) as bar:
        batch = [_response(survey, questionnaire, random, today) for _ in bar]
    responses.store(connection, batch)


def _response(
    survey: Survey, questionnaire: Questionnaire, random: Random, today: datetime.date
) -> NewResponse:
    way = invent(questionnaire, random, Person(random).leaning)
    spoken = {tag: w for tag, w in LANGUAGES.items() if tag in ("en", *questionnaire.translations)}
    return invented(
        survey,
        questionnaire,
        way,
        channel=random.choice(("open", "library", "poster", "letter")),
        language=random.choices(list(spoken), list(spoken.values()))[0],
        day=today - datetime.timedelta(days=int(DAYS * random.betavariate(1.2, 1.6))),
    )


def _staff(database: Database) -> str:
    """A staff password that is good for this run."""
    password = new_password()
    with database.writing() as connection:
        there = accounts.find(connection, STAFF)
        if there is None:
            hashed = passwords.hashed(password)
            accounts.add(connection, "Demonstration", STAFF, "administrator", hashed)
        else:
            accounts.set_password(connection, there.id, passwords.hashed(password))
    return password
