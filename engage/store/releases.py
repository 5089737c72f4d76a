"""Releases: what the public sees of a survey, frozen."""

import datetime
import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from .database import Connection, new_key
from .metadata import metadata
from .surveys import survey

release = sa.Table(
    "release",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("survey_id", sa.ForeignKey("survey.id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("published", sa.Date, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.UniqueConstraint("survey_id", "number"),
)


@dataclass(frozen=True)
class Release:
    """A release as it was published: `document` is its JSON, `digest` that JSON's SHA-256."""

    survey: str
    number: int
    published: datetime.date
    document: str
    digest: str


_releases = sa.select(
    survey.c.name,
    release.c.number,
    release.c.published,
    release.c.document,
    release.c.digest,
).join(survey, survey.c.id == release.c.survey_id)


def publish(connection: Connection, survey_id: uuid.UUID, document: str, digest: str) -> int:
    """Freeze a release; its number. There is no way to change one."""
    last = sa.select(sa.func.max(release.c.number)).where(release.c.survey_id == survey_id)
    number = (connection.execute(last).scalar() or 0) + 1
    today = datetime.datetime.now(datetime.UTC).date()
    row = {"survey_id": survey_id, "number": number, "published": today, "document": document}
    connection.execute(release.insert(), {"id": new_key(), **row, "digest": digest})
    return number


def find(connection: Connection, survey_name: str, number: int | None = None) -> Release | None:
    """One release of a survey: that of the number, or the newest."""
    query = _releases.where(survey.c.name == survey_name).order_by(release.c.number.desc())
    if number is not None:
        query = query.where(release.c.number == number)
    row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else Release(*row)


def listed(connection: Connection, survey_name: str | None = None) -> list[Release]:
    """Every release, newest first, of one survey or of all."""
    query = _releases.order_by(survey.c.name, release.c.number.desc())
    if survey_name is not None:
        query = query.where(survey.c.name == survey_name)
    return [Release(*row) for row in connection.execute(query)]
