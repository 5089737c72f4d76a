"""Staff: accounts by address, sign-ins that end, failures that are counted."""

import datetime

import pytest
import sqlalchemy as sa

from engage.store import staff
from engage.store.database import AlreadyThere, Database

HALF_HOUR = datetime.timedelta(minutes=30)
WORKDAY = datetime.timedelta(hours=12)


@pytest.fixture
def ann(database: Database) -> staff.Staff:
    with database.writing() as connection:
        staff.add(connection, "Ann", "Ann@Example.org", "analyst", "hash")
        found = staff.find(connection, "ann@example.ORG")
    assert found is not None
    return found


def who(database: Database, token: str) -> staff.Staff | None:
    with database.reading() as connection:
        return staff.signed_in(connection, token, HALF_HOUR, WORKDAY)


def turn_back(database: Database, column: str, by: datetime.timedelta) -> None:
    """Make a sign-in older than it is."""
    with database.writing() as connection:
        at = connection.execute(sa.select(staff.sign_in.c[column])).scalar_one()
        connection.execute(staff.sign_in.update().values({column: at - by}))


def test_an_address_is_one_account_in_any_case(database: Database, ann: staff.Staff) -> None:
    assert (ann.email, ann.role, ann.language) == ("ann@example.org", "analyst", "en")
    with pytest.raises(AlreadyThere), database.writing() as connection:
        staff.add(connection, "Another", "ANN@example.org", "analyst", "hash")


def test_a_role_that_is_none_is_refused(database: Database) -> None:
    with pytest.raises(AlreadyThere), database.writing() as connection:
        staff.add(connection, "Bob", "bob@example.org", "king", "hash")


def test_a_sign_in_holds_until_it_ends(database: Database, ann: staff.Staff) -> None:
    with database.writing() as connection:
        staff.begin_sign_in(connection, "token", ann.id)
        staff.set_language(connection, "token", "ur")
    found = who(database, "token")
    assert found is not None
    assert (found.email, found.language) == ("ann@example.org", "ur")
    assert who(database, "another") is None
    with database.writing() as connection:
        staff.end_sign_in(connection, "token")
    assert who(database, "token") is None


@pytest.mark.parametrize(("column", "by"), [("seen", HALF_HOUR), ("began", WORKDAY)])
def test_an_idle_or_long_sign_in_is_over(
    database: Database, ann: staff.Staff, column: str, by: datetime.timedelta
) -> None:
    with database.writing() as connection:
        staff.begin_sign_in(connection, "token", ann.id)
    turn_back(database, column, by - datetime.timedelta(minutes=1))
    assert who(database, "token") is not None
    turn_back(database, column, datetime.timedelta(minutes=2))
    assert who(database, "token") is None


def test_whoever_does_something_is_not_idle(database: Database, ann: staff.Staff) -> None:
    with database.writing() as connection:
        staff.begin_sign_in(connection, "token", ann.id)
    turn_back(database, "seen", datetime.timedelta(minutes=29))
    with database.writing() as connection:
        staff.touch(connection, "token")
    turn_back(database, "seen", datetime.timedelta(minutes=29))
    assert who(database, "token") is not None


def test_a_new_password_ends_every_sign_in(database: Database, ann: staff.Staff) -> None:
    with database.writing() as connection:
        staff.begin_sign_in(connection, "one", ann.id)
        staff.begin_sign_in(connection, "two", ann.id)
        staff.set_password(connection, ann.id, "newer hash")
        found = staff.find(connection, ann.email)
    assert found is not None
    assert found.password_hash == "newer hash"
    assert who(database, "one") is who(database, "two") is None


def test_failures_of_late_are_counted_for_each_address(database: Database) -> None:
    with database.writing() as connection:
        for address in ("a", "a", "b"):
            staff.record_failure(connection, address)
        assert staff.failures(connection, "a", HALF_HOUR) == 2
        assert staff.failures(connection, "b", HALF_HOUR) == 1
        assert staff.failures(connection, "c", HALF_HOUR) == 0
        assert staff.failures(connection, "a", datetime.timedelta(0)) == 0
