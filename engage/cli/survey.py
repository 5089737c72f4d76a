"""`engage survey`: questionnaires in, and the surveys they make."""

import json
from pathlib import Path

import click

from engage.questionnaire import checking, document
from engage.questionnaire.comparison import breaks
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.texts import languages
from engage.store import audit, surveys, tallies
from engage.store.database import Database

from .explaining import sentence
from .opening import find, opened
from .refusal import Refused, lines

JSON_FILE = click.Path(path_type=Path)  # a file that is not there is refused like a wrong one


@click.group(epilog="Example: engage survey list")
def survey() -> None:
    """Surveys and their questionnaires."""


@survey.command("import", epilog="Example: engage survey import questionnaires/smart-citizens.json")
@click.argument("file", type=JSON_FILE)
@click.option("--draft", is_flag=True, help="Do not open the survey to residents yet.")
def import_(file: Path, draft: bool) -> None:
    """Take a questionnaire from FILE, with its translations in FILE's name.LANGUAGE.json."""
    questionnaire = load(file)
    with opened() as database:
        click.echo(publish(database, questionnaire, draft))


@survey.command(epilog="Example: engage survey check questionnaires/smart-citizens.json")
@click.argument("file", type=JSON_FILE)
def check(file: Path) -> None:
    """Say what is wrong with the questionnaire in FILE; nothing is stored."""
    questionnaire = load(file)
    for problem in checking.check(questionnaire):
        click.echo(sentence(problem))
    pages = sum(len(section.pages) for section in questionnaire.sections)
    click.echo(f"{file} can be used: {questionnaire.survey}, {pages} pages.")


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


def load(file: Path) -> Questionnaire:
    """A questionnaire that can be used, with the translations that stand beside it."""
    try:
        questionnaire = document.read(file.read_bytes())
        for beside in sorted(file.parent.glob(f"{file.stem}.*.json")):
            try:
                language, translation = document.read_translation(beside.read_bytes())
            except document.DocumentRefused as error:
                raise lines(f"{beside} can't be read:", map(sentence, error.problems)) from None
            questionnaire = document.with_translations(questionnaire, {language: translation})
    except document.DocumentRefused as error:
        raise lines(f"{file} can't be read:", map(sentence, error.problems)) from None
    except OSError as error:
        raise Refused(f"{file} can't be read: {error.strerror}.") from None
    errors = checking.errors(questionnaire)
    if errors:
        raise lines(f"{file} can't be used:", map(sentence, errors))
    return questionnaire


def publish(database: Database, questionnaire: Questionnaire, draft: bool = False) -> str:
    """Freeze a questionnaire as the newest version of its survey; what was done, in words."""
    digest, text = document.digest(questionnaire), document.write(questionnaire)
    with database.writing() as connection:
        there = surveys.find(connection, questionnaire.survey)
        if there is not None and there.digest == digest:
            return f"{there.name} is unchanged: version {there.version}, {there.state}."
        if there is not None:
            _, before = find(connection, there.name)
            broken = breaks(before, questionnaire)
            if broken:
                raise lines("This would harm what has been answered:", map(sentence, broken))
        made = surveys.publish(connection, questionnaire.survey, text, digest)
        state = made.state
        if there is None and not draft:
            state = "open"
            surveys.set_state(connection, made.id, state)
        audit.record(
            connection, "command line", "version published", made.name, f"{made.version} {digest}"
        )
    tongues = ", ".join(languages(questionnaire, unreviewed=True))
    return f"{made.name}: version {made.version}, {state}, languages {tongues}."


def _set_state(name: str, state: str) -> str:
    with opened() as database, database.writing() as connection:
        found, _ = find(connection, name)
        surveys.set_state(connection, found.id, state)
        audit.record(connection, "command line", f"survey {state}", name)
    return f"{name} is {state}."


@survey.command(epilog="Example: engage survey schema > docs/reference/questionnaire.schema.json")
def schema() -> None:
    """Print the JSON Schema of a questionnaire document."""
    click.echo(json.dumps(document.schema(), indent=2, ensure_ascii=False))
