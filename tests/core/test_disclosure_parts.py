"""Hierarchies, groups by themselves, and published tables read from a file."""

import pytest

from engage.disclosure.groups import ProtectedGroups, protect_groups
from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.level import MISSING_LEVEL, Level
from engage.disclosure.protected import UnsafeNumberError
from engage.disclosure.protecting import protect
from engage.disclosure.public import PublicTable
from engage.statistics.table import UndeclaredCodeError, tabulate

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


@pytest.mark.parametrize(
    "groupings",
    [
        ((Level("g", ("a",)),),),
        ((Level("g", ("a", "b")), Level("h", ("b", "c"))),),
        (
            (Level("g", ("a", "b")), Level("c", ("c",))),
            (Level("a", ("a",)), Level("h", ("b", "c"))),
        ),
    ],
)
def test_groupings_cover_each_code_once_and_are_nested(groupings):
    with pytest.raises(ValueError, match="a grouping"):
        Hierarchy(("a", "b", "c"), groupings)


def test_hierarchies_of_other_codes_and_codes_given_twice_are_errors():
    table = tabulate("q", "c", "ab", "xy", [("a", "x", 30)])
    with pytest.raises(ValueError, match="codes of the table"):
        protect(table, Hierarchy(("b", "a")))
    with pytest.raises(ValueError, match="threshold"):
        protect(table, Hierarchy(("a", "b")), threshold=0)
    with pytest.raises(ValueError, match="each once"):
        Hierarchy(("a", "a"))


def test_a_declared_root_keeps_its_code():
    ages = Hierarchy(("a", "b"), ((Level("everyone", ("b", "a")),),))
    assert ages.partitions[-1] == (Level("everyone", ("a", "b")),)


def test_groups_of_a_classification_are_merged_by_themselves():
    counts = dict(zip(AGE_CODES, (3, 20, 40, 40, 30, 12, 2), strict=True))
    found = protect_groups("age", {**counts, None: 4}, AGE)
    assert found.by_code()[0] == ("16-24", 23)
    assert found.by_code()[-1] == ("75+", 14)
    assert found.missing_group_left_out
    assert found.total == 147
    census = dict.fromkeys(AGE_CODES[1:], 100)
    assert found.population(census) == {
        "25-44": 100,
        "45-64": 100,
        "65-74": 100,
        "75+": 200,
    }
    assert protect_groups("age", {**counts, None: 10}, AGE).groups[-1] == MISSING_LEVEL


def test_groups_that_cannot_be_shown_are_refused():
    assert protect_groups("age", {None: 50}, AGE).code == "no_answers"
    assert protect_groups("age", {"85+": 5}, AGE).code == "too_few_answers"
    with pytest.raises(UndeclaredCodeError):
        protect_groups("age", {"99+": 5}, AGE)
    with pytest.raises(UnsafeNumberError):
        ProtectedGroups("age", (Level("a", ("a",)),), (9,), False, 10)
    with pytest.raises(ValueError, match="one count"):
        ProtectedGroups("age", (), (9,), False, 10)


PUBLIC = protect(
    tabulate("q", "c", "ab", "xy", [(g, c, 20) for g in "ab" for c in "xy"]), Hierarchy(("a", "b"))
).public()


def test_a_public_table_that_was_tampered_with_is_refused():
    document = PUBLIC.to_document()
    for change in (
        {"percentages": [[101, 0]] * 2},
        {"percentages": [[25.5, 0]] * 2},
        {"percentages": [[25]] * 2},
        {"percentages": 4},
        {"bases": [41] * 2},
        {"bases": [40]},
        {"not_answered": [0]},
        {"groups": [{"code": "a"}] * 2},
        {"threshold": "10"},
        {"more": 1},
    ):
        with pytest.raises(ValueError, match=r"one|not the|whole|multiple"):
            PublicTable.from_document({**document, **change})
