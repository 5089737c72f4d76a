"""Drawing a chart of shares: one row for each group, its label above its own axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from engage.web.charts.canvas import TICKS, Canvas
from engage.web.charts.chart import Chart, Line, Row
from engage.web.charts.element import element
from engage.web.charts.lines import lines

BAND = 1.6  # em: the height of a row below its label
GAP = 0.8  # em: between rows
LABEL, KEY, NAME = 26, 30, 18  # letters on a line that fit a screen 320 px wide


def share_chart(chart: Chart, number: Callable[[int], str], *, rtl: bool = False) -> Markup:
    """The chart as an inline SVG with the classes of the stylesheet.

    `number` writes a whole percentage in the reader's language ("46%"). With `rtl` the axis runs
    from the right.
    """
    canvas = Canvas(number, rtl)
    _key(canvas, chart)
    _axis(canvas)
    top, below = canvas.y, len(canvas.parts)
    for row in chart.rows:
        _row(canvas, row)
    for line in chart.lines:
        # Under the rows in the drawing, so that labels stand out from it.
        canvas.parts.insert(below, _dots(canvas, line, top))
        _name(canvas, line)
    return canvas.svg(chart.id, chart.title, chart.description)


def share_panels(
    panels: Sequence[tuple[str, Chart]], number: Callable[[int], str], *, rtl: bool = False
) -> Markup:
    """Small multiples: a chart for each category of a question under its heading."""
    figures = (
        element(
            "figure",
            element("figcaption", heading, class_="chart-heading"),
            share_chart(chart, number, rtl=rtl),
            class_="chart-panel",
        )
        for heading, chart in panels
    )
    return element("div", *figures, class_="chart-panels")


def _key(canvas: Canvas, chart: Chart) -> None:
    """Says what dot, pale bar and diamond are, where there is more than the dot."""
    ranges = chart.range_name if any(row.low is not None for row in chart.rows) else ""
    markers = chart.marker_name if any(row.marker is not None for row in chart.rows) else ""
    names = [chart.dot_name if ranges or markers else "", ranges, markers]
    side = -1 if canvas.rtl else 1
    for place, name in enumerate(names):
        for count, words in enumerate(lines(name, KEY)):
            if count == 0:
                _symbol(canvas, place)
            canvas.write(words, "chart-label", canvas.start, dx=f"{2 * side:g}em")
            canvas.y += canvas.leading
    canvas.y += GAP if any(names) else 0


def _symbol(canvas: Canvas, place: int) -> None:
    inner = Canvas(canvas.number, canvas.rtl)
    # The key's column is 24 px at the side where reading starts.
    near, middle, far = ("-6", "-12", "-18") if canvas.rtl else ("6", "12", "18")
    if place == 0:
        inner.dot(middle, 0)
    elif place == 1:
        _range(inner, (near, far), 0)
    else:
        inner.marker(middle, 0)
    y = f"{canvas.y + 0.5 * canvas.leading:g}em"
    canvas.draw("svg", *inner.parts, x=canvas.start, y=y, overflow="visible")


def _axis(canvas: Canvas) -> None:
    for tick in TICKS:
        canvas.write(canvas.number(tick), "chart-label", canvas.across(tick), "middle")
    canvas.y += canvas.leading + GAP / 2


def _row(canvas: Canvas, row: Row) -> None:
    if row.percentage is not None:
        canvas.write(canvas.number(row.percentage), "chart-value", canvas.end, "end")
    for words in lines(row.label, LABEL):
        canvas.write(words, "chart-name", canvas.start)
        canvas.y += canvas.leading
    if row.percentage is None:
        for words in lines(row.note, KEY):
            canvas.write(words, "chart-note", canvas.start)
            canvas.y += canvas.leading
    if row.percentage is not None or row.marker is not None:
        _band(canvas, row)
    canvas.y += GAP


def _band(canvas: Canvas, row: Row) -> None:
    middle = canvas.y + BAND / 2
    canvas.stroke("chart-grid", (canvas.across(0), canvas.across(100)), (middle, middle))
    for tick in TICKS:
        x = canvas.across(tick)
        canvas.stroke("chart-grid", (x, x), (middle - 0.4, middle + 0.4))
    if row.low is not None and row.high is not None:
        _range(canvas, (canvas.across(row.low), canvas.across(row.high)), middle)
    if row.marker is not None:
        canvas.marker(canvas.across(row.marker), middle)
    if row.percentage is not None:
        canvas.dot(canvas.across(row.percentage), middle)
    canvas.y += BAND


def _range(canvas: Canvas, x: tuple[str, str], y: float) -> None:
    canvas.draw(
        "line",
        class_="chart-range",
        x1=x[0],
        x2=x[1],
        y1=f"{y:g}em",
        y2=f"{y:g}em",
        stroke="currentColor",
        stroke_width=10,
        stroke_opacity=0.3,
        stroke_linecap="round",
    )


def _dots(canvas: Canvas, line: Line, top: float) -> Markup:
    """A dotted line from the first row down to its name."""
    x = canvas.across(line.percentage)
    return element(
        "line",
        class_="chart-line",
        x1=x,
        x2=x,
        y1=f"{top:g}em",
        y2=f"{canvas.y:g}em",
        stroke="currentColor",
        stroke_width=2,
        stroke_dasharray="2 3",
    )


def _name(canvas: Canvas, line: Line) -> None:
    """The name of a dotted line under its end, kept inside the chart on a small screen."""
    anchor = "middle"
    if not 35 <= line.percentage <= 65:
        anchor = "start" if line.percentage < 35 else "end"
    for words in lines(line.name, NAME):
        canvas.write(words, "chart-label", canvas.across(line.percentage), anchor)
        canvas.y += canvas.leading
