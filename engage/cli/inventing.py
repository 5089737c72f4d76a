"""Responses that nobody gave, marked as such."""

import datetime
import secrets

from engage.collect.submitting import mode_of, rows_of
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.routing import Route
from engage.store.responses import NewResponse
from engage.store.surveys import Survey


def invented(
    survey: Survey,
    questionnaire: Questionnaire,
    way: Route,
    channel: str,
    language: str,
    day: datetime.date | None = None,
) -> NewResponse:
    """A response of the answers of an invented walk, without a withdrawal code."""
    return NewResponse(
        survey_id=survey.id,
        version_id=survey.version_id,
        submission_hash=secrets.token_hex(32),
        withdrawal_hash=None,
        mode=mode_of(questionnaire, way),
        channel=channel,
        language=language,
        rows=rows_of(questionnaire, way),
        invented=True,
        day=day,
    )
