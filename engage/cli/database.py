"""`engage db`: the database's tables."""

import click

from engage import settings
from engage.store.database import migrate


@click.group(epilog="Example: engage db upgrade")
def db() -> None:
    """The database."""


@db.command(epilog="Example: engage db upgrade")
def upgrade() -> None:
    """Make the tables, or bring them up to date."""
    migrate(settings.from_environment().database_url)
    click.echo("The database is up to date.")
