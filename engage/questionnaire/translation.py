"""A language's texts, each kept with the hash of the source it translates, and how far they are."""

from hashlib import sha256
from typing import Literal

from pydantic import Field

from .frozen import Frozen, Name, Text

State = Literal["untranslated", "machine", "draft", "translated", "reviewed"]


def fingerprint(source: str) -> str:
    """What a translation remembers of the text it translates: 12 hex digits of its SHA-256."""
    return sha256(source.encode()).hexdigest()[:12]


class TranslatedText(Frozen):
    """One text in one language; stale once its source's fingerprint is no longer `of`."""

    text: Text
    of: str = Field(pattern=r"^[0-9a-f]{12}$")
    state: State


class Translation(Frozen):
    """All texts in one language.

    `pictures`: by question, a picture of the document that helps readers of this language.
    """

    reviewer: Text | None = None
    pictures: dict[Name, Name] = Field(default={})
    texts: dict[str, TranslatedText]
