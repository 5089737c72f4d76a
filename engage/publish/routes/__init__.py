"""The public's pages and files: each file parses requests and renders what was frozen."""

from flask import Blueprint, current_app, render_template, request

from engage.web.languages import BY_TAG

from ..reading import DamagedRelease
from ..words import day

public = Blueprint("publish", __name__)


@public.context_processor
def _addresses() -> dict[str, object]:
    """Every page is also there without a language in its address, in English."""

    def in_language(tag: str) -> str:
        first, _, rest = request.path.lstrip("/").partition("/")
        query = request.query_string.decode("ascii", "ignore")
        path = rest if first in BY_TAG else request.path.lstrip("/")
        return f"/{tag}/{path}" + (f"?{query}" if query else "")

    return {"in_language": in_language, "day": day}


@public.errorhandler(DamagedRelease)
def damaged(error: DamagedRelease) -> tuple[str, int]:
    """Nothing of a changed row is shown; the log says which one, not what it holds."""
    current_app.logger.error("refused to show %s: it is not as it was published", error)
    return render_template("publish/damaged.html"), 500


from . import files, listing, release  # noqa: E402

__all__ = ["files", "listing", "public", "release"]
