"""The interface's words, looked up once per request and language instead of once per word."""

from functools import lru_cache

from babel.support import NullTranslations, Translations
from flask import Flask

from engage.resources import resource

from . import languages


@lru_cache
def catalogue(tag: str) -> NullTranslations:
    """The catalogue of a language; of the source language, its own words."""
    return Translations.load(str(resource("translations")), [tag])


def _current() -> NullTranslations:
    return catalogue(languages.current().tag)


def install(app: Flask) -> None:
    """Give templates the four ways of asking for words."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _current().ugettext(text),
        lambda one, many, n: _current().ungettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, text: _current().upgettext(context, text),
        npgettext=lambda context, one, many, n: _current().unpgettext(context, one, many, n),
    )
