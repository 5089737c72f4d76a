"""`engage release`: what the public sees."""

import click

from engage.analyse.releasing import NothingToRelease, prepare, publish
from engage.store import audit

from .opening import find, opened
from .refusal import Refused


@click.group(epilog="Example: engage release build smart-citizens")
def release() -> None:
    """Releases."""


@release.command("build", epilog="Example: engage release build smart-citizens")
@click.argument("survey")
def build_(survey: str) -> None:
    """Freeze the tables of the survey's plan, and publish them."""
    with opened() as database:
        try:
            with database.streaming() as connection:
                found, questionnaire = find(connection, survey)
                if not questionnaire.tables:
                    raise Refused(f"{survey} has no plan of tables: name some under `tables`.")
                document = prepare(connection, found, questionnaire)
            with database.writing() as connection:
                number = publish(connection, found, document)
                audit.record(connection, "command line", "release built", survey, str(number))
        except NothingToRelease:
            raise Refused(
                f"No table of {survey} can be shown yet: too few have answered."
            ) from None
    click.echo(f"{survey}: release {number}, at /results/{survey}/{number}/")
