"""`engage area`: which postcodes lie in which area of a list."""

import re
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import click

from engage.exchange import postcode_csv
from engage.exchange.refused import FileRefused
from engage.questionnaire import document
from engage.store import audit, postcodes, surveys
from engage.store.database import Connection

from .opening import opened
from .refusal import Refused, lines

BATCH = 1000
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


@click.group(epilog="Example: engage area import postcodes.csv --list ward")
def area() -> None:
    """Areas, such as wards, and the postcodes that lie in them."""


@area.command("import", epilog="Example: engage area import postcodes.csv --list ward")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "list_name", required=True, help="The code list of the areas.")
def import_(file: Path, list_name: str) -> None:
    """Take from FILE (CSV with the columns postcode and code) in which area postcodes lie.

    What was known for the list before is replaced. All or nothing.
    """
    if not _NAME.fullmatch(list_name):
        raise Refused(f'"{list_name}" can\'t be the name of a code list, such as ward.')
    found = _read(file)
    with opened() as database:
        with database.writing() as connection:
            stored = _store(connection, list_name, found)
            detail = f"{list_name} {stored}"
            audit.record(connection, "command line", "postcodes imported", detail=detail)
        with database.reading() as connection:
            unknown = sorted(_unknown(connection, list_name, set(found.values())))
    click.echo(f"{list_name}: {stored} postcodes in {len(set(found.values()))} areas.")
    if unknown:
        named = ", ".join(unknown[:10]) + (", ..." if len(unknown) > 10 else "")
        click.echo(f"No survey's list {list_name} has {named}: nobody is found there.")


def _read(file: Path) -> dict[str, str]:
    try:
        with file.open("rb") as counted:
            length = sum(1 for _ in counted)
        with (
            file.open(encoding="utf-8-sig", newline="") as opened_file,
            click.progressbar(opened_file, length, label="Reading", file=sys.stderr) as bar,
        ):
            return postcode_csv.read(bar)
    except FileRefused as error:
        raise lines(f"{file} can't be taken; nothing was stored:", error.mistakes) from None
    except OSError as error:
        raise Refused(f"{file} can't be read: {error.strerror}.") from None


def _store(connection: Connection, list_name: str, found: Mapping[str, str]) -> int:
    length = -(-len(found) // BATCH)
    with click.progressbar(_batches(found), length, label="Storing", file=sys.stderr) as bar:
        return postcodes.replace(connection, list_name, bar)


def _batches(found: Mapping[str, str]) -> Iterator[dict[str, str]]:
    pairs = iter(found.items())
    while batch := dict(islice(pairs, BATCH)):
        yield batch


def _unknown(connection: Connection, list_name: str, codes: set[str]) -> set[str]:
    """Those codes that no survey's newest version has in its list; none if none has the list."""
    known: set[str] = set()
    for survey in surveys.listed(connection):
        questionnaire = document.read(surveys.document(connection, survey.version_id))
        if list_name in questionnaire.code_lists:
            known.update(questionnaire.code_lists[list_name].names())
    return codes - known if known else set()
