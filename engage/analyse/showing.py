"""What the page of a table shows: rows of figures, and charts of the same figures."""

from dataclasses import dataclass

from flask_babel import pgettext
from markupsafe import Markup

from engage.disclosure.protected import ProtectedTable
from engage.web.charts.chart import Chart, Line, Row
from engage.web.charts.drawing import share_chart, share_panels
from engage.web.instrument import Instrument
from engage.web.languages import current

from .comparing import Reached
from .labelling import Labels, percent, whole
from .sentences import about_groups, explained, notes, standing_out


@dataclass(frozen=True)
class ShownShare:
    """One group beside the census; what cannot be said is None."""

    name: str
    count: int
    share: int | None
    population: int | None


@dataclass(frozen=True)
class ShownShares:
    """Everyone who answered by one classification, beside the census."""

    title: str
    lead: str
    rows: tuple[ShownShare, ...]
    notes: tuple[str, ...]
    chart: Markup | None


@dataclass(frozen=True)
class ShownRow:
    """One group: for each category a count and its percentage of the base."""

    name: str
    cells: tuple[tuple[int, int | None], ...]
    base: int
    not_answered: int | None


@dataclass(frozen=True)
class ShownTable:
    """A question by a classification."""

    categories: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    total: ShownRow | None
    notes: tuple[str, ...]
    charts: Markup


def shares(reached: Reached, texts: Instrument) -> ShownShares:
    """The table and the chart of who was reached."""
    labels = Labels(texts, reached.classification)
    by_group = {row.group: row for row in reached.shares.rows}
    rows = []
    for level, count in zip(reached.levels, reached.counts, strict=True):
        row = by_group.get(level.code or "")
        share, population = (row.share, row.population_share) if row else (None, None)
        rows.append(ShownShare(labels.level(level), count, whole(share), whole(population)))
    return ShownShares(
        title=labels.title,
        lead=standing_out(reached, labels),
        rows=tuple(rows),
        notes=tuple(explained(list(about_groups(reached.levels, labels)))),
        chart=_share_chart(labels.title, rows),
    )


def _share_chart(title: str, rows: list[ShownShare]) -> Markup | None:
    known = [row for row in rows if row.share is not None]
    if not known:
        return None
    chart = Chart(
        "reached",
        pgettext(
            "reached", "%(classification)s: those who answered and residents", classification=title
        ),
        pgettext(
            "reached",
            "Each group’s share of those who answered, and its share of residents in the census. "
            "The table below has the same figures.",
        ),
        tuple(Row(row.name, row.share, marker=row.population) for row in known),
        dot_name=pgettext("reached", "share of those who answered"),
        marker_name=pgettext("reached", "share of residents, 2021 census"),
    )
    return share_chart(chart, percent, rtl=_rtl())


def table(found: ProtectedTable, texts: Instrument) -> ShownTable:
    """The table and the charts of a question by a classification."""
    groups, categories = Labels(texts, found.classification), Labels(texts, found.question)
    absent = found.not_answered or (None,) * len(found.groups)
    rows = tuple(
        ShownRow(groups.level(level), tuple(zip(counts, shares, strict=True)), base, missing)
        for level, counts, shares, base, missing in zip(
            found.groups, found.counts, found.percentages, found.bases, absent, strict=True
        )
    )
    cells = tuple(zip(found.total_counts, found.total_percentages, strict=True))
    name = pgettext("table", "All groups shown")
    total = ShownRow(name, cells, found.total_base, found.total_not_answered)
    return ShownTable(
        categories=tuple(categories.level(level) for level in found.categories),
        rows=rows,
        total=total if len(rows) > 1 else None,
        notes=notes(found, groups, categories),
        charts=_panels(found, groups, categories),
    )


def _panels(found: ProtectedTable, groups: Labels, categories: Labels) -> Markup:
    """A chart for each category, with a dotted line at the share of all."""
    nobody = pgettext("table", "nobody has answered")
    panels = []
    for place, category in enumerate(found.categories):
        everyone = found.total_percentages[place]
        words = pgettext("table", "all: %(share)s", share=percent(everyone or 0))
        lines = () if everyone is None or len(found.groups) == 1 else (Line(everyone, words),)
        rows = tuple(
            Row(groups.level(level), shares[place], note=nobody)
            for level, shares in zip(found.groups, found.percentages, strict=True)
        )
        name = categories.level(category)
        title = pgettext(
            "table", "“%(answer)s” by %(classification)s", answer=name, classification=groups.title
        )
        described = pgettext(
            "table", "The share of each group. The table below has the same figures."
        )
        panels.append((name, Chart(f"answer-{place}", title, described, rows, lines)))
    return share_panels(panels, percent, rtl=_rtl())


def _rtl() -> bool:
    return current().direction == "rtl"
