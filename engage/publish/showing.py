"""What the page of one question shows: for each classification a chart, a table and notes."""

from dataclasses import dataclass

from markupsafe import Markup

from engage.disclosure.level import Level
from engage.disclosure.public import PublicTable

from .charting import answer_chart
from .labels import Labels
from .reading import Published
from .words import notes


@dataclass(frozen=True)
class ShownTable:
    """One table: answers down, groups across, all who answered last; None where too few."""

    classification: str
    name: str
    charted: str
    chart: Markup
    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    bases: tuple[int, ...]
    not_answered: tuple[int, ...] | None
    notes: tuple[str, ...]


def answers_of(published: Published, question: str) -> tuple[Level, ...]:
    """The answers that a chart can be asked for: those of the question's finest table."""
    return max((table.categories for table in published.tables_of(question)), key=len)


def shown(
    published: Published, question: str, labels: Labels, answer: str | None
) -> tuple[ShownTable, ...]:
    """Every table of a question, its chart that of `answer` or else of the commonest answer."""
    wanted = next((a for a in answers_of(published, question) if a.code == answer), None)
    return tuple(_shown(table, labels, wanted) for table in published.tables_of(question))


def commonest(table: PublicTable) -> int:
    """The place of the answer that most people gave."""
    shares = [-1 if share is None else share for share in table.total_percentages]
    return shares.index(max(shares))


def _place(table: PublicTable, wanted: Level | None) -> int:
    """The place of the wanted answer, or of the one that it was put into."""
    if wanted is not None:
        for place, category in enumerate(table.categories):
            if set(wanted.members) <= set(category.members):
                return place
    return commonest(table)


def _shown(table: PublicTable, labels: Labels, wanted: Level | None) -> ShownTable:
    place = _place(table, wanted)
    by_answer = zip(table.categories, zip(*table.percentages, strict=True), strict=True)
    absent = table.not_answered
    return ShownTable(
        classification=table.classification,
        name=labels.name(table.classification),
        charted=labels.level(table.question, table.categories[place]),
        chart=answer_chart(table, place, labels),
        groups=tuple(labels.level(table.classification, level) for level in table.groups),
        rows=tuple(
            (labels.level(table.question, category), (*shares, table.total_percentages[at]))
            for at, (category, shares) in enumerate(by_answer)
        ),
        bases=(*table.bases, table.total_base),
        not_answered=absent,
        notes=tuple(notes(table, labels)),
    )
