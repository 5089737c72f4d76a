"""A picture of the responses by day: one bar a day, as inline SVG."""

import datetime
from collections.abc import Sequence

from flask_babel import format_date, format_decimal, npgettext, pgettext
from markupsafe import Markup

from engage.web.charts.element import element

HEIGHT, TOP = 8.0, 2.0  # em: the tallest bar, and the room for its figure above it
FOOT = {False: 2.2, True: 3.4}  # em: the first and the last day below; Nastaliq stands higher

Days = Sequence[tuple[datetime.date, int]]


def days(counts: Days, *, rtl: bool = False) -> Markup:
    """The picture of at least one day; the words say the whole and the fullest day."""
    tallest = max(n for _, n in counts)
    parts = [_axis(), *_bars(counts, tallest, rtl), *_dates(counts, rtl)]
    label = format_decimal(tallest)
    x, anchor = ("100%", "start") if rtl else ("0%", "start")
    parts.append(_text(pgettext("days", "Most on one day: %(n)s", n=label), x, 0.9, anchor))
    return element(
        "svg",
        element("title", pgettext("days", "Responses by day"), id="days-title"),
        element("desc", _described(counts), id="days-desc"),
        *parts,
        class_="chart",
        role="img",
        aria_labelledby="days-title",
        aria_describedby="days-desc",
        direction="rtl" if rtl else "ltr",
        width="100%",
        height=f"{TOP + HEIGHT + FOOT[rtl]:g}em",
    )


def _described(counts: Days) -> str:
    total = sum(n for _, n in counts)
    return npgettext(
        "days",
        "%(num)s response from %(first)s to %(last)s. The table below has each day.",
        "%(num)s responses from %(first)s to %(last)s. The table below has each day.",
        total,
        first=format_date(counts[0][0], "long"),
        last=format_date(counts[-1][0], "long"),
    )


def _axis() -> Markup:
    y = f"{TOP + HEIGHT:g}em"
    return element("line", class_="chart-grid", x1="0%", x2="100%", y1=y, y2=y)


def _bars(counts: Days, tallest: int, rtl: bool) -> list[Markup]:
    # Few days do not become slabs: a bar is at most a fourteenth of the width.
    step = 100 / max(len(counts), 14)
    bars = []
    for place, (_, n) in enumerate(counts):
        height = HEIGHT * n / tallest
        start = 100 - (place + 1) * step if rtl else place * step
        bars.append(
            element(
                "rect",
                class_="chart-bar",
                x=f"{start + step * 0.1:.2f}%",
                width=f"{step * 0.8:.2f}%",
                y=f"{TOP + HEIGHT - height:.2f}em",
                height=f"{height:.2f}em",
                fill="currentColor",
            )
        )
    return bars


def _dates(counts: Days, rtl: bool) -> list[Markup]:
    below = TOP + HEIGHT + 0.65 * FOOT[rtl]
    near, far = ("100%", "0%") if rtl else ("0%", "100%")
    first = _text(format_date(counts[0][0], "medium"), near, below, "start")
    if len(counts) < 14:
        return [first]
    return [first, _text(format_date(counts[-1][0], "medium"), far, below, "end")]


def _text(words: str, x: str, y: float, anchor: str) -> Markup:
    name = "chart-text chart-label"
    place = {"x": x, "y": f"{y:g}em", "text_anchor": anchor, "fill": "currentColor"}
    return element("text", words, class_=name, **place)
