"""A questionnaire named on the command line: a file, a survey, or one version of a survey."""

from pathlib import Path

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.store import surveys

from .opening import find, opened
from .refusal import Refused
from .taking_in import load


def named(name: str) -> Questionnaire:
    """The questionnaire of FILE, of SURVEY's newest version, or of SURVEY:NUMBER."""
    if Path(name).suffix or Path(name).is_file():
        return load(Path(name))
    survey, colon, number = name.partition(":")
    with opened() as database, database.reading() as connection:
        found, newest = find(connection, survey)
        if not colon:
            return newest
        for there, key in surveys.versions(connection, found.id):
            if str(there) == number:
                return document.read(surveys.document(connection, key))
    raise Refused(f'{survey} has no version "{number}": its newest is {found.version}.')
