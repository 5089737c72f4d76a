"""Answering a page: what was typed is read, and stored before the resident goes on."""

import json
import secrets
import uuid
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from engage.questionnaire.answers import SEEN, Posted, Value
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.problem import Problem
from engage.questionnaire.step import Step
from engage.store import drafts
from engage.store.database import Connection
from engage.store.drafts import Draft

ABSENT = "\0absent"


@dataclass(frozen=True)
class Read:
    """What a page's fields said, over all its questions."""

    values: dict[str, Value]
    problems: tuple[Problem, ...]


def read(questionnaire: Questionnaire, step: Step, posted: Posted) -> Read:
    """Every question of the page read; all problems at once."""
    lists = questionnaire.code_lists
    readings = [question.read(posted, step.lists(question, lists)) for question in step.questions]
    values: dict[str, Value] = dict.fromkeys(step.marks, SEEN)
    values |= {name: value for reading in readings for name, value in reading.values.items()}
    return Read(values, tuple(p for reading in readings for p in reading.problems))


def mark(draft: Draft | None, step: Step) -> str:
    """A short mark of a page's stored answers: tells whether they have changed since."""
    stored = [draft.answers.get(v, ABSENT) for v in step.variables] if draft else []
    return sha256(json.dumps(stored, ensure_ascii=False).encode()).hexdigest()[:16]


def is_overtaken(draft: Draft, step: Step, seen: str, values: dict[str, Value]) -> bool:
    """Whether another window has changed this page to something else in the meantime."""
    if not seen or seen == mark(draft, step):
        return False
    return any(draft.answers.get(name, ABSENT) != value for name, value in values.items())


def begin(
    connection: Connection,
    survey: tuple[uuid.UUID, uuid.UUID],
    device_hash: str,
    values: dict[str, Any],
    where: dict[str, str],
) -> None:
    """A new draft of (survey, version), begun by consenting; `where`: page, language, channel."""
    drafts.begin(
        connection,
        id=uuid.uuid4(),
        survey_id=survey[0],
        version_id=survey[1],
        device_hash=device_hash,
        submission_key=secrets.token_hex(16),
        answers=values,
        **where,
    )


def store(
    connection: Connection, draft: Draft, values: dict[str, Value], page: str, language: str
) -> bool:
    """Put a page's values into the draft; False if another request was faster."""
    answers = {**draft.answers, **values}
    return drafts.save(connection, draft, answers, page=page, language=language)
