"""The desk's pages on surveys as they run: each file parses requests and renders pages."""

from flask import Blueprint

fieldwork = Blueprint("fieldwork", __name__)

from . import history, overview, surveys  # noqa: E402

__all__ = ["fieldwork", "history", "overview", "surveys"]
