"""A survey with something to show."""

import pytest

from engage.store.database import Database
from tests.support import answered
from tests.support.serving import Server


@pytest.fixture(scope="module")
def released(server: Server) -> Server:
    """A server whose survey has been answered and released."""
    database = Database(server.database_url)
    answered.answer(database, 1237)
    answered.release(database)
    database.close()
    return server
