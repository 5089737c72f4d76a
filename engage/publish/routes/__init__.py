"""The public's pages and files: each file parses requests and renders what was frozen."""

from flask import Blueprint, current_app, render_template

from ..reading import DamagedRelease
from ..words import day

public = Blueprint("publish", __name__)


@public.context_processor
def _days() -> dict[str, object]:
    return {"day": day}


@public.errorhandler(DamagedRelease)
def damaged(error: DamagedRelease) -> tuple[str, int]:
    """Nothing of a changed row is shown; the log says which one, not what it holds."""
    current_app.logger.error("refused to show %s: it is not as it was published", error)
    return render_template("publish/damaged.html"), 500


from . import files, listing, release  # noqa: E402

__all__ = ["files", "listing", "public", "release"]
