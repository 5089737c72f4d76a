"""`engage survey`: questionnaires in, and the surveys they make."""

import json
from pathlib import Path

import click

from engage.questionnaire import checking
from engage.questionnaire import schema as document_schema
from engage.store import audit, surveys, tallies

from .comparing import compare
from .explaining import sentence
from .exporting import export
from .opening import find, opened
from .publishing import publish
from .refusal import lines
from .taking_in import read, take_in

ANY_FILE = click.Path(path_type=Path)  # a file that is not there is refused like a wrong one


@click.group(epilog="Example: engage survey list")
def survey() -> None:
    """Surveys and their questionnaires."""


@survey.command("import", epilog="Example: engage survey import questionnaires/smart-citizens.json")
@click.argument("file", type=ANY_FILE)
@click.option("--draft", is_flag=True, help="Do not open the survey to residents yet.")
def import_(file: Path, draft: bool) -> None:
    """Take a questionnaire from FILE: JSON, an XLSForm workbook or a LimeSurvey survey (.lss).

    Beside a JSON file may stand its bank, its pictures and its translations (name.LANGUAGE.json).
    What the other two have that has no equal here is listed; they come in as a draft.
    """
    taken = take_in(file)
    for note in taken.report:
        click.echo(note.sentence())
    with opened() as database:
        click.echo(publish(database, taken.questionnaire, draft or taken.is_converted))


@survey.command(epilog="Example: engage survey check questionnaires/smart-citizens.json")
@click.argument("file", type=ANY_FILE)
def check(file: Path) -> None:
    """Say what is wrong with the questionnaire in FILE; nothing is stored."""
    taken = read(file)
    for note in taken.report:
        click.echo(note.sentence())
    problems = checking.check(taken.questionnaire)
    wrong = [problem for problem in problems if not problem.advice]
    if wrong:
        raise lines(f"{file} can't be used:", map(sentence, wrong))
    for problem in problems:
        click.echo(sentence(problem))
    pages = sum(len(section.pages) for section in taken.questionnaire.parts)
    click.echo(f"{file} can be used: {taken.questionnaire.survey}, {pages} pages.")


@survey.command("list", epilog="Example: engage survey list")
def list_() -> None:
    """List the surveys with their state, version and number of responses."""
    with opened() as database, database.reading() as connection:
        found = surveys.listed(connection)
        for each in found:
            total, invented = tallies.total(connection, each.id)
            made_up = f", {invented} of them demonstration data" if invented else ""
            click.echo(
                f"{each.name}\t{each.state}\tversion {each.version}\t{total} responses{made_up}"
            )
    if not found:
        click.echo("There is no survey yet. Take one in with `engage survey import FILE.json`.")


@survey.command("open", epilog="Example: engage survey open smart-citizens")
@click.argument("name")
def open_(name: str) -> None:
    """Let residents answer the survey."""
    click.echo(_set_state(name, "open"))


@survey.command(epilog="Example: engage survey close smart-citizens")
@click.argument("name")
def close(name: str) -> None:
    """Take no more answers."""
    click.echo(_set_state(name, "closed"))


def _set_state(name: str, state: str) -> str:
    with opened() as database, database.writing() as connection:
        found, _ = find(connection, name)
        surveys.set_state(connection, found.id, state)
        audit.record(connection, "command line", f"survey {state}", name)
    return f"{name} is {state}."


@survey.command(epilog="Example: engage survey schema > docs/reference/questionnaire.schema.json")
def schema() -> None:
    """Print the JSON Schema of a questionnaire document."""
    click.echo(json.dumps(document_schema.schema(), indent=2, ensure_ascii=False))


survey.add_command(compare)
survey.add_command(export)
