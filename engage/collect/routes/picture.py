"""A picture of a questionnaire, at an address that says what it holds."""

from flask import Response, abort

from engage.web.storage import database

from .. import picturing
from . import resident

FOREVER = "public, max-age=31536000, immutable"

SHAPES_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a drawing may do if somebody opens it as a page of its own: be drawn."""


@resident.get("/picture/<digest>/<file>")
def picture(digest: str, file: str) -> Response:
    with database().reading() as connection:
        found = picturing.find(connection, digest, file)
    if found is None:
        abort(404)
    response = Response(found.content, mimetype=found.media_type)
    response.headers["Cache-Control"] = FOREVER
    if found.media_type == "image/svg+xml":
        response.headers["Content-Security-Policy"] = SHAPES_ONLY
    return response
