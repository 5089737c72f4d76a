"""Place: a short description of where something is."""

from typing import Literal

from pydantic import Field

from .worded import OneLine


class Place(OneLine):
    """Its value is one line of at most `limit` characters, [a missing code], or None.

    Words, never coordinates: a point on a map can be somebody's door.
    """

    kind: Literal["place"]
    limit: int = Field(default=200, ge=1, le=500)
