"""The languages of the interface, how each is written, and whether a reviewer has signed it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app, g, has_request_context, request

from engage.resources import resource


@dataclass(frozen=True)
class InterfaceLanguage:
    """A language's tag, its own name for itself, and its direction."""

    tag: str
    name: str
    direction: str = "ltr"


SOURCE = InterfaceLanguage("en", "English")
LANGUAGES = (
    SOURCE,
    InterfaceLanguage("pl", "Polski"),
    InterfaceLanguage("ro", "Română"),
    InterfaceLanguage("ur", "اردو", "rtl"),
)
BY_TAG = {language.tag: language for language in LANGUAGES}


@lru_cache
def is_reviewed(tag: str) -> bool:
    """Whether a native speaker has signed the interface's texts: `reviewers.json` names them."""
    if tag == SOURCE.tag:
        return True
    reviewers = json.loads(resource("translations/reviewers.json").read_text(encoding="utf-8"))
    return bool(reviewers.get(tag))


def offered() -> tuple[InterfaceLanguage, ...]:
    """The languages that this site shows its own texts in."""
    unreviewed: bool = current_app.config["OFFER_UNREVIEWED"]
    return tuple(language for language in LANGUAGES if unreviewed or is_reviewed(language.tag))


def among(tags: Iterable[str]) -> tuple[InterfaceLanguage, ...]:
    """The offered languages that are also among these tags."""
    wanted = set(tags)
    return tuple(language for language in offered() if language.tag in wanted)


def current() -> InterfaceLanguage:
    """The language of the page being made."""
    tag = getattr(g, "language", None) if has_request_context() else None
    if tag is None and has_request_context():
        # A page that is not there: its address may still say a language that is offered.
        said = request.path.lstrip("/").partition("/")[0]
        tag = next((language.tag for language in offered() if language.tag == said), None)
    return BY_TAG.get(tag or "", SOURCE)


def select() -> str:
    """What flask-babel asks: whose dates and figures; English ones are those of this country."""
    tag = current().tag
    return "en_GB" if tag == SOURCE.tag else tag
