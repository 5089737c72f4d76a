"""All that the public may know of a survey that goes on."""

import uuid

from . import tallies
from .database import Connection


def rounded_down(connection: Connection, survey_id: uuid.UUID) -> tuple[int, bool]:
    """The number of responses, rounded down to 10, and whether any of them is invented."""
    count, invented = tallies.total(connection, survey_id)
    return count // 10 * 10, invented > 0
