"""Members of staff and where they are signed in."""

import datetime
import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from .database import Connection, new_key
from .metadata import metadata

ROLES = ("administrator", "analyst")

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("password_hash", sa.String(255), nullable=False),
    sa.CheckConstraint("role IN ('administrator', 'analyst')", name="role"),
)

sign_in = sa.Table(
    "sign_in",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column(
        "staff_id", sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("began", sa.DateTime, nullable=False),
    sa.Column("seen", sa.DateTime, nullable=False),
    sa.Column("language", sa.String(35), nullable=False),
)

failure = sa.Table(
    "sign_in_failure",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("email_hash", sa.String(64), nullable=False, index=True),
    sa.Column("at", sa.DateTime, nullable=False),
)


@dataclass(frozen=True)
class Staff:
    """A member of staff; `language` is that of the pages while signed in."""

    id: uuid.UUID
    name: str
    email: str
    role: str
    password_hash: str
    language: str = "en"


def add(connection: Connection, name: str, email: str, role: str, password_hash: str) -> None:
    """A new account; the address, in lower case, must be new."""
    row = {"name": name, "email": email.lower(), "role": role, "password_hash": password_hash}
    connection.execute(staff.insert(), {"id": new_key(), **row})


def find(connection: Connection, email: str) -> Staff | None:
    """The account with that address, in any case."""
    row = connection.execute(sa.select(staff).where(staff.c.email == email.lower())).one_or_none()
    return None if row is None else Staff(*row)


def set_password(connection: Connection, staff_id: uuid.UUID, password_hash: str) -> None:
    """A new password ends every sign-in of before."""
    change = staff.update().where(staff.c.id == staff_id)
    connection.execute(change.values(password_hash=password_hash))
    connection.execute(sign_in.delete().where(sign_in.c.staff_id == staff_id))


def begin_sign_in(connection: Connection, token_hash: str, staff_id: uuid.UUID) -> None:
    """Remember a sign-in by the hash of its token; out-of-date ones go."""
    now = _now()
    old = now - datetime.timedelta(days=1)
    connection.execute(sign_in.delete().where(sign_in.c.began < old))
    connection.execute(failure.delete().where(failure.c.at < old))
    row = {"token_hash": token_hash, "staff_id": staff_id, "began": now, "seen": now}
    connection.execute(sign_in.insert(), {**row, "language": "en"})


def signed_in(
    connection: Connection, token_hash: str, idle: datetime.timedelta, longest: datetime.timedelta
) -> Staff | None:
    """Who is signed in with this token, unless idle or signed in for too long."""
    query = (
        sa.select(staff, sign_in.c.language)
        .join(sign_in, sign_in.c.staff_id == staff.c.id)
        .where(
            sign_in.c.token_hash == token_hash,
            sign_in.c.seen > _now() - idle,
            sign_in.c.began > _now() - longest,
        )
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Staff(*row)


def touch(connection: Connection, token_hash: str) -> None:
    """Not idle."""
    connection.execute(
        sign_in.update()
        .where(
            sign_in.c.token_hash == token_hash,
            sign_in.c.seen < _now() - datetime.timedelta(minutes=1),
        )
        .values(seen=_now())
    )


def set_language(connection: Connection, token_hash: str, language: str) -> None:
    """The language of the staff pages from now on."""
    mine = sign_in.update().where(sign_in.c.token_hash == token_hash)
    connection.execute(mine.values(language=language))


def end_sign_in(connection: Connection, token_hash: str) -> None:
    """Sign out."""
    connection.execute(sign_in.delete().where(sign_in.c.token_hash == token_hash))


def record_failure(connection: Connection, email_hash: str) -> None:
    """One failed sign-in for an address, known only by its hash."""
    connection.execute(failure.insert(), {"id": new_key(), "email_hash": email_hash, "at": _now()})


def failures(connection: Connection, email_hash: str, within: datetime.timedelta) -> int:
    """How many failed sign-ins there were of late."""
    query = sa.select(sa.func.count()).where(
        failure.c.email_hash == email_hash, failure.c.at > _now() - within
    )
    return int(connection.execute(query).scalar_one())


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
