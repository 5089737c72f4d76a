"""The rules by which a release's page says who is not heard, and which facts come first."""

import json

from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from engage.disclosure.level import Level
from engage.disclosure.public import PublicTable
from engage.publish.facts import Fact, facts
from engage.publish.files import tables_csv
from engage.publish.hearing import Heard, overheard, unheard
from engage.publish.labels import Labels
from engage.publish.reading import Published, Reach, ReachGroup
from engage.store.releases import Release

PERCENTAGE = st.integers(0, 100)
GROUPS = st.lists(
    st.builds(
        ReachGroup,
        st.text("abc", min_size=1, max_size=3),
        st.none() | PERCENTAGE,
        st.none() | PERCENTAGE,
        st.integers(0, 50).map(lambda tens: 10 * tens),
    ),
    max_size=8,
)


def reach(*groups: tuple[str, int | None, int | None, int]) -> Reach:
    rows = tuple(ReachGroup(*group) for group in groups)
    return Reach("age_band", rows, None, None, None)


def table(
    question: str, *, bases: tuple[int, ...], rows: tuple[tuple[int, ...], ...], total: int
) -> PublicTable:
    """A table of a yes-or-no question by groups g0, g1 ..."""
    return PublicTable(
        question=question,
        classification=f"of_{question}",
        groups=tuple(Level(f"g{n}", (f"g{n}",)) for n in range(len(bases))),
        categories=(Level("yes", ("yes",)), Level("no", ("no",))),
        percentages=rows,
        bases=bases,
        total_percentages=(total, 100 - total),
        total_base=sum(bases),
        not_answered=None,
        multiple=False,
        too_few=(),
        missing_group_left_out=False,
        missing_category_left_out=False,
        threshold=10,
    )


def published(*tables: PublicTable) -> Published:
    release = Release("small", 1, None, "", "")  # type: ignore[arg-type]
    return Published(release, {"demonstration": False}, tables, ())


def test_a_group_well_below_its_share_is_named() -> None:
    found = reach(("young", 30, 20, 300), ("middle", 68, 73, 680), ("old", 2, 7, 20))
    assert unheard([found]) == (Heard("age_band", "old", 2, 7), Heard("age_band", "middle", 68, 73))
    assert overheard([found]) == (Heard("age_band", "young", 30, 20),)


def test_what_may_be_rounding_is_not_named() -> None:
    assert unheard([reach(("a", 1, 2, 500), ("b", 17, 20, 500), ("c", 82, 78, 500))]) == ()


def test_few_answers_say_nothing() -> None:
    assert unheard([reach(("young", 90, 50, 80), ("old", 10, 50, 10))]) == ()


@given(GROUPS)
def test_nobody_is_both_heard_too_little_and_too_much(groups: list[ReachGroup]) -> None:
    found = [Reach("x", tuple(groups), None, None, None)]
    less, more = unheard(found), overheard(found)
    assert all(each.percentage < each.population for each in less)
    assert all(each.percentage > each.population for each in more)
    assert len(less) <= 4
    assert len(more) <= 4


def test_the_largest_difference_comes_first_and_each_question_once() -> None:
    small = table("a", bases=(900, 100), rows=((40, 60), (60, 40)), total=42)
    large = table("b", bases=(800, 200), rows=((20, 80), (80, 20)), total=32)
    first, second, third = facts(published(small, large, table_of_all()))
    assert first == Fact("b", "yes", 80, 32, "of_b", "g1")
    assert (second.question, second.percentage) == ("a", 60)
    assert third == Fact("all", "yes", 70, 70)


def table_of_all() -> PublicTable:
    return table("all", bases=(500, 500), rows=((70, 30), (70, 30)), total=70)


def test_small_groups_and_small_differences_are_no_facts() -> None:
    tiny = table("a", bases=(900, 90), rows=((40, 60), (90, 10)), total=44)
    near = table("b", bases=(200, 200), rows=((46, 54), (54, 46)), total=50)
    assert all(fact.group is None for fact in facts(published(tiny, near)))


LABELS = {
    "title": "=1+1",
    "operator": "",
    "variables": {"q": {"title": "=HYPERLINK(1)", "asked": "", "codes": {"yes": "+1", "no": "@x"}}},
}


def test_no_cell_of_a_file_is_a_formula() -> None:
    app = Flask(__name__)
    Babel(app)
    plain = json.loads(json.dumps(LABELS))
    with app.test_request_context():
        text = tables_csv(
            published(table("q", bases=(100, 100), rows=((1, 99), (2, 98)), total=1)),
            Labels(plain),
        )
    for cell in text.replace('"', "").replace("\r\n", ",").split(","):
        assert not cell.startswith(("=", "+", "-", "@"))
    assert "'=HYPERLINK(1)" in text
    assert "'+1" in text
