"""Postcodes and their areas: found by list, replaced as a whole or not at all."""

from collections.abc import Iterator

import pytest

from engage.store import postcodes
from engage.store.database import AlreadyThere, Database


def put(database: Database, list_name: str, **areas: str) -> int:
    batch = {f"{name[:3]} {name[3:]}": code for name, code in areas.items()}
    with database.writing() as connection:
        return postcodes.replace(connection, list_name, [batch, {}])


def area(database: Database, list_name: str, postcode: str) -> str | None:
    with database.reading() as connection:
        return postcodes.area(connection, list_name, postcode)


def test_a_postcode_is_found_in_its_list(database: Database) -> None:
    assert put(database, "ward", MK93EJ="E05", MK12AB="E06") == 2
    assert put(database, "parish", MK93EJ="P1") == 1
    assert area(database, "ward", "MK9 3EJ") == "E05"
    assert area(database, "parish", "MK9 3EJ") == "P1"
    assert area(database, "parish", "MK1 2AB") is None
    assert area(database, "ward", "mk9 3ej") is None
    assert area(database, "nowhere", "MK9 3EJ") is None


def test_a_list_is_replaced_as_a_whole_and_no_other(database: Database) -> None:
    put(database, "ward", MK93EJ="E05", MK12AB="E06")
    put(database, "parish", MK93EJ="P1")
    assert put(database, "ward", MK93EJ="E07") == 1
    assert area(database, "ward", "MK9 3EJ") == "E07"
    assert area(database, "ward", "MK1 2AB") is None
    assert area(database, "parish", "MK9 3EJ") == "P1"


def test_what_breaks_off_half_way_leaves_what_was_there(database: Database) -> None:
    put(database, "ward", MK93EJ="E05")

    def broken() -> Iterator[postcodes.Batch]:
        yield {"MK9 3EJ": "E06"}
        raise OSError

    with pytest.raises(OSError), database.writing() as connection:  # noqa: PT011
        postcodes.replace(connection, "ward", broken())
    assert area(database, "ward", "MK9 3EJ") == "E05"
    with pytest.raises(AlreadyThere), database.writing() as connection:
        postcodes.replace(connection, "ward", [{"MK9 3EJ": "E06"}, {"MK9 3EJ": "E07"}])
    assert area(database, "ward", "MK9 3EJ") == "E05"
