"""What holds for every table, on small trees of any shape."""

from itertools import combinations, product

from hypothesis import assume, given
from hypothesis import strategies as st

from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.level import MISSING_LEVEL, Level
from engage.disclosure.protected import ProtectedTable, Refusal
from engage.disclosure.protecting import alternatives, protect
from engage.disclosure.public import PublicTable
from engage.statistics.table import MISSING, tabulate


def codes_of(levels):
    return [level.code for level in levels]


@st.composite
def hierarchies(draw, most=5):
    codes = tuple("abcdefgh"[: draw(st.integers(1, most))])
    groupings, parts = [], [(code,) for code in codes]
    for depth in range(draw(st.integers(0, 2))):
        joined, rest = [], list(parts)
        while rest:
            size = draw(st.integers(1, len(rest)))
            joined.append(tuple(code for part in rest[:size] for code in part))
            rest = rest[size:]
        parts = joined
        groupings.append(tuple(Level(f"g{depth}{p[0]}", p) for p in parts))
    return Hierarchy(codes, tuple(groupings))


counts = st.one_of(st.just(0), st.integers(0, 12), st.integers(8, 30))


@st.composite
def situations(draw, multiple=None):
    groups, categories = draw(hierarchies()), draw(hierarchies(4))
    levels = (*groups.codes, MISSING)
    cells = [(g, c, draw(counts)) for g, c in product(levels, (*categories.codes, MISSING))]
    bases = None
    if draw(st.booleans()) if multiple is None else multiple:
        bases = {}
        for group in levels:
            row = [n for g, c, n in cells if g == group and c is not MISSING]
            bases[group] = draw(st.integers(max(row), sum(row)))
    not_asked = {group: draw(counts) for group in levels} if draw(st.booleans()) else None
    table = tabulate(
        "q", "c", groups.codes, categories.codes, cells, bases=bases, not_asked=not_asked
    )
    return table, groups, categories, draw(st.sampled_from([1, 3, 10]))


def numbers(table):
    yield from table.bases
    yield from table.not_answered or ()
    yield from (table.total_base, *table.total_counts)
    for row, base in zip(table.counts, table.bases, strict=True):
        yield from row
        if table.multiple:
            yield from (base - cell for cell in row)


@given(situations())
def test_every_number_of_every_alternative_is_zero_or_enough(situation):
    table, groups, categories, threshold = situation
    found = alternatives(table, groups, categories, threshold=threshold)
    tables = () if isinstance(found, Refusal) else found
    assert all(n == 0 or n >= threshold for table in tables for n in numbers(table))
    known = [(sum(1 for v in t.groups if v.members), len(t.categories)) for t in tables]
    sizes = [(groups * categories, groups) for groups, categories in known]
    assert sizes == sorted(sizes, reverse=True)


@given(situations())
def test_groups_are_a_partition_nested_in_the_hierarchy(situation):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    assume(isinstance(found, ProtectedTable))
    members = [code for level in found.groups for code in level.members]
    assert sorted(members) == sorted(groups.codes)
    declared = {(code,) for code in groups.codes} | {groups.codes}
    declared |= {level.members for grouping in groups.groupings for level in grouping}
    assert all(level.members in declared or level == MISSING_LEVEL for level in found.groups)
    shown = {code for level in found.categories for code in level.members}
    assert shown | set(found.too_few) == set(categories.codes)
    assert not shown & set(found.too_few)


@given(situations())
def test_cells_are_sums_of_the_cells_that_they_merge(situation):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    assume(isinstance(found, ProtectedTable))
    exact = {
        (group, category): table.counts[row][column]
        for row, group in enumerate(table.groups)
        for column, category in enumerate(table.categories)
    }
    for level, row, base in zip(found.groups, found.counts, found.bases, strict=True):
        members = level.members or (MISSING,)
        for category, cell in zip(found.categories, row, strict=True):
            assert cell == sum(exact[pair] for pair in product(members, category.members))
        assert base == sum(table.bases[table.groups.index(code)] for code in members)
    if not found.missing_group_left_out:
        assert found.total_base == sum(table.bases)
    if not (found.missing_category_left_out or found.missing_group_left_out):
        shown = sum(row[-1] for row in table.counts)
        hidden = 0 if found.groups[-1] == MISSING_LEVEL else table.counts[-1][-1]
        assert found.total_not_answered == shown - hidden


@given(situations())
def test_protecting_twice_is_protecting_once(situation):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    assume(isinstance(found, ProtectedTable))
    known = [level for level in found.groups if level != MISSING_LEVEL]
    again = tabulate(
        "q",
        "c",
        codes_of(known),
        codes_of(found.categories),
        [
            (group.code, category.code, found.counts[row][column])
            for row, group in enumerate(found.groups)
            for column, category in enumerate(found.categories)
        ],
        bases=dict(zip(codes_of(found.groups), found.bases, strict=True))
        if found.multiple and not found.too_few
        else None,
    )
    assume(again.multiple == found.multiple)
    twice = protect(
        again,
        Hierarchy(tuple(codes_of(known))),
        Hierarchy(tuple(codes_of(found.categories))),
        threshold=threshold,
    )
    assume(sum(found.bases[: len(known)]) > 0)
    assert isinstance(twice, ProtectedTable)
    assert codes_of(twice.groups) == codes_of(found.groups)
    assert (twice.counts, twice.bases) == (found.counts, found.bases)


@given(situations(), st.integers(1, 5))
def test_more_respondents_of_every_sort_never_hide_anything(situation, times):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    assume(isinstance(found, ProtectedTable))
    more = type(table)(
        **{
            **vars(table),
            "counts": tuple(tuple(times * n for n in row) for row in table.counts),
            "bases": tuple(times * n for n in table.bases),
            "not_asked": tuple(times * n for n in table.not_asked),
        }
    )
    grown = protect(more, groups, categories, threshold=threshold)
    assert isinstance(grown, ProtectedTable)
    known = [len([v for v in t.groups if v.members]) * len(t.categories) for t in (grown, found)]
    assert known[0] >= known[1]


def all_cuts(node):
    """Every cut of a tree, found without the code under test."""
    yield (node.level,)
    if node.children:
        for parts in product(*(list(all_cuts(child)) for child in node.children)):
            yield tuple(level for part in parts for level in part)


def brute_force(table, groups, categories, threshold):
    """The most (cells, groups) that any safe choice shows, without the missing levels."""
    place = {code: row for row, code in enumerate(table.groups)}
    column = {code: at for at, code in enumerate(table.categories)}
    if table.multiple:
        single = [Level(code, (code,)) for code in categories.codes]
        choices = [c for size in range(1, 9) for c in combinations(single, size)]
    else:
        choices = [c for c in categories.partitions if len(c) > 1]

    def safe(group, shown):
        base = sum(table.bases[place[code]] for code in group.members)
        found = [base, sum(table.not_asked[place[code]] for code in group.members)]
        for category in shown:
            pairs = product(group.members, category.members)
            cell = sum(table.counts[place[g]][column[c]] for g, c in pairs)
            found += [cell, base - cell] if table.multiple else [cell]
        return all(n == 0 or n >= threshold for n in found)

    return max(
        (
            (len(cut) * len(shown), len(cut))
            for shown, cut in product(choices, set(all_cuts(groups.root)))
            if all(safe(group, shown) for group in cut)
        ),
        default=None,
    )


@given(situations())
def test_no_safe_choice_shows_more(situation):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    best = brute_force(table, groups, categories, threshold)
    if isinstance(found, ProtectedTable):
        known = len([level for level in found.groups if level.members])
        assert (known * len(found.categories), known) == best
    elif found.code == "no_safe_grouping":
        assert best is None
    else:
        assert sum(table.bases[:-1]) < threshold


@given(situations())
def test_a_public_table_is_read_back_as_it_was(situation):
    table, groups, categories, threshold = situation
    found = protect(table, groups, categories, threshold=threshold)
    assume(isinstance(found, ProtectedTable))
    public = found.public()
    assert PublicTable.from_json(public.to_json()) == public
    assert PublicTable.from_json(public.to_json()).to_json() == public.to_json()
    for exact, shown in zip(found.bases, public.bases, strict=True):
        assert abs(exact - shown) <= 5
        assert shown % 10 == 0
