"""The audit log: who did what when, on which survey. Rows are only ever added."""

import datetime
from dataclasses import dataclass

import sqlalchemy as sa

from .database import Connection, new_key
from .metadata import metadata

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("who", sa.String(254), nullable=False),
    sa.Column("act", sa.String(60), nullable=False),
    sa.Column("survey", sa.String(40)),
    sa.Column("detail", sa.Text),
)


@dataclass(frozen=True)
class Act:
    """One row of the log; the time is UTC."""

    at: datetime.datetime
    who: str
    act: str
    survey: str | None
    detail: str | None


def record(
    connection: Connection, who: str, act: str, survey: str | None = None, detail: str | None = None
) -> None:
    """Add a row; `who` is a member of staff's e-mail address or "command line"."""
    now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    row = {"id": new_key(), "at": now, "who": who, "act": act, "survey": survey, "detail": detail}
    connection.execute(audit.insert(), row)


def latest(connection: Connection, survey: str | None = None, most: int = 100) -> list[Act]:
    """The newest acts first."""
    columns = (audit.c.at, audit.c.who, audit.c.act, audit.c.survey, audit.c.detail)
    query = sa.select(*columns).order_by(audit.c.id.desc()).limit(most)
    if survey is not None:
        query = query.where(audit.c.survey == survey)
    return [Act(*row) for row in connection.execute(query)]
