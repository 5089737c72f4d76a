"""The languages of the interface, how each is written, and whether a reviewer has signed it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app, g, has_request_context, request

from engage.resources import resource

from . import pseudo


@dataclass(frozen=True)
class InterfaceLanguage:
    """A language's tag, its own name for itself, its direction, and what Babel knows of it.

    `locale` is whose dates, figures and lists it has; `catalogue` the folder of its texts under
    `translations/`. Both are the tag where nothing else is said.
    """

    tag: str
    name: str
    direction: str = "ltr"
    locale: str = ""
    catalogue: str = ""


SOURCE = InterfaceLanguage("en", "English", locale="en_GB")
LANGUAGES = (
    SOURCE,
    InterfaceLanguage(
        "en-x-easyread", "Easy Read English", locale="en_GB", catalogue="en@easyread"
    ),
    InterfaceLanguage("pl", "Polski"),
    InterfaceLanguage("ro", "Română"),
    InterfaceLanguage("uk", "Українська"),
    InterfaceLanguage("ur", "اردو", "rtl"),
    InterfaceLanguage("ar", "العربية", "rtl"),
    InterfaceLanguage("bn", "বাংলা"),
    InterfaceLanguage("zh-Hant", "繁體中文", locale="zh_Hant", catalogue="zh_Hant"),
)
PSEUDO = InterfaceLanguage("en-x-pseudo", pseudo.text("Pseudo"), locale="en_GB")
"""Made on the fly from the English, to see what is not translated; offered in development only."""

BY_TAG = {language.tag: language for language in (*LANGUAGES, PSEUDO)}


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
    real = tuple(language for language in LANGUAGES if unreviewed or is_reviewed(language.tag))
    return (*real, PSEUDO) if current_app.config["OFFER_PSEUDO"] else real


def among(tags: Iterable[str]) -> tuple[InterfaceLanguage, ...]:
    """The offered languages that are also among these tags."""
    wanted = set(tags)
    return tuple(language for language in offered() if language.tag in wanted)


def preferred(accepted: Iterable[str]) -> InterfaceLanguage:
    """The first of these tags that is offered, or the source; zh-HK is served by zh-Hant."""
    there = {language.tag.lower(): language for language in offered()}
    kin = {tag.partition("-")[0]: language for tag, language in reversed(there.items())}
    for tag in map(str.lower, accepted):
        found = there.get(tag) or kin.get(tag.partition("-")[0])
        if found is not None:
            return found
    return SOURCE


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
    language = current()
    return language.locale or language.tag
