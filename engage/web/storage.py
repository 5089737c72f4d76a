"""The database of the running application."""

from flask import current_app

from engage.store.database import Database


def database() -> Database:
    """The two doors to the database."""
    found: Database = current_app.extensions["engage-database"]
    return found
