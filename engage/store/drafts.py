"""Drafts: one row of answers for each resident who is on the way."""

import datetime
import json
import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from .database import Connection
from .metadata import metadata
from .surveys import survey

draft = sa.Table(
    "draft",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("survey_id", sa.ForeignKey("survey.id"), nullable=False, index=True),
    sa.Column("version_id", sa.ForeignKey("version.id"), nullable=False),
    sa.Column("device_hash", sa.String(64), unique=True),
    sa.Column("code_hash", sa.String(64), unique=True),
    sa.Column("submission_key", sa.String(64), nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("page", sa.String(40), nullable=False),
    sa.Column("language", sa.String(35), nullable=False),
    sa.Column("channel", sa.String(40), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
)


@dataclass(frozen=True)
class Draft:
    """A draft, pinned to its version, and the state of its survey."""

    id: uuid.UUID
    survey_id: uuid.UUID
    version_id: uuid.UUID
    submission_key: str
    answers: dict[str, Any]
    revision: int
    page: str
    language: str
    channel: str
    has_code: bool
    survey_name: str
    survey_state: str


_drafts = sa.select(
    draft.c.id,
    draft.c.survey_id,
    draft.c.version_id,
    draft.c.submission_key,
    draft.c.answers,
    draft.c.revision,
    draft.c.page,
    draft.c.language,
    draft.c.channel,
    draft.c.code_hash.is_not(None),
    survey.c.name,
    survey.c.state,
).join(survey, survey.c.id == draft.c.survey_id)
_by_device = _drafts.where(draft.c.device_hash == sa.bindparam("hash"))
_by_code = _drafts.where(draft.c.code_hash == sa.bindparam("hash"))


def of_device(connection: Connection, device_hash: str) -> Draft | None:
    """The draft that a browser holds for one survey."""
    return _one(connection, _by_device, device_hash)


def of_code(connection: Connection, code_hash: str) -> Draft | None:
    """The draft that a code comes back to."""
    return _one(connection, _by_code, code_hash)


def _one(connection: Connection, query: sa.Select[Any], hash_: str) -> Draft | None:
    row = connection.execute(query, {"hash": hash_}).one_or_none()
    if row is None:
        return None
    return Draft(row[0], row[1], row[2], row[3], json.loads(row[4]), *row[5:])


def begin(connection: Connection, **values: Any) -> None:
    """A new draft; `answers` as a mapping."""
    values["answers"] = json.dumps(values["answers"], ensure_ascii=False)
    connection.execute(draft.insert(), {**values, "revision": 1, "day": _today()})


def forget_device(connection: Connection, device_hash: str) -> None:
    """Let go of what a browser holds: kept under its code, or else emptied of every answer.

    An emptied draft still says on which page someone stopped, and nothing about whom.
    """
    mine = draft.c.device_hash == device_hash
    connection.execute(
        draft.update()
        .where(mine, draft.c.code_hash.is_(None))
        .values(answers="{}", device_hash=None, revision=draft.c.revision + 1)
    )
    connection.execute(draft.update().where(mine).values(device_hash=None))


_save = (
    draft.update()
    .where(draft.c.id == sa.bindparam("key"), draft.c.revision == sa.bindparam("seen"))
    .values(
        answers=sa.bindparam("new_answers"),
        page=sa.bindparam("new_page"),
        language=sa.bindparam("new_language"),
        day=sa.bindparam("new_day"),
        revision=sa.bindparam("seen") + 1,
    )
)


def save(connection: Connection, seen: Draft, answers: dict[str, Any], **where: str) -> bool:
    """Store answers and the `page` and `language` they came on; False if another was faster."""
    values = {
        "key": seen.id,
        "seen": seen.revision,
        "new_answers": json.dumps(answers, ensure_ascii=False),
        "new_page": where["page"],
        "new_language": where["language"],
        "new_day": _today(),
    }
    return connection.execute(_save, values).rowcount == 1


def give_code(connection: Connection, draft_id: uuid.UUID, code_hash: str) -> None:
    """Keep the hash of the one code that comes back to this draft."""
    connection.execute(draft.update().where(draft.c.id == draft_id).values(code_hash=code_hash))


def move_to_device(connection: Connection, draft_id: uuid.UUID, device_hash: str) -> None:
    """From now on this browser, and no other, holds the draft; what it held before is let go."""
    forget_device(connection, device_hash)
    connection.execute(draft.update().where(draft.c.id == draft_id).values(device_hash=device_hash))


def end(connection: Connection, seen: Draft) -> bool:
    """The draft has become a response; False if it has changed since it was read."""
    mine = (draft.c.id == seen.id) & (draft.c.revision == seen.revision)
    return connection.execute(draft.delete().where(mine)).rowcount == 1


def stopped_at(connection: Connection, survey_id: uuid.UUID) -> dict[str, int]:
    """How many drafts stand at each page."""
    query = (
        sa.select(draft.c.page, sa.func.count())
        .where(draft.c.survey_id == survey_id)
        .group_by(draft.c.page)
    )
    return {page: count for page, count in connection.execute(query)}


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()
