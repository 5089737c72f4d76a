"""Subtraction between the tables of one release."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.joint import conflicts, settle
from engage.disclosure.level import Level
from engage.disclosure.possible import possible
from engage.disclosure.protected import ProtectedTable, Refusal
from engage.disclosure.protecting import alternatives, protect
from engage.statistics.table import tabulate

LETTERS = Hierarchy(("a", "b", "c"), ((Level("ab", ("a", "b")), Level("c", ("c",))),))
YES_NO = Hierarchy(("no", "yes"))


def plan_entry(rows, question="q", classification="c", **options):
    cells = [(g, c, n) for g, row in rows.items() for c, n in zip(YES_NO.codes, row, strict=True)]
    table = tabulate(question, classification, LETTERS.codes, YES_NO.codes, cells, **options)
    return alternatives(table, LETTERS, YES_NO)


def shown(rows, question="q", classification="c", **options):
    return plan_entry(rows, question, classification, **options)[0]


ROWS = {"a": (20, 30), "b": (20, 30), "c": (20, 30)}


def test_margin_minus_shown_cells_is_a_conflict():
    """Three people did not say their age, all did say their sex: the totals tell of the three."""
    by_age = shown({**ROWS, None: (3, 0)}, classification="age")
    by_sex = shown({**ROWS, "c": (23, 30)}, classification="sex")
    found = conflicts([by_age, by_sex])
    assert {(c.code, c.place) for c in found} == {
        ("question_base", ()),
        ("question_total", ("no",)),
    }
    assert found[0].earlier is by_age
    assert found[0].later is by_sex


def test_groups_asked_of_a_few_more_people_are_a_conflict():
    one = shown(ROWS, question="one")
    other = shown({**ROWS, "b": (20, 35)}, question="other")
    assert [(c.code, c.place) for c in conflicts([one, other])] == [("group_base", ("b",))]


def test_groups_are_compared_where_both_can_be_added_up():
    merged = shown({**ROWS, "a": (3, 30), "b": (20, 48)}, question="merged")
    assert [level.code for level in merged.groups] == ["ab", "c"]
    found = conflicts([shown(ROWS), merged])
    assert [(c.code, c.place) for c in found] == [("group_base", ("a", "b"))]


def test_those_who_did_not_say_are_compared_with_their_like():
    one = shown({**ROWS, None: (20, 20)}, question="one")
    other = shown({**ROWS, None: (20, 25)}, question="other")
    assert [(c.code, c.place) for c in conflicts([one, other])] == [("group_base", ())]


@pytest.mark.parametrize("more", [0, 10, 50])
def test_no_difference_or_a_large_one_is_no_conflict(more):
    assert not conflicts([shown(ROWS), shown({**ROWS, "b": (20, 30 + more)}, question="other")])


def test_rounding_hides_what_is_large_and_not_what_is_small():
    large = {"a": (200, 300), "b": (200, 300), "c": (200, 300)}
    tables = [shown(large), shown({**large, "b": (200, 303)}, question="other")]
    assert conflicts(tables)
    assert not conflicts([table.public() for table in tables])
    # 12 of 22 and 14 of 24 are the only counts that round to 55 and 58 % of about 20.
    one = shown({**ROWS, "a": (10, 12)})
    tables = [one, shown({**ROWS, "a": (10, 14)}, question="other")]
    readings = [possible(table.public()).bases[0] for table in tables]
    assert readings == [(22, 22), (24, 24)]
    assert [c.place for c in conflicts([table.public() for table in tables])] == [("a",)]


counts = st.one_of(st.just(0), st.integers(10, 400))


@given(st.lists(st.tuples(counts, counts), min_size=3, max_size=3), st.booleans())
def test_the_exact_numbers_are_always_possible(rows, multiple):
    cells = [
        (g, c, n)
        for g, row in zip("abc", rows, strict=True)
        for c, n in zip(YES_NO.codes, row, strict=True)
    ]
    bases = {g: sum(row) for g, row in zip("abc", rows, strict=True)} if multiple else None
    table = tabulate("q", "c", LETTERS.codes, YES_NO.codes, cells, bases=bases)
    found = protect(table, LETTERS, YES_NO)
    if isinstance(found, Refusal):
        return
    exact, read = possible(found), possible(found.public())
    pairs = zip(
        (*exact.bases, exact.total_base, *exact.totals),
        (*read.bases, read.total_base, *read.totals),
        strict=True,
    )
    assert all(low <= number <= high for (number, _), (low, high) in pairs)


@given(st.lists(st.tuples(counts, counts), min_size=3, max_size=3))
def test_a_table_is_in_no_conflict_with_itself_or_a_coarser_self(rows):
    found = plan_entry(dict(zip("abc", rows, strict=True)))
    if not isinstance(found, Refusal):
        assert not conflicts(found)
        assert not conflicts([table.public() for table in found])


def test_settling_takes_a_coarser_table_before_it_leaves_one_out():
    rows = {"a": (20, 30), "b": (20, 30), "c": (20, 30)}
    moved = {"a": (20, 25), "b": (20, 35), "c": (20, 30)}
    plan = [plan_entry(rows, "one"), plan_entry(moved, "other")]
    one, other = settle(plan, exact=True)
    assert one == plan[0][0]
    assert isinstance(other, ProtectedTable)
    assert [level.code for level in other.groups] == ["ab", "c"]
    assert not conflicts([one, other])


def test_settling_leaves_out_what_stays_in_conflict_and_says_with_what():
    plan = [
        plan_entry(ROWS, "one"),
        Refusal("no_answers", "none", "c"),
        plan_entry({**ROWS, "b": (20, 33)}, "other"),
        plan_entry(ROWS, "third"),
    ]
    settled = settle(plan, exact=True)
    assert settled[1] == plan[1]
    assert settled[2] == Refusal(
        "conflict",
        "other",
        "c",
        {"threshold": 10, "other_question": "one", "other_classification": "c"},
    )
    assert settled[3] == plan[3][0]
    assert isinstance(settle(plan)[2], ProtectedTable | Refusal)
    with pytest.raises(ValueError, match="at least one table"):
        settle([()])


@given(
    st.lists(st.lists(st.tuples(counts, counts), min_size=3, max_size=3), max_size=4), st.booleans()
)
def test_what_is_settled_is_free_of_conflicts(tables, exact):
    plan = [
        plan_entry(dict(zip("abc", rows, strict=True)), f"q{place % 2}", f"c{place // 2}")
        for place, rows in enumerate(tables)
    ]
    settled = settle(plan, exact=exact)
    kept = [table for table in settled if isinstance(table, ProtectedTable)]
    assert not conflicts([table if exact else table.public() for table in kept])
    assert len(settled) == len(plan)
