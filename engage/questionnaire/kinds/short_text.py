"""Short text: one line in the resident's own words."""

from typing import Literal

from pydantic import Field

from .worded import OneLine


class ShortText(OneLine):
    """Its value is one line of at most `limit` characters, [a missing code], or None."""

    kind: Literal["short_text"]
    limit: int = Field(default=200, ge=1, le=500)
