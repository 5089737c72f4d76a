"""`engage survey export`: a questionnaire out of the database, as a file others can read."""

import sys
from pathlib import Path

import click

from engage.questionnaire import document

from .refusal import Refused
from .versions import named

FORMATS = ("json", "xlsx")


@click.command(epilog="Example: engage survey export smart-citizens -o smart-citizens.xlsx")
@click.argument("survey")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Else by the file's name.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Into this file, not to the screen."
)
def export(survey: str, format_: str | None, output: Path | None) -> None:
    """Write the questionnaire of SURVEY (or SURVEY:VERSION), all languages and pictures in it.

    As JSON it is the frozen document, which `engage survey import` takes back as it was. As xlsx it
    is an XLSForm; what that cannot say is listed.
    """
    questionnaire = named(survey)
    suffix = output.suffix.lstrip(".").lower() if output else ""
    chosen = format_ or (suffix if suffix in FORMATS else "json")
    if chosen == "json":
        content = document.write(questionnaire).encode() + b"\n"
    else:
        from engage.exchange import xlsform  # only now: it loads as much as all the rest

        content, report = xlsform.write(questionnaire)
        for note in report:
            click.echo(note.sentence(), err=True)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise Refused(f"{output} can't be written: {error.strerror}.") from None
