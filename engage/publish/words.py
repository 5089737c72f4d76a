"""What a release leaves out or puts together, in sentences."""

import datetime
from collections.abc import Iterator

from babel.lists import format_list
from flask_babel import format_date, get_locale, pgettext

from engage.disclosure.level import Level
from engage.disclosure.public import PublicTable

from .labels import Labels

FEW = 50
"""Groups with a base up to this carry a warning."""


def reason(code: str) -> str:
    """Why a table is not shown."""
    reasons = {
        "no_answers": pgettext("results", "Nobody has answered it yet."),
        "too_few_answers": pgettext("results", "Too few people have answered it."),
        "no_safe_grouping": pgettext(
            "results", "Some groups are so small that a person could be recognised in it."
        ),
        "conflict": pgettext(
            "results", "Beside another table it would show how few people gave an answer."
        ),
    }
    return str(reasons.get(code, pgettext("results", "It cannot be shown safely.")))


def notes(table: PublicTable, labels: Labels) -> list[str]:
    """What a reader of one table has to know."""
    return [str(note) for note in (*_merged(table, labels), *_left_out(table, labels))]


def _merged(table: PublicTable, labels: Labels) -> Iterator[object]:
    groups = _together(table.classification, table.groups, labels)
    categories = _together(table.question, table.categories, labels)
    for name, members in groups:
        yield pgettext(
            "results",
            "“%(group)s” puts together %(members)s, so that nobody can be recognised.",
            group=name,
            members=members,
        )
    for name, members in categories:
        yield pgettext(
            "results",
            "The answer “%(answer)s” puts together %(members)s, so that nobody can be recognised.",
            answer=name,
            members=members,
        )


def _together(
    variable: str, levels: tuple[Level, ...], labels: Labels
) -> Iterator[tuple[str, str]]:
    for level in levels:
        if len(level.members) > 1:
            members = [labels.code(variable, code) for code in level.members]
            yield labels.level(variable, level), listed(members)


def _left_out(table: PublicTable, labels: Labels) -> Iterator[object]:
    if table.too_few:
        answers = listed([labels.code(table.question, code) for code in table.too_few])
        yield pgettext("results", "Not shown, to protect people: %(answers)s.", answers=answers)
    if table.missing_group_left_out:
        yield pgettext(
            "results",
            "People who did not say which group they are in are left out: "
            "they are too few to show.",
        )
    if table.missing_category_left_out:
        yield pgettext(
            "results",
            "How many gave no answer is left out: they are too few to show in some groups.",
        )
    if table.multiple:
        yield pgettext("results", "People could choose several answers.")
    bases = [base for base in table.bases if base]
    hidden = any(share is None for row in table.percentages for share in row)
    if hidden:
        yield pgettext(
            "results", "Groups of about 30 answers or fewer are too small for percentages."
        )
    if any(base <= FEW for base in bases) and not hidden:
        yield pgettext(
            "results", "Groups of about 50 answers or fewer: another few answers could change them."
        )


def day(date: datetime.date) -> str:
    """A day in the reader's language; English is that of the United Kingdom."""
    return str(format_date(date, "long"))


def listed(names: list[str]) -> str:
    """Names as a list in the reader's language."""
    return format_list(names, locale=get_locale())
