"""A survey on a member of staff's desk: what every room of it shows at its head."""

from dataclasses import dataclass

from flask import abort

from engage.questionnaire.definition import Questionnaire
from engage.store import surveys, tallies
from engage.store.database import Connection
from engage.store.surveys import Survey

from .instrument import Instrument, instrument
from .languages import current


@dataclass(frozen=True)
class Desk:
    """A survey, its newest version in the language of the page, and how much has come in."""

    survey: Survey
    texts: Instrument
    total: int
    invented: int

    @property
    def questionnaire(self) -> Questionnaire:
        return self.texts.questionnaire

    @property
    def title(self) -> str:
        return self.texts.text("title")


def laid(connection: Connection, survey: Survey) -> Desk:
    """The desk of a survey."""
    texts = instrument(connection, survey.version_id, current().tag)
    return Desk(survey, texts, *tallies.total(connection, survey.id))


def desk_or_404(connection: Connection, name: str) -> Desk:
    """The desk of the survey of that name."""
    survey = surveys.find(connection, name)
    if survey is None:
        abort(404)
    return laid(connection, survey)
