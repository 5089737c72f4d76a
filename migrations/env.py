"""Run migrations on the database that the caller names."""

import sqlalchemy as sa
from alembic import context

from engage.store.database import Database
from engage.store.tables import metadata


def run(connection: sa.Connection) -> None:
    """One transaction for all of them."""
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    database = Database(context.config.attributes["url"])
    with database.writing() as opened:
        run(opened)
    database.close()
