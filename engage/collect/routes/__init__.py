"""A resident's pages: each file parses requests and renders pages, and decides nothing."""

from flask import Blueprint

resident = Blueprint("collect", __name__)

from . import check, home, leave, question, receipt, save, start, withdraw  # noqa: E402

__all__ = ["check", "home", "leave", "question", "receipt", "resident", "save", "start", "withdraw"]
