"""Merging until every number is 0 or at least the threshold, and showing most of what is safe."""

import pytest

from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.level import ALL, MISSING_LEVEL, Level
from engage.disclosure.protected import ProtectedTable, Refusal, UnsafeNumberError
from engage.disclosure.protecting import protect
from engage.statistics.table import tabulate

AGE_CODES = ("16-17", "18-24", "25-44", "45-64", "65-74", "75-84", "85+")
AGE = Hierarchy(
    AGE_CODES,
    (
        (
            Level("16-24", ("16-17", "18-24")),
            Level("25-44", ("25-44",)),
            Level("45-64", ("45-64",)),
            Level("65-74", ("65-74",)),
            Level("75+", ("75-84", "85+")),
        ),
        (Level("16-44", ("16-17", "18-24", "25-44")), Level("45+", AGE_CODES[3:])),
    ),
)
LADDER = Hierarchy(
    ("not_heard", "heard", "once", "often"),
    ((Level("not_used", ("not_heard", "heard")), Level("used", ("once", "often"))),),
)


def codes_of(levels):
    return [level.code for level in levels]


def by_age(rows, threshold=10, **options):
    """Protects rows of (not_heard, heard, once, often[, missing]) by age."""
    cells = [
        (group, category, count)
        for group, row in rows.items()
        for category, count in zip((*LADDER.codes, None), row, strict=False)
    ]
    table = tabulate("know", "age", AGE_CODES, LADDER.codes, cells, **options)
    return protect(table, AGE, LADDER, threshold=threshold)


FULL = dict.fromkeys(AGE_CODES, (20, 20, 20, 20))


def test_a_table_that_is_safe_stays_as_it_is():
    found = by_age(FULL)
    assert codes_of(found.groups) == list(AGE_CODES)
    assert codes_of(found.categories) == list(LADDER.codes)
    assert found.percentages == ((25, 25, 25, 25),) * 7
    assert not found.missing_group_left_out
    assert not found.missing_category_left_out


def test_one_small_cell_merges_its_branch_only():
    found = by_age({**FULL, "85+": (20, 20, 3, 20)})
    assert codes_of(found.groups) == [*AGE_CODES[:5], "75+"]
    assert found.counts[-1] == (40, 40, 23, 40)


def test_a_group_that_still_fails_is_merged_further_up():
    found = by_age({**FULL, "75-84": (20, 20, 4, 20), "85+": (20, 20, 3, 20)})
    assert codes_of(found.groups) == ["16-17", "18-24", "25-44", "45+"]


def test_merging_categories_is_taken_when_it_shows_more():
    row = (5, 30, 30, 5)
    found = by_age(dict.fromkeys(AGE_CODES, row))
    assert codes_of(found.categories) == ["not_used", "used"]
    assert codes_of(found.groups) == list(AGE_CODES)
    assert found.counts[0] == (35, 35)


def test_without_groupings_all_are_merged():
    table = tabulate("q", "c", "ab", "xy", [("a", "x", 3), ("b", "x", 9), ("b", "y", 20)])
    found = protect(table, Hierarchy(("a", "b")))
    assert found.groups == (Level(ALL, ("a", "b")),)
    assert found.counts == ((12, 20),)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([], "no_answers"),
        ([(None, "x", 40), ("a", None, 40)], "no_answers"),
        ([("a", "x", 9)], "too_few_answers"),
        ([("a", "x", 9), ("b", "y", 9)], "no_safe_grouping"),
    ],
)
def test_a_refusal_says_why_without_a_count(cells, code):
    table = tabulate("q", "c", "ab", "xy", cells)
    found = protect(table, Hierarchy(("a", "b")))
    assert found == Refusal(code, "q", "c", {"threshold": 10})


def test_those_who_did_not_say_are_a_level_when_they_are_enough():
    found = by_age({**FULL, None: (20, 0, 20, 20)})
    assert found.groups[-1] == MISSING_LEVEL
    assert found.total_base == 7 * 80 + 60


def test_those_who_did_not_say_are_in_no_total_when_they_are_too_few():
    found = by_age({**FULL, None: (20, 0, 20, 3)})
    assert MISSING_LEVEL not in found.groups
    assert found.missing_group_left_out
    assert found.total_base == 7 * 80


def test_not_answered_is_outside_the_base_and_left_out_when_too_few():
    enough = by_age({**FULL, "85+": (20, 20, 20, 20, 11)})
    assert enough.not_answered == (0, 0, 0, 0, 0, 0, 11)
    assert enough.bases[-1] == 80
    too_few = by_age({**FULL, "85+": (20, 20, 20, 20, 9)})
    assert too_few.not_answered is None
    assert too_few.total_not_answered is None
    assert too_few.missing_category_left_out
    assert too_few.public().not_answered is None


def test_a_small_number_not_asked_keeps_merging():
    assert codes_of(by_age(FULL, not_asked={"85+": 4, "75-84": 6}).groups)[-1] == "75+"
    assert codes_of(by_age(FULL, not_asked={"85+": 4, "45-64": 6}).groups)[-1] == "45+"
    assert by_age(FULL, not_asked={"85+": 4}).code == "no_safe_grouping"


def test_a_category_too_few_chose_is_left_out_rather_than_merging_all():
    ages = ("a", "b", "c")
    cells = [(g, c, 40) for g in ages for c in "xyz"] + [(g, "w", 1) for g in ages]
    table = tabulate("q", "c", ages, "xyzw", cells, bases=dict.fromkeys(ages, 80))
    found = protect(table, Hierarchy(ages))
    assert codes_of(found.groups) == list(ages)
    assert codes_of(found.categories) == list("xyz")
    assert found.too_few == ("w",)


def test_all_but_a_few_choosing_a_category_is_too_few_who_did_not():
    cells = [("a", "x", 75), ("a", "y", 40)]
    table = tabulate("q", "c", "a", "xy", cells, bases={"a": 80})
    assert protect(table, Hierarchy(("a",))).too_few == ("x",)


def test_an_unsafe_table_cannot_be_made():
    safe = vars(by_age(FULL))
    for unsafe in (
        {"counts": ((20, 20, 31, 9), *safe["counts"][1:])},
        {"not_answered": (9, 0, 0, 0, 0, 0, 0)},
        {"multiple": True, "bases": (25, *safe["bases"][1:])},
    ):
        with pytest.raises(UnsafeNumberError):
            ProtectedTable(**{**safe, **unsafe})
    for wrong in (
        {"bases": (90, *safe["bases"][1:])},
        {"bases": safe["bases"][1:]},
        {"counts": safe["counts"][1:]},
        {"counts": ((20, 60), *safe["counts"][1:])},
        {"threshold": 0},
    ):
        with pytest.raises(ValueError, match=r"one|sum|at least"):
            ProtectedTable(**{**safe, **wrong})
