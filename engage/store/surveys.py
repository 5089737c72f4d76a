"""Surveys and the frozen versions of their questionnaires."""

import datetime
import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from .database import Connection, new_key
from .metadata import metadata

survey = sa.Table(
    "survey",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.String(40), nullable=False, unique=True),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("created", sa.Date, nullable=False),
    sa.CheckConstraint("state IN ('draft', 'open', 'closed')", name="state"),
)

version = sa.Table(
    "version",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("survey_id", sa.ForeignKey("survey.id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("published", sa.Date, nullable=False),
    sa.UniqueConstraint("survey_id", "number"),
)


@dataclass(frozen=True)
class Survey:
    """A survey and its newest version."""

    id: uuid.UUID
    name: str
    state: str
    version: int
    version_id: uuid.UUID
    digest: str

    @property
    def is_open(self) -> bool:
        return self.state == "open"


_surveys = sa.select(
    survey.c.id,
    survey.c.name,
    survey.c.state,
    survey.c.version,
    version.c.id.label("version_id"),
    version.c.digest,
).join(version, (version.c.survey_id == survey.c.id) & (version.c.number == survey.c.version))


def find(connection: Connection, name: str) -> Survey | None:
    """The survey of that name."""
    row = connection.execute(_surveys.where(survey.c.name == name)).one_or_none()
    return None if row is None else Survey(*row)


def listed(connection: Connection, state: str | None = None) -> list[Survey]:
    """All surveys by name, or those in one state."""
    query = _surveys.order_by(survey.c.name)
    if state is not None:
        query = query.where(survey.c.state == state)
    return [Survey(*row) for row in connection.execute(query)]


def document(connection: Connection, version_id: uuid.UUID) -> str:
    """The frozen questionnaire document of a version."""
    query = sa.select(version.c.document).where(version.c.id == version_id)
    return str(connection.execute(query).scalar_one())


def versions(connection: Connection, survey_id: uuid.UUID) -> list[tuple[int, uuid.UUID]]:
    """The numbers and ids of a survey's versions, oldest first."""
    query = sa.select(version.c.number, version.c.id).where(version.c.survey_id == survey_id)
    return [(number, key) for number, key in connection.execute(query.order_by(version.c.number))]


def met(connection: Connection) -> list[uuid.UUID]:
    """The versions that residents may have met: all of surveys that are, or were, open."""
    query = sa.select(version.c.id).join(survey, survey.c.id == version.c.survey_id)
    return list(connection.execute(query.where(survey.c.state != "draft")).scalars())


def publish(connection: Connection, name: str, document: str, digest: str) -> Survey:
    """Freeze a document as the newest version of the survey of that name, made if need be."""
    today = datetime.datetime.now(datetime.UTC).date()
    found = find(connection, name)
    survey_id = found.id if found else new_key()
    number = found.version + 1 if found else 1
    if found is None:
        row = {"id": survey_id, "name": name, "state": "draft", "version": 1, "created": today}
        connection.execute(survey.insert(), row)
    else:
        connection.execute(survey.update().where(survey.c.id == survey_id).values(version=number))
    frozen = {"document": document, "digest": digest, "published": today}
    keys = {"id": new_key(), "survey_id": survey_id, "number": number}
    connection.execute(version.insert(), {**keys, **frozen})
    published = find(connection, name)
    assert published is not None
    return published


def set_state(connection: Connection, survey_id: uuid.UUID, state: str) -> None:
    """Open or close a survey."""
    connection.execute(survey.update().where(survey.c.id == survey_id).values(state=state))
