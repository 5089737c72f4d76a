"""Everything the phases share, put on the application."""

from hashlib import sha256

import flask_babel
from flask import Flask, Request, Response, abort, g, request
from flask.sessions import SessionInterface
from flask_babel import Babel
from markupsafe import Markup
from werkzeug.routing import BaseConverter

from engage.resources import resource

from . import browser, csrf, fragments, headers, languages, mistakes, wording


class SlugConverter(BaseConverter):
    """The name of a survey or a page."""

    regex = r"[a-z][a-z0-9-]{0,39}"


class LanguageConverter(BaseConverter):
    """The tag of a language that the interface has, written exactly so."""

    regex = "|".join(sorted(languages.BY_TAG, key=len, reverse=True))


def install(app: Flask) -> None:
    """Languages, tokens, headers, error pages, and what every template may call."""
    app.url_map.converters["slug"] = SlugConverter
    app.url_map.converters["lang"] = LanguageConverter
    babel = Babel(app, locale_selector=languages.select)
    babel.domain_instance = wording.Words()  # type: ignore[no-untyped-call]
    app.before_request(_choose_language)
    app.after_request(browser.send)
    app.after_request(headers.add)
    mistakes.install(app)
    wording.install(app)
    _teach_templates(app)
    _hand_out_pieces(app)
    app.session_interface = _NoSession()


def _choose_language() -> None:
    """The address says the language; one that is not offered here is not there."""
    tag = (request.view_args or {}).get("lang")
    if tag is not None:
        if tag not in {language.tag for language in languages.offered()}:
            abort(404)
        g.language = tag


def _teach_templates(app: Flask) -> None:
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    versions: dict[str, str] = {}

    def static_url(name: str) -> str:
        if name not in versions:
            versions[name] = sha256((resource("static") / name).read_bytes()).hexdigest()[:12]
        return f"/static/{name}?v={versions[name]}"

    def in_language(tag: str) -> str:
        """The address of this same page in another language."""
        query = request.query_string.decode("ascii", "ignore")
        first, _, rest = request.path.lstrip("/").partition("/")
        if first not in languages.BY_TAG:
            rest = request.path.lstrip("/")
        return f"/{tag}/{rest}" + (f"?{query}" if query else "")

    app.jinja_env.globals.update(
        static_url=static_url,
        in_language=in_language,
        csrf_field=lambda: Markup('<input type="hidden" name="{}" value="{}">').format(
            csrf.FIELD, csrf.token()
        ),
        fragment=fragments.fragment,
        page_language=languages.current,
        interface_languages=languages.offered,
        interface_is_reviewed=languages.is_reviewed,
        format_decimal=flask_babel.format_decimal,
        format_percent=flask_babel.format_percent,
        format_date=flask_babel.format_date,
    )


PIECES = {
    "mistakes": ("summary", "said"),
    "drawn": ("picture_image", "picture_in_words", "pictures_above"),
    "head": ("heading", "described", "wrong", "hint"),
    "room": ("room",),
    "code_entry": ("code_entry",),
    "choices": ("choices", "ways_out"),
    "fields": ("question_label", "line_field", "lines_field", "list_field", "date_fields"),
}
"""The macros of `templates/components/` that pages call by name: importing one costs time.

Each may call those above it."""


def _hand_out_pieces(app: Flask) -> None:
    for component, names in PIECES.items():
        module = app.jinja_env.get_template(f"components/{component}.html").module
        app.jinja_env.globals.update({name: getattr(module, name) for name in names})


class _NoSession(SessionInterface):
    """Flask's own session is not used: who is signed in, and what was answered, is stored."""

    def open_session(self, app: Flask, request: Request) -> None:
        return None


def allow_caching(response: Response, seconds: int) -> Response:
    """For what is public and never changes."""
    response.headers["Cache-Control"] = f"public, max-age={seconds}"
    return response
