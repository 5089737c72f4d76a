"""Charts of a release, from the very figures that its tables show."""

from flask_babel import format_percent, pgettext
from markupsafe import Markup

from engage.disclosure.public import PublicTable
from engage.web.charts.chart import Chart, Line, Row
from engage.web.charts.drawing import share_chart
from engage.web.languages import current

from .labels import Labels
from .reading import Reach


def percent(share: int) -> str:
    """A whole percentage in the reader's language."""
    return str(format_percent(share / 100))


def reach_chart(reach: Reach, labels: Labels) -> Markup:
    """Each group’s share of those who answered, with a diamond at its share of residents."""
    name = labels.name(reach.classification)
    unknown = pgettext("results", "no census figure to compare with")
    rows = tuple(
        Row(
            labels.code(reach.classification, row.group),
            row.percentage,
            marker=row.population_percentage,
            note="" if row.percentage is not None else unknown,
        )
        for row in reach.groups
    )
    chart = Chart(
        f"reach-{reach.classification}",
        pgettext("results", "Who answered, by %(classification)s", classification=name),
        pgettext(
            "results",
            "Each group’s share of those who answered, and its share of residents at the census. "
            "The table below has the same figures.",
        ),
        rows,
        dot_name=pgettext("results", "those who answered"),
        marker_name=pgettext("results", "residents, at the census"),
    )
    return share_chart(chart, percent, rtl=current().direction == "rtl")


def answer_chart(table: PublicTable, place: int, labels: Labels) -> Markup:
    """The share that gave one answer in each group, with a dotted line at that of all."""
    answer = labels.level(table.question, table.categories[place])
    few = pgettext("results", "too few answers to say")
    rows = tuple(
        Row(labels.level(table.classification, level), shares[place], note=few)
        for level, shares in zip(table.groups, table.percentages, strict=True)
    )
    everyone = table.total_percentages[place]
    lines: tuple[Line, ...] = ()
    if everyone is not None and len(table.groups) > 1:
        name = pgettext("results", "all who answered: %(share)s", share=percent(everyone))
        lines = (Line(everyone, name),)
    chart = Chart(
        f"answers-{table.classification}",
        pgettext(
            "results",
            "“%(answer)s”, by %(classification)s",
            answer=answer,
            classification=labels.name(table.classification),
        ),
        pgettext(
            "results",
            "The share of each group that gave this answer. The table below has the same figures.",
        ),
        rows,
        lines,
    )
    return share_chart(chart, percent, rtl=current().direction == "rtl")
