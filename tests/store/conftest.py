"""A database with a small survey in it, and what its tests put there."""

import json
import secrets
import uuid
from collections.abc import Callable

import pytest

from engage.questionnaire import document
from engage.questionnaire.answers import AnswerRow
from engage.store import drafts, responses, surveys
from engage.store.database import Database
from engage.store.responses import NewResponse
from engage.store.surveys import Survey
from tests.core.small import small

NewDraft = Callable[..., drafts.Draft]


@pytest.fixture
def survey(database: Database) -> Survey:
    """The survey "small", open."""
    questionnaire = document.read(json.dumps(small()))
    with database.writing() as connection:
        found = surveys.publish(
            connection, "small", document.write(questionnaire), document.digest(questionnaire)
        )
        surveys.set_state(connection, found.id, "open")
    with database.reading() as connection:
        published = surveys.find(connection, "small")
    assert published is not None
    return published


@pytest.fixture
def new_draft(database: Database, survey: Survey) -> NewDraft:
    """Drafts by the device that holds them: `new_draft("a phone", tie=["live"])`."""

    def begin(device: str, page: str = "ways", **answers: object) -> drafts.Draft:
        with database.writing() as connection:
            drafts.begin(
                connection,
                id=uuid.uuid4(),
                survey_id=survey.id,
                version_id=survey.version_id,
                device_hash=device,
                submission_key=secrets.token_hex(16),
                answers={"consent": "yes", **answers},
                page=page,
                language="en",
                channel="open",
            )
            found = drafts.of_device(connection, device)
        assert found is not None
        return found

    return begin


def response(survey: Survey, *rows: AnswerRow, **more: object) -> NewResponse:
    """A response about to be stored."""
    values: dict[str, object] = {
        "submission_hash": secrets.token_hex(32),
        "withdrawal_hash": secrets.token_hex(32),
        "mode": "web",
        "channel": "open",
        "language": "en",
    }
    kept = {"survey_id": survey.id, "version_id": survey.version_id}
    return responses.NewResponse(**{**kept, **values, **more, "rows": rows})  # type: ignore[arg-type]
