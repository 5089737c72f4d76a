"""Long text: as many lines as the limit holds."""

from typing import Literal

from pydantic import Field

from .worded import Worded


class LongText(Worded):
    """Its value is text of at most `limit` characters, [a missing code], or None."""

    kind: Literal["long_text"]
    limit: int = Field(default=1000, ge=1, le=10_000)
