"""Drafts: of two who save one revision, one wins; a device lets go of what it held."""

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa

from engage.store import drafts
from engage.store.database import Database
from engage.store.surveys import Survey
from tests.store.conftest import NewDraft

WHERE = {"page": "often", "language": "ur"}


def held(database: Database, device: str) -> drafts.Draft | None:
    with database.reading() as connection:
        return drafts.of_device(connection, device)


def test_a_draft_is_found_by_its_device_as_it_was_saved(
    database: Database, new_draft: NewDraft
) -> None:
    begun = new_draft("phone", ways=["bus"], story="چائے \u200c “words”")
    assert begun.answers == {"consent": "yes", "ways": ["bus"], "story": "چائے \u200c “words”"}
    with database.writing() as connection:
        assert drafts.save(connection, begun, {"ways": None, "distance": 1.5}, **WHERE)
    found = held(database, "phone")
    assert found is not None
    assert found.answers == {"ways": None, "distance": 1.5}
    assert (found.page, found.language, found.revision) == ("often", "ur", begun.revision + 1)
    assert held(database, "another") is None


def test_of_two_who_save_one_revision_one_wins(database: Database, new_draft: NewDraft) -> None:
    begun = new_draft("phone")
    with database.writing() as connection:
        assert drafts.save(connection, begun, {"place": "first"}, **WHERE)
    with database.writing() as connection:
        assert not drafts.save(connection, begun, {"place": "second"}, **WHERE)
    found = held(database, "phone")
    assert found is not None
    assert found.answers == {"place": "first"}


def test_of_many_who_save_at_once_one_wins(database: Database, new_draft: NewDraft) -> None:
    begun = new_draft("phone")

    def save(number: int) -> bool:
        with database.writing() as connection:
            return drafts.save(connection, begun, {"distance": number}, **WHERE)

    with ThreadPoolExecutor(8) as several:
        won = list(several.map(save, range(16)))
    assert won.count(True) == 1
    found = held(database, "phone")
    assert found is not None
    assert found.answers == {"distance": won.index(True)}


def test_a_device_that_lets_go_empties_what_has_no_code(
    database: Database, new_draft: NewDraft
) -> None:
    new_draft("phone", story="something private")
    with database.writing() as connection:
        drafts.forget_device(connection, "phone")
        rows = connection.execute(sa.select(drafts.draft)).all()
    assert held(database, "phone") is None
    (row,) = rows
    assert (row.answers, row.device_hash, row.page) == ("{}", None, "ways")


def test_a_device_that_lets_go_keeps_what_has_a_code(
    database: Database, new_draft: NewDraft
) -> None:
    begun = new_draft("phone", ways=["bus"])
    with database.writing() as connection:
        drafts.give_code(connection, begun.id, "code")
        drafts.forget_device(connection, "phone")
    assert held(database, "phone") is None
    with database.reading() as connection:
        found = drafts.of_code(connection, "code")
    assert found is not None
    assert found.has_code
    assert found.answers["ways"] == ["bus"]


def test_what_was_let_go_cannot_be_saved_into_any_more(
    database: Database, new_draft: NewDraft
) -> None:
    begun = new_draft("phone")
    with database.writing() as connection:
        drafts.forget_device(connection, "phone")
    with database.writing() as connection:
        assert not drafts.save(connection, begun, {"story": "late words"}, **WHERE)


def test_a_draft_moves_to_the_device_that_knows_its_code(
    database: Database, new_draft: NewDraft
) -> None:
    here, there = new_draft("here", ways=["bus"]), new_draft("there", ways=["walk"])
    with database.writing() as connection:
        drafts.give_code(connection, here.id, "code")
        drafts.move_to_device(connection, here.id, "there")
    found = held(database, "there")
    assert found is not None
    assert found.id == here.id != there.id
    assert held(database, "here") is None


def test_a_newer_code_takes_the_place_of_the_older(database: Database, new_draft: NewDraft) -> None:
    begun = new_draft("phone")
    with database.writing() as connection:
        drafts.give_code(connection, begun.id, "older")
        drafts.give_code(connection, begun.id, "newer")
        assert drafts.of_code(connection, "older") is None
        assert drafts.of_code(connection, "newer") is not None


def test_where_people_stopped_is_counted(
    database: Database, survey: Survey, new_draft: NewDraft
) -> None:
    for number, page in enumerate(["ways", "ways", "sex"]):
        new_draft(f"phone {number}", page=page)
    with database.writing() as connection:
        drafts.forget_device(connection, "phone 0")
        assert drafts.stopped_at(connection, survey.id) == {"ways": 2, "sex": 1}


def test_a_draft_that_has_just_changed_does_not_end(
    database: Database, new_draft: NewDraft
) -> None:
    begun = new_draft("phone")
    with database.writing() as connection:
        drafts.save(connection, begun, {"place": "just now"}, **WHERE)
        assert not drafts.end(connection, begun)
    changed = held(database, "phone")
    assert changed is not None
    with database.writing() as connection:
        assert drafts.end(connection, changed)
    assert held(database, "phone") is None
