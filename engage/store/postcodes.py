"""Postcodes and the areas they lie in: looked up while a resident waits, never with an answer."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from .database import Connection
from .metadata import metadata

postcode_area = sa.Table(
    "postcode_area",
    metadata,
    sa.Column("list_name", sa.String(32), primary_key=True),
    sa.Column("postcode", sa.String(8), primary_key=True),
    sa.Column("code", sa.String(32), nullable=False),
    sqlite_with_rowid=False,
)

Batch = Mapping[str, str]
"""From postcodes, in capitals with one space, to the codes of their areas."""

_area = sa.select(postcode_area.c.code).where(
    postcode_area.c.list_name == sa.bindparam("list"),
    postcode_area.c.postcode == sa.bindparam("typed"),
)


def area(connection: Connection, list_name: str, postcode: str) -> str | None:
    """The code of the area of a list in which a postcode lies."""
    found = connection.execute(_area, {"list": list_name, "typed": postcode}).scalar_one_or_none()
    return None if found is None else str(found)


def replace(connection: Connection, list_name: str, batches: Iterable[Batch]) -> int:
    """Put these postcodes in place of all that a list had; how many there are."""
    connection.execute(postcode_area.delete().where(postcode_area.c.list_name == list_name))
    count = 0
    for batch in batches:
        rows = [
            {"list_name": list_name, "postcode": postcode, "code": code}
            for postcode, code in batch.items()
        ]
        if rows:
            connection.execute(postcode_area.insert(), rows)
        count += len(rows)
    return count
