"""A token in every form says that the page that was sent came from here, and lately."""

from flask import current_app, g, request
from itsdangerous import BadSignature, TimestampSigner

from . import browser

FIELD = "csrf"
HOURS = 12


def _signer() -> TimestampSigner:
    signer: TimestampSigner | None = current_app.extensions.get("engage-csrf")
    if signer is None:
        signer = TimestampSigner(current_app.secret_key or "", salt="csrf")
        current_app.extensions["engage-csrf"] = signer
    return signer


def token() -> str:
    """The token for a form on the page being made."""
    if "csrf" not in g:
        g.csrf = _signer().sign(browser.hashed("csrf")[:32]).decode()
    return g.csrf  # type: ignore[no-any-return]


def is_valid() -> bool:
    """Whether the form that came bears a token of this browser that is not too old."""
    try:
        signed = _signer().unsign(request.form.get(FIELD, ""), max_age=HOURS * 3600)
    except BadSignature:
        return False
    return signed.decode() == browser.hashed("csrf")[:32]
