"""What every journey needs: a resident, and a look into the database behind the server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from engage.store.database import Connection, Database
from tests.journeys.resident import Resident
from tests.support.serving import Server

NewResident = Callable[..., Resident]


@pytest.fixture
def new_resident(server: Server) -> Iterator[NewResident]:
    """Residents who share nothing with each other: `new_resident("ur")`."""
    with ExitStack() as stack:
        yield lambda language="en": Resident(stack.enter_context(server.client()), language)


@pytest.fixture
def resident(new_resident: NewResident) -> Resident:
    """A resident who has not been here before."""
    return new_resident()


@pytest.fixture
def behind(server: Server) -> Iterator[Connection]:
    """A connection to the database of the shared server."""
    database = Database(server.database_url)
    with database.reading() as connection:
        yield connection
    database.close()
