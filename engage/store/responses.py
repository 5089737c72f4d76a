"""Responses and their answers: what residents have sent."""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import sqlalchemy as sa

from engage.questionnaire.answers import AnswerRow

from .database import Connection
from .metadata import metadata

response = sa.Table(
    "response",
    metadata,
    # Random, not ordered by time: a key must not say who came when.
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("survey_id", sa.ForeignKey("survey.id"), nullable=False, index=True),
    sa.Column("version_id", sa.ForeignKey("version.id"), nullable=False),
    sa.Column("submission_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("withdrawal_hash", sa.String(64), unique=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("mode", sa.String(20), nullable=False),
    sa.Column("channel", sa.String(40), nullable=False),
    sa.Column("language", sa.String(35), nullable=False),
    sa.Column("invented", sa.Boolean(name="invented"), nullable=False),
)

answer = sa.Table(
    "answer",
    metadata,
    sa.Column("response_id", sa.ForeignKey("response.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("variable", sa.String(32), primary_key=True),
    sa.Column("item", sa.SmallInteger, primary_key=True),
    sa.Column("code", sa.String(32)),
    sa.Column("number", sa.Float),
    sa.Column("text", sa.Text),
    sa.Column("missing", sa.String(32)),
    sa.Index("ix_answer_variable_code", "variable", "response_id"),
    sqlite_with_rowid=False,
)


@dataclass(frozen=True)
class Response:
    """A response without its answers: how and when it came, to the day."""

    id: uuid.UUID
    version: int
    day: datetime.date
    mode: str
    channel: str
    language: str
    invented: bool


@dataclass(frozen=True)
class NewResponse:
    """A response about to be stored."""

    survey_id: uuid.UUID
    version_id: uuid.UUID
    submission_hash: str
    withdrawal_hash: str | None
    mode: str
    channel: str
    language: str
    rows: Sequence[AnswerRow]
    invented: bool = False
    day: datetime.date | None = None


def is_stored(connection: Connection, submission_hash: str) -> bool:
    """Whether this submission has been stored already."""
    query = sa.select(response.c.id).where(response.c.submission_hash == submission_hash)
    return connection.execute(query).first() is not None


def store(connection: Connection, new: Iterable[NewResponse]) -> int:
    """Store responses with their answers; how many. A submission twice breaks its unique key."""
    responses, answers = [], []
    for each in new:
        key = uuid.uuid4()
        responses.append(_row(key, each))
        # Not asdict: it copies deeply, and took half the time of storing many.
        answers += [{"response_id": key, **vars(row)} for row in each.rows]
    if responses:
        connection.execute(response.insert(), responses)
    if answers:
        connection.execute(answer.insert(), answers)
    return len(responses)


def _row(key: uuid.UUID, new: NewResponse) -> dict[str, object]:
    return {
        "id": key,
        "survey_id": new.survey_id,
        "version_id": new.version_id,
        "submission_hash": new.submission_hash,
        "withdrawal_hash": new.withdrawal_hash,
        "day": new.day or datetime.datetime.now(datetime.UTC).date(),
        "mode": new.mode,
        "channel": new.channel,
        "language": new.language,
        "invented": new.invented,
    }


def withdraw(connection: Connection, withdrawal_hash: str) -> bool:
    """Delete the response that this withdrawal code belongs to, answers and all."""
    mine = response.c.withdrawal_hash == withdrawal_hash
    ids = sa.select(response.c.id).where(mine)
    connection.execute(answer.delete().where(answer.c.response_id.in_(ids)))
    return connection.execute(response.delete().where(mine)).rowcount == 1


def streamed(
    connection: Connection, survey_id: uuid.UUID
) -> Iterator[tuple[Response, list[AnswerRow]]]:
    """Every response with its answers, in an order that says nothing about time."""
    from .surveys import version

    query = (
        sa.select(
            response.c.id,
            version.c.number,
            response.c.day,
            response.c.mode,
            response.c.channel,
            response.c.language,
            response.c.invented,
            answer.c.variable,
            answer.c.item,
            answer.c.code,
            answer.c.number.label("answer_number"),
            answer.c.text,
            answer.c.missing,
        )
        .join(version, version.c.id == response.c.version_id)
        .outerjoin(answer, answer.c.response_id == response.c.id)
        .where(response.c.survey_id == survey_id)
        .order_by(response.c.id, answer.c.variable, answer.c.item)
    )
    rows = connection.execute(query)
    for _, found in groupby(rows, key=lambda row: row[0]):
        first, *others = found
        answers = [AnswerRow(*row[7:]) for row in (first, *others) if row.variable is not None]
        yield Response(*first[:7]), answers
