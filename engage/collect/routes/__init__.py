"""A resident's pages: each file parses requests and renders pages, and decides nothing."""

from flask import Blueprint

resident = Blueprint("collect", __name__)

from . import (  # noqa: E402
    check,
    home,
    leave,
    picture,
    question,
    receipt,
    save,
    start,
    withdraw,
)

__all__ = [
    "check",
    "home",
    "leave",
    "picture",
    "question",
    "receipt",
    "resident",
    "save",
    "start",
    "withdraw",
]
