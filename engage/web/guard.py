"""The guard of the staff pages: what has an address under /staff refuses everyone by default."""

import datetime
import secrets
from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from engage.store import staff
from engage.store.staff import ROLES, Staff

from . import browser
from .languages import offered, preferred
from .storage import database

COOKIE = "engage-staff"
IDLE = datetime.timedelta(minutes=60)
LONGEST = datetime.timedelta(hours=12)
FRESH = datetime.timedelta(minutes=1)
HOME = "/staff/"

View = TypeVar("View", bound=Callable[..., object])


def open_to_all(view: View) -> View:
    """Mark the few pages under /staff that can be reached before signing in."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def only(*roles: str) -> Callable[[View], View]:
    """Mark a page that not every role may use."""

    def mark(view: View) -> View:
        view.roles = roles  # type: ignore[attr-defined]
        return view

    return mark


def install(app: Flask) -> None:
    """Stand before every request."""
    app.before_request(_refuse)


def current() -> Staff:
    """Who is signed in, on a page that the guard has let them see."""
    found: Staff = g.staff
    return found


def _refuse() -> Response | tuple[str, int] | None:
    if request.url_rule is None or not is_guarded(request.url_rule.rule):
        return None
    g.staff = _signed_in()
    g.language = _language(g.staff)
    view = current_app.view_functions[request.url_rule.endpoint]
    if getattr(view, "open_to_all", False):
        return None
    if g.staff is None:
        return _ask_to_sign_in()
    if g.staff.role not in getattr(view, "roles", ROLES):
        abort(403)
    return None


def is_guarded(rule: str) -> bool:
    """Whether an address, or the rule of one, is a staff page's."""
    return rule == "/staff" or rule.startswith("/staff/")


def _ask_to_sign_in() -> Response | tuple[str, int]:
    if request.method in ("GET", "HEAD"):
        wanted = request.full_path if request.query_string else request.path
        return redirect(url_for("entrance.sign_in", next=wanted), 303)
    # What was sent is lost with the sign-in; the page says so and leads back to the desk.
    return render_template("staff/sign_in.html", next=HOME, lapsed=True, mistakes=[]), 401


def _language(member: Staff | None) -> str:
    tags = [language.tag for language in offered()]
    if member is not None and member.language in tags:
        return member.language
    return preferred(tag for tag, quality in request.accept_languages if quality > 0).tag


def _signed_in() -> Staff | None:
    token_hash = hash_sent()
    if token_hash is None:
        return None
    with database().reading() as connection:
        found = staff.signed_in(connection, token_hash, FRESH, LONGEST)
        if found is not None:
            return found  # seen within the minute: nothing to write down
        found = staff.signed_in(connection, token_hash, IDLE, LONGEST)
    if found is not None:
        with database().writing() as connection:
            staff.touch(connection, token_hash)
    return found


def hash_sent() -> str | None:
    """The hash of the sign-in that this browser claims."""
    sent = request.cookies.get(COOKIE, "")
    return _hashed(sent) if 32 <= len(sent) <= 64 and sent.isascii() else None


def new_token(response: Response) -> str:
    """Give the browser a new token; its hash, for the database."""
    token = secrets.token_urlsafe(32)
    browser.set_cookie(response, COOKIE, token)
    return _hashed(token)


def _hashed(token: str) -> str:
    return sha256(f"staff\0{token}".encode()).hexdigest()


def safe(address: str) -> str:
    """An address to go on to: a staff page of this site, or else the desk."""
    plain = address.isprintable() and address.isascii() and "\\" not in address
    path = address.partition("?")[0]
    return address if plain and is_guarded(path) else HOME
