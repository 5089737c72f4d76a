"""A language made of the source texts themselves: what is not in ⟦ ⟧ was never translated."""

import re
from collections.abc import Mapping
from typing import Any

from babel.support import NullTranslations

OPENED, CLOSED = "⟦", "⟧"

KEPT = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}|<[^<>]+>|&#?\w+;")
"""What a translator keeps as it is: places to fill, and markup."""

_ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇĎÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçďéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýž",
)


def text(source: str) -> str:
    """A text as the pseudo-language has it, paragraph by paragraph; an empty one stays empty."""
    return "".join(
        part if not part.strip() else f"{OPENED}{_accented(part)}{CLOSED}"
        for part in re.split(r"(\n\s*\n)", source)
    )


def texts(sources: Mapping[str, str]) -> dict[str, str]:
    """A questionnaire's texts, by their keys."""
    return {key: text(source) for key, source in sources.items()}


def nested(found: Any) -> Any:
    """The same document with every text in the pseudo-language; keys and figures stay."""
    if isinstance(found, dict):
        return {key: nested(value) for key, value in found.items()}
    return text(found) if isinstance(found, str) else found


def _accented(source: str) -> str:
    between = KEPT.split(source)
    kept = [*KEPT.findall(source), ""]
    return "".join(f"{a.translate(_ACCENTED)}{b}" for a, b in zip(between, kept, strict=True))


class Catalogue(NullTranslations):
    """The interface's words in the pseudo-language; plural forms are those of English."""

    def ugettext(self, message: str) -> str:
        return text(message)

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        return text(singular if num == 1 else plural)

    def upgettext(self, context: str, message: str) -> str:
        return text(message)

    def unpgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        return text(singular if num == 1 else plural)
