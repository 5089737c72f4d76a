"""`engage demo`: the whole of Engage with invented responses, on this computer."""

import datetime
import os
import secrets
import sys
from random import Random

import click

from engage import settings
from engage.analyse.releasing import prepare
from engage.analyse.releasing import publish as release
from engage.collect.submitting import mode_of, rows_of
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
from engage.resources import resource
from engage.store import audit, responses, surveys, tallies
from engage.store import staff as accounts
from engage.store.database import Connection, Database, migrate
from engage.store.responses import NewResponse
from engage.store.surveys import Survey
from engage.web import passwords

from .leanings import Person
from .serve import WORKERS, require_free, run
from .staff import new_password
from .survey import load, publish

HOST = "127.0.0.1"
QUESTIONNAIRE = "questionnaires/smart-citizens.json"
RESPONDENTS = 2_000
DAYS = 60
LANGUAGES = {"en": 0.9, "pl": 0.04, "ro": 0.03, "ur": 0.03}
STAFF = "demonstration@example.org"


@click.command(epilog="Example: engage demo --port 8001")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def demo(port: int) -> None:
    """Load Smart citizens and invented responses, and serve them on this computer alone."""
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
    with database.reading() as connection:
        there = surveys.find(connection, "smart-citizens")
        if there is not None and tallies.total(connection, there.id)[0]:
            return
    questionnaire = load(resource(QUESTIONNAIRE))
    click.echo(publish(database, questionnaire))
    with database.writing() as connection:
        survey = surveys.find(connection, questionnaire.survey)
        assert survey is not None
        _invent(connection, survey, questionnaire)
    with database.streaming() as connection:
        document = prepare(connection, survey, questionnaire)
    with database.writing() as connection:
        release(connection, survey, document)
        audit.record(connection, "demonstration", "release built", survey.name, "1")


def _invent(connection: Connection, survey: Survey, questionnaire: Questionnaire) -> None:
    random = Random(2026)  # noqa: S311 - the same demonstration each time
    today = datetime.datetime.now(datetime.UTC).date()
    with click.progressbar(range(RESPONDENTS), label="Inventing responses", file=sys.stderr) as bar:
        batch = [_response(survey, questionnaire, random, today) for _ in bar]
    responses.store(connection, batch)


def _response(
    survey: Survey, questionnaire: Questionnaire, random: Random, today: datetime.date
) -> NewResponse:
    way = invent(questionnaire, random, Person(random).leaning)
    return NewResponse(
        survey_id=survey.id,
        version_id=survey.version_id,
        submission_hash=secrets.token_hex(32),
        withdrawal_hash=None,
        mode=mode_of(questionnaire, way),
        channel=random.choice(("open", "library", "poster", "letter")),
        language=random.choices(list(LANGUAGES), list(LANGUAGES.values()))[0],
        rows=rows_of(questionnaire, way),
        invented=True,
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
