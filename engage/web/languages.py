"""The languages of the interface, how each is written, and whether a reviewer has signed it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations

from flask import current_app, g, has_request_context, request

from engage.resources import resource

REVIEW_HEADER = "x-reviewed-by"
"""A header of the language's catalogue: who, as a native speaker, has signed it."""


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
    """Whether a native speaker has signed the interface's texts."""
    if tag == SOURCE.tag:
        return True
    catalogue = resource("translations") / tag / "LC_MESSAGES" / "messages.mo"
    if not catalogue.exists():
        return False
    with catalogue.open("rb") as opened:
        return bool(GNUTranslations(opened).info().get(REVIEW_HEADER, "").strip())


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
