"""What stands around the questions: what a resident is told, and pictures."""

from typing import Literal

from pydantic import Field

from .frozen import Frozen, Text


class About(Frozen):
    """What a resident is told before and after."""

    summary: Text
    operator: Text
    purpose: Text
    minutes: int = Field(ge=1, le=120)
    privacy: Text
    other_ways: Text
    next_steps: Text
    contact: Text
    address: Text | None = None


class Drawing(Frozen):
    """A picture: the name of its file, and once it is taken in, its bytes in base64.

    `alt`: what it shows, in a line. Without it the picture only decorates.
    """

    file: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png|jpg|jpeg|webp)$", max_length=80
    )
    alt: Text | None = None
    description: Text | None = None
    media_type: Literal["image/svg+xml", "image/png", "image/jpeg", "image/webp"] | None = None
    content: str | None = Field(default=None, max_length=1_400_000)
