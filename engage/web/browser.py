"""The one cookie of a resident's browser: a random token that the browser forgets on closing."""

import secrets
from hashlib import sha256
from typing import TypeVar

from flask import g, request
from werkzeug.wrappers import Response

AnyResponse = TypeVar("AnyResponse", bound=Response)

COOKIE = "engage"


def token() -> str:
    """This browser's token; a new one, sent with the answer to this request, if it has none."""
    if "browser" not in g:
        sent = request.cookies.get(COOKIE, "")
        good = 32 <= len(sent) <= 64 and sent.isascii()
        g.browser = sent if good else secrets.token_urlsafe(32)
        g.browser_is_new = not good
    found: str = g.browser
    return found


def forget(response: Response) -> None:
    """Take every cookie back from this browser."""
    g.browser_is_new = False
    for name in request.cookies:
        response.delete_cookie(name, httponly=True, samesite="Lax", secure=request.is_secure)


def hashed(purpose: str) -> str:
    """What the database knows of this browser, for one purpose."""
    return sha256(f"{purpose}\0{token()}".encode()).hexdigest()


def set_cookie(response: Response, name: str, value: str) -> None:
    """A cookie that no script reads, no other site sends, and no browser keeps."""
    response.set_cookie(name, value, httponly=True, samesite="Lax", secure=request.is_secure)


def send(response: AnyResponse) -> AnyResponse:
    """After each request: hand out the token if it is new."""
    if g.get("browser_is_new"):
        set_cookie(response, COOKIE, g.browser)
    return response
