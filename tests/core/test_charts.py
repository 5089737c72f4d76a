"""Charts: what they say, to whom, and what they do not say."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.web.charts.chart import Chart, Line, Row
from engage.web.charts.drawing import share_chart, share_panels
from engage.web.charts.lines import lines

SVG = "{http://www.w3.org/2000/svg}"
AGES = (
    Row("16 to 24", 46, 39, 53, marker=31),
    Row("25 to 64", 0),
    Row("65 or over", None, note="too few answers to say"),
)
CHART = Chart(
    "tried",
    "Have tried it, by age",
    "Between 0% and 46% of each group.",
    AGES,
    (Line(45, "all who answered: 45%"),),
    dot_name="Those who answered",
    range_name="Range",
    marker_name="Census 2021",
)


def percent(number):
    return f"{number}%"


def drawn(chart, **options):
    markup = share_chart(chart, percent, **options)
    return ElementTree.fromstring(str(markup).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def texts(svg):
    return [node.text for node in svg.iter(f"{SVG}text")]


def places(svg, name, attribute):
    found = [node for node in svg.iter() if name in node.get("class", "").split()]
    return [float(node.get(attribute).removesuffix("%")) for node in found]


def test_a_chart_is_an_image_with_a_name_and_a_description():
    svg = drawn(CHART)
    assert svg.get("role") == "img"
    ids = {node.get("id"): node.text for node in svg if node.get("id")}
    assert ids[svg.get("aria-labelledby")] == CHART.title
    assert ids[svg.get("aria-describedby")] == CHART.description


def test_every_group_has_its_name_and_its_figure_or_the_reason_for_none():
    said = texts(drawn(CHART))
    groups = [words for words in said if words in {row.label for row in AGES}]
    assert groups == ["16 to 24", "25 to 64", "65 or over"]
    assert said.count("46%") == 1
    assert "too few answers to say" in said
    assert {"Those who answered", "Range", "Census 2021"} <= set(said)
    assert {"all who answered:", "45%"} <= set(said)
    assert said[3:8] == ["0%", "25%", "50%", "75%", "100%"]


def test_the_key_names_only_what_is_drawn():
    plain = Chart("a", "t", "d", (Row("x", 5),), dot_name="Dot", range_name="R", marker_name="M")
    assert not {"Dot", "R", "M"} & set(texts(drawn(plain)))


def test_nothing_in_it_needs_an_inline_style_or_a_script():
    markup = str(share_panels([("Tried it", CHART)], percent, rtl=True))
    assert not re.search(r"style|<script|\son\w+=|href|url\(", markup)


def test_words_cannot_break_out():
    hostile = '"><script>alert(1)</script>&'
    chart = Chart(hostile, hostile, hostile, (Row(hostile, 5, 1, 9, 7),), (Line(5, hostile),))
    panels = share_panels([(hostile, chart)], lambda _: hostile)
    assert "<script" not in panels
    ElementTree.fromstring(panels)


shares = st.integers(0, 100)


@given(st.lists(st.tuples(shares, shares, shares), max_size=5), shares)
def test_right_to_left_is_the_mirror_image(groups, line):
    rows = tuple(Row(str(n), p, min(p, low), p, m) for n, (p, low, m) in enumerate(groups))
    chart = Chart("a", "t", "d", rows, (Line(line, "all"),))
    straight, mirrored = drawn(chart), drawn(chart, rtl=True)
    for name, attribute in (("chart-dot", "cx"), ("chart-line", "x1"), ("chart-grid", "x2")):
        one, other = places(straight, name, attribute), places(mirrored, name, attribute)
        assert one == pytest.approx([100 - place for place in other])
    assert mirrored.get("direction") == "rtl"


@given(st.lists(shares, min_size=1, max_size=8))
def test_a_dot_says_no_more_than_its_whole_percentage(percentages):
    rows = tuple(Row(str(place), p) for place, p in enumerate(percentages))
    dots = places(drawn(Chart("a", "t", "d", rows)), "chart-dot", "cx")
    assert dots == pytest.approx([7 + 0.86 * p for p in percentages])
    assert all(0 <= dot <= 100 for dot in dots)


def test_a_group_that_is_not_shown_has_no_dot_and_no_length():
    chart = Chart("a", "t", "d", (Row("x", None, note="too few"),))
    svg = drawn(chart)
    assert not places(svg, "chart-dot", "cx")
    assert not places(svg, "chart-grid", "x1")


@pytest.mark.parametrize("share", [45.5, 101, -1, True])
def test_only_whole_percentages_are_taken(share):
    with pytest.raises(ValueError, match="whole percentages"):
        Chart("a", "t", "d", (Row("x", share),))


def test_half_a_range_and_an_unexplained_gap_are_errors():
    with pytest.raises(ValueError, match="two ends"):
        Row("x", 5, low=3)
    with pytest.raises(ValueError, match="says why"):
        Row("x", None)


def test_panels_are_figures_with_headings():
    other = Chart("heard", "t", "d", AGES)
    figures = ElementTree.fromstring(share_panels([("Tried", CHART), ("Heard", other)], percent))
    assert [figure[0].text for figure in figures] == ["Tried", "Heard"]
    ids = [node.get("id") for node in figures.iter() if node.get("id")]
    assert len(ids) == len(set(ids)) == 4


@given(st.text(alphabet="ab ś字ٹ", max_size=80), st.integers(2, 30))
def test_lines_keep_every_letter_within_the_limit(text, limit):
    found = lines(text, limit)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= limit for line in found)


def test_lines_break_at_spaces_and_inside_ideographs():
    assert lines("Any other Mixed background", 16) == ("Any other Mixed", "background")
    assert lines("其他任何混合背景", 8) == ("其他任何", "混合背景")
    assert lines("", 8) == ()
