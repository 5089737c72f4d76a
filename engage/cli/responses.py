"""`engage responses`: responses in and out."""

import secrets
import sys
from pathlib import Path

import click

from engage.exchange import response_csv
from engage.exchange.answer_csv import Reader, ReadResponse
from engage.exchange.refused import FileRefused
from engage.questionnaire.history import columns
from engage.store import audit
from engage.store import responses as stored
from engage.store.database import Connection
from engage.store.responses import NewResponse
from engage.store.surveys import Survey

from .opening import find, opened, versions
from .refusal import Refused, lines

BATCH = 500


@click.group(epilog="Example: engage responses export smart-citizens > all.csv")
def responses() -> None:
    """Responses."""


@responses.command("import", epilog="Example: engage responses import smart-citizens paper.csv")
@click.argument("survey")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--demonstration", is_flag=True, help="Mark them as invented.")
def import_(survey: str, file: Path, demonstration: bool) -> None:
    """Take responses to SURVEY from FILE: one column per variable, codes as values.

    Several codes of one question stand in one cell with ; between them. An empty cell: asked, not
    answered. The columns day, mode, channel and language may be given too. All or nothing.
    """
    with opened() as database:
        with database.reading() as connection:
            _, questionnaire = find(connection, survey)
        reader = Reader(questionnaire)
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines_of_file:
                read = reader.read(lines_of_file)
        except FileRefused as error:
            raise lines(f"{file} can't be taken; nothing was stored:", error.mistakes) from None
        except OSError as error:
            raise Refused(f"{file} can't be read: {error.strerror}.") from None
        with database.writing() as connection:
            found, _ = find(connection, survey)
            count = store_all(connection, found, read, demonstration)
            audit.record(connection, "command line", "responses imported", survey, str(count))
    click.echo(f"{survey}: {count} responses stored.")
    if reader.off_route:
        click.echo(f"{reader.off_route} values were left out: their question is not asked there.")


def store_all(
    connection: Connection, survey: Survey, read: list[ReadResponse], invented: bool
) -> int:
    """Store responses, with a bar where somebody watches."""
    batches = [read[at : at + BATCH] for at in range(0, len(read), BATCH)]
    with click.progressbar(batches, label="Storing", file=sys.stderr) as bar:
        return sum(
            stored.store(connection, [_new(survey, each, invented) for each in batch])
            for batch in bar
        )


def _new(survey: Survey, read: ReadResponse, invented: bool) -> NewResponse:
    return NewResponse(
        survey_id=survey.id,
        version_id=survey.version_id,
        submission_hash=secrets.token_hex(32),
        withdrawal_hash=None,
        mode=read.mode,
        channel=read.channel,
        language=read.language,
        rows=read.rows,
        invented=invented or read.invented,
        day=read.day,
    )


@responses.command(epilog="Example: engage responses export smart-citizens --format csv > all.csv")
@click.argument("survey")
@click.option("--format", "format_", type=click.Choice(["csv"]), default="csv", show_default=True)
def export(survey: str, format_: str) -> None:
    """Write every response to SURVEY to standard output, one column per variable."""
    with opened() as database:
        with database.writing() as connection:
            found, _ = find(connection, survey)
            variables = columns(versions(connection, found.id))
            audit.record(connection, "command line", "responses exported", survey, format_)
        with database.streaming() as connection:
            pairs = stored.streamed(connection, found.id)
            for line in response_csv.write_rows(variables, pairs):
                click.echo(line, nl=False)
