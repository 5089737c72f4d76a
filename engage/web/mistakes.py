"""Pages for what went wrong: in the reader's language, with a way on."""

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException

HEARD_OUT = 4 * 1024 * 1024  # bytes
KNOWN = {400, 403, 404, 405, 413, 422}


def install(app: Flask) -> None:
    """Answer every error with a page of our own; nothing of the request is repeated in it."""

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int] | HTTPException:
        code = error.code or 500
        if code < 400:
            return error  # a redirect that routing asks for
        return page(code)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> tuple[str, int]:
        # The path may hold nothing personal; the form and the cookies stay out of the log.
        app.logger.exception("%s %s failed", request.method, request.endpoint)
        return page(500)


def page(code: int) -> tuple[str, int]:
    """The page of one status code."""
    if code == 413:
        _hear_out()
    return render_template("mistake.html", code=code if code in KNOWN else 500), code


def _hear_out() -> None:
    """Take in the rest of a body within reason: a browser reads no answer while it sends."""
    left = HEARD_OUT
    while left > 0 and (piece := request.environ["wsgi.input"].read(min(left, 65_536))):
        left -= len(piece)
