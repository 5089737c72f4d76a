"""Migrations: from an empty database to exactly the tables that are declared."""

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from engage.store.database import Database, is_current, migrate
from engage.store.tables import metadata


def test_from_empty_they_make_the_declared_tables(empty_database_url: str) -> None:
    migrate(empty_database_url)
    database = Database(empty_database_url)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        tables = set(sa.inspect(connection).get_table_names())
    assert tables == {*metadata.tables, "alembic_version"}
    assert is_current(database)
    database.close()


def test_constraints_and_indexes_are_the_declared_ones(database: Database) -> None:
    with database.reading() as connection:
        inspector = sa.inspect(connection)
        for name, table in metadata.tables.items():
            assert set(inspector.get_pk_constraint(name)["constrained_columns"]) == {
                column.name for column in table.primary_key
            }
            unique = {
                tuple(found["column_names"]) for found in inspector.get_unique_constraints(name)
            }
            declared = {
                tuple(column.name for column in constraint.columns)
                for constraint in table.constraints
                if isinstance(constraint, sa.UniqueConstraint)
            }
            assert unique == declared, name
            foreign = {
                (
                    tuple(key["constrained_columns"]),
                    key["referred_table"],
                    key["options"].get("ondelete"),
                )
                for key in inspector.get_foreign_keys(name)
            }
            assert foreign == {
                ((key.parent.name,), key.column.table.name, key.ondelete)
                for key in table.foreign_keys
            }, name
            checks = {str(found["name"]) for found in inspector.get_check_constraints(name)}
            assert checks == {
                str(constraint.name)
                for constraint in table.constraints
                if isinstance(constraint, sa.CheckConstraint)
            }, name


def test_a_second_time_they_change_nothing(database_url: str) -> None:
    migrate(database_url)
    migrate(database_url)


def test_an_empty_database_is_not_current(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    assert not is_current(database)
    database.close()
