"""Tables, percentages and shares against a population."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.statistics.percentages import whole_percentage, wilson
from engage.statistics.shares import shares
from engage.statistics.table import MISSING, Table, UndeclaredCodeError, tabulate

AGES = ["16-24", "25-64", "65+"]
LADDER = ["not_heard", "heard", "tried"]

triples = st.lists(
    st.tuples(
        st.sampled_from([*AGES, MISSING, "prefer_not"]),
        st.sampled_from([*LADDER, MISSING, "prefer_not"]),
        st.integers(0, 50),
    )
)


def ladder_by_age(cells, **options):
    return tabulate("know", "age", AGES, LADDER, cells, **options)


def test_a_table_is_filled_with_zeros_in_declared_order():
    table = ladder_by_age([("65+", "heard", 3), (None, "tried", 2), ("16-24", None, 4)])
    assert table.groups == ("16-24", "25-64", "65+", MISSING)
    assert table.categories == ("not_heard", "heard", "tried", MISSING)
    assert table.counts == ((0, 0, 0, 4), (0, 0, 0, 0), (0, 3, 0, 0), (0, 0, 2, 0))
    assert table.bases == (0, 0, 3, 2)
    assert table.not_asked == (0, 0, 0, 0)


@given(triples, st.randoms())
def test_the_order_of_the_triples_changes_nothing(cells, random):
    shuffled = random.sample(cells, len(cells))
    options = {"missing_codes": {"prefer_not"}}
    table = ladder_by_age(cells, **options)
    assert table == ladder_by_age(shuffled, **options)
    assert sum(map(sum, table.counts)) == sum(count for _, _, count in cells)


@pytest.mark.parametrize(
    ("cell", "role"), [(("90+", "heard", 1), "group"), (("65+", "hard", 1), "category")]
)
def test_an_undeclared_code_is_an_error(cell, role):
    with pytest.raises(UndeclaredCodeError) as error:
        ladder_by_age([cell])
    assert error.value.role == role


def test_several_answers_each_have_the_base_of_those_who_answered():
    cells = [("65+", "heard", 6), ("65+", "tried", 5), ("65+", None, 2)]
    table = ladder_by_age(cells, bases={"65+": 8}, not_asked={"65+": 4, None: 1})
    assert table.multiple
    assert table.bases == (0, 0, 8, 0)
    assert table.not_asked == (0, 0, 4, 1)


@pytest.mark.parametrize("base", [5, 12])
def test_a_base_that_cannot_be_is_an_error(base):
    with pytest.raises(ValueError, match="base"):
        ladder_by_age([("65+", "heard", 6), ("65+", "tried", 5)], bases={"65+": base})


def test_counts_below_zero_and_wrong_shapes_are_errors():
    with pytest.raises(ValueError, match="below zero"):
        ladder_by_age([("65+", "heard", -1)])
    with pytest.raises(ValueError, match="below zero"):
        ladder_by_age([], not_asked={"65+": -1})
    with pytest.raises(ValueError, match="missing level"):
        Table("q", "c", ("a",), ("x", None), ((1, 0),), (1,), (0,))
    with pytest.raises(ValueError, match="one row"):
        Table("q", "c", ("a", None), ("x", None), ((1, 0),), (1,), (0,))
    with pytest.raises(ValueError, match="each category"):
        Table("q", "c", ("a", None), ("x", None), ((1, 0), (1,)), (1, 1), (0, 0))
    with pytest.raises(ValueError, match="sum of its row"):
        Table("q", "c", ("a", None), ("x", None), ((1, 0), (1, 0)), (1, 2), (0, 0))


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_percentage_is_the_nearest_whole_number(count, more):
    base = count + more
    exact = Fraction(100 * count, base)
    assert abs(whole_percentage(count, base) - exact) <= Fraction(1, 2)
    assert whole_percentage(base, base) == 100
    assert whole_percentage(0, 0) is None


def test_halves_round_up():
    assert [whole_percentage(n, 200) for n in (1, 3, 5)] == [1, 2, 3]


def test_wilson_agrees_with_a_known_figure():
    # 81 of 263: R 4.5, prop.test(81, 263, correct = FALSE)
    low, high = wilson(81 / 263, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


@given(st.integers(1, 5_000), st.data())
def test_an_interval_holds_its_share(n, data):
    share = data.draw(st.integers(0, n)) / n
    low, high = wilson(share, n)
    assert 0 <= low <= share <= high <= 1


@pytest.mark.parametrize("arguments", [(1.1, 5), (0.5, 0), (0.5, 5, 1.0)])
def test_an_interval_of_nothing_is_an_error(arguments):
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson(*arguments)


def test_shares_stand_beside_those_of_the_population():
    found = shares([("16-24", 10), ("25-64", 30), (MISSING, 7)], {"16-24": 500, "25-64": 500})
    young, old = found.rows
    assert (found.n, found.population, found.missing) == (40, 1000, 7)
    assert (young.share, young.population_share, young.index, young.points) == (0.25, 0.5, 50, -25)
    assert (old.index, old.points) == (150, 25)
    assert found.dissimilarity == 25


def test_a_group_without_a_population_figure_is_outside_the_shares():
    found = shares([("a", 10), ("b", 30), ("other", 5)], {"a": 1, "b": 1})
    assert (found.n, found.without_population) == (40, 5)
    assert found.rows[2].share is None
    assert found.rows[2].index is None


def test_nobody_has_no_shares():
    found = shares([("a", 0), ("b", 0)], {"a": 0, "b": 10})
    assert found.dissimilarity is None
    assert [row.share for row in found.rows] == [None, None]
    assert shares([("a", 5), ("b", 0)], {"a": 0, "b": 10}).rows[0].index is None


def test_a_group_given_twice_or_below_zero_is_an_error():
    with pytest.raises(ValueError, match="once"):
        shares([("a", 1), ("a", 1)], {})
    with pytest.raises(ValueError, match="below zero"):
        shares([("a", -1)], {})


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 99)), min_size=1, max_size=8))
def test_a_sample_like_the_population_has_index_100(figures):
    counts = [(str(place), n) for place, (n, _) in enumerate(figures)]
    if not any(n for _, n in counts):
        return
    same = shares(counts, {code: 3 * n for code, n in counts})
    assert same.dissimilarity == pytest.approx(0)
    assert all(row.index is None or row.index == pytest.approx(100) for row in same.rows)
    other = shares(counts, {str(place): figure for place, (_, figure) in enumerate(figures)})
    assert 0 <= other.dissimilarity <= 100 + 1e-9
    assert sum(row.points for row in other.rows) == pytest.approx(0)
