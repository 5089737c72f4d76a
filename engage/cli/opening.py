"""Opening the database that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from engage import settings
from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.store import surveys
from engage.store.database import Connection, Database, is_current
from engage.store.surveys import Survey

from .refusal import Refused


@contextmanager
def opened() -> Iterator[Database]:
    """The database of the settings, its tables up to date."""
    database = Database(settings.from_environment().database_url)
    try:
        if not is_current(database):
            raise Refused("The database is not up to date: run `engage db upgrade` first.")
        yield database
    finally:
        database.close()


def versions(connection: Connection, survey_id: UUID) -> list[Questionnaire]:
    """Every version of a survey's questionnaire, oldest first."""
    found = surveys.versions(connection, survey_id)
    return [document.read(surveys.document(connection, key)) for _, key in found]


def find(connection: Connection, name: str) -> tuple[Survey, Questionnaire]:
    """A survey and its newest questionnaire, or a sentence that names those there are."""
    found = surveys.find(connection, name)
    if found is None:
        known = ", ".join(survey.name for survey in surveys.listed(connection)) or "none yet"
        raise Refused(f'There is no survey "{name}". There are: {known}.')
    return found, document.read(surveys.document(connection, found.version_id))
