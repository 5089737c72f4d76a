"""The command `engage`: one file for each noun, composition only."""

import sys

import click

from engage.settings import SettingRefused
from engage.store.database import DatabaseRefused

from . import area, database, demo, key, release, responses, serve, simulate, staff, survey, table
from .refusal import Refused

EPILOGUE = "Example: engage survey import questionnaires/smart-citizens.json"


class Commands(click.Group):
    """Says in one sentence what is wrong, and exits with 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (Refused, SettingRefused, DatabaseRefused) as error:
            click.echo(f"engage: {error}", err=True)
            ctx.exit(1)


@click.group(
    cls=Commands, epilog=EPILOGUE, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="engage")
def engage() -> None:
    """Accessible, multilingual surveys, and who they reach."""


for command in (
    area.area,
    database.db,
    demo.demo,
    key.key,
    release.release,
    responses.responses,
    serve.serve,
    simulate.simulate,
    staff.staff,
    survey.survey,
    table.table,
):
    engage.add_command(command)


def main() -> None:
    """What the console script calls."""
    sys.exit(engage())
