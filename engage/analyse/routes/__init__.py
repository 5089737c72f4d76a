"""The desk's pages on tables: each file parses requests and renders pages."""

from flask import Blueprint

analyse = Blueprint("analyse", __name__)

from . import exports, reached, releases  # noqa: E402

__all__ = ["analyse", "exports", "reached", "releases"]
