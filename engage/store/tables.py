"""Every table of the database, gathered for migrations."""

from .audit import audit
from .drafts import draft
from .metadata import metadata
from .postcodes import postcode_area
from .releases import release
from .responses import answer, response
from .staff import failure, sign_in, staff
from .surveys import survey, version

__all__ = [
    "answer",
    "audit",
    "draft",
    "failure",
    "metadata",
    "postcode_area",
    "release",
    "response",
    "sign_in",
    "staff",
    "survey",
    "version",
]
