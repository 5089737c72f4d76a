"""Submitting: a draft becomes a response, once, however often it is sent."""

from hashlib import sha256

from engage.questionnaire.answers import AnswerRow
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.derivation import derive
from engage.questionnaire.ordering import order_rows
from engage.questionnaire.routing import Route, route
from engage.store import drafts, responses
from engage.store.database import Connection
from engage.store.drafts import Draft
from engage.store.responses import NewResponse

from . import codes
from .journey import order_seed


class Overtaken(Exception):
    """The draft was changed, or let go, by another window at the same moment."""


def withdrawal_code(submission_key: str) -> str:
    """The code that deletes the response; it follows from the key that the browser sends."""
    return codes.derived(submission_key, "withdrawal")


def submission_hash(submission_key: str) -> str:
    """What a response keeps of its key: enough to know it again, too little to find its draft."""
    return sha256(f"submission:{submission_key}".encode()).hexdigest()


def rows_of(questionnaire: Questionnaire, way: Route) -> list[AnswerRow]:
    """The rows of a response: what lies on the route, and what is derived from it."""
    rows: list[AnswerRow] = []
    for variable, value in way.answers.items():
        question = questionnaire.questions[variable]
        rows += question.rows(variable, value, questionnaire.code_lists)
    for variable, names in way.orders.items():
        rows += order_rows(variable, names)
    return rows + derive(questionnaire, way)


def mode_of(questionnaire: Questionnaire, way: Route) -> str:
    """How the resident answered: what they said, or else the web."""
    said = way.answers.get(questionnaire.mode_variable or "")
    missing = questionnaire.mode_variable in way.unanswered
    return said if isinstance(said, str) and not missing else "web"


def submit(connection: Connection, draft: Draft, questionnaire: Questionnaire) -> None:
    """Write the response and delete the draft.

    Raises AlreadyThere if another request has just done so, Overtaken if one has just stored
    an answer that this response would lack.
    """
    way = route(questionnaire, draft.answers, order_seed(draft.submission_key))
    new = NewResponse(
        survey_id=draft.survey_id,
        version_id=draft.version_id,
        submission_hash=submission_hash(draft.submission_key),
        withdrawal_hash=codes.hashed(withdrawal_code(draft.submission_key)),
        mode=mode_of(questionnaire, way),
        channel=draft.channel,
        language=draft.language,
        rows=rows_of(questionnaire, way),
    )
    responses.store(connection, [new])
    if not drafts.end(connection, draft):
        raise Overtaken
