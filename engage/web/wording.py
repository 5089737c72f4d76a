"""The interface's words, looked up once per request and language instead of once per word."""

from functools import lru_cache

from babel.support import NullTranslations, Translations
from flask import Flask
from flask_babel import Domain

from engage.resources import resource

from . import languages, pseudo


@lru_cache
def catalogue(tag: str) -> NullTranslations:
    """The catalogue of a language; of the source language, its own words."""
    if tag == languages.PSEUDO.tag:
        return pseudo.Catalogue()
    folder = languages.BY_TAG[tag].catalogue or tag
    return Translations.load(str(resource("translations")), [folder])


def _current() -> NullTranslations:
    return catalogue(languages.current().tag)


class Words(Domain):
    """The same catalogues for words that Python asks flask-babel for.

    It would choose by locale, and Easy Read and English have one locale between them.
    """

    def get_translations(self) -> NullTranslations:
        return _current()


def install(app: Flask) -> None:
    """Give templates the four ways of asking for words."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _current().ugettext(text),
        lambda one, many, n: _current().ungettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, text: _current().upgettext(context, text),
        npgettext=lambda context, one, many, n: _current().unpgettext(context, one, many, n),
    )
