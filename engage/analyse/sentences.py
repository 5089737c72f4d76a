"""What a table leaves out or puts together, and what stands out in it, in sentences."""

from collections.abc import Iterable, Iterator

from babel.lists import format_list
from flask_babel import format_decimal, get_locale, npgettext, pgettext

from engage.disclosure.level import Level
from engage.disclosure.protected import ProtectedTable, Refusal

from .comparing import Reached
from .labelling import Labels, percent, whole

FEW = 50
"""Percentages of a base below this carry a warning."""


def refused(refusal: Refusal) -> str:
    """Why a table is not shown, and what to do."""
    least = format_decimal(refusal.parameters.get("threshold", 10))
    sentences = {
        "no_answers": pgettext(
            "refusal",
            "Nobody has answered this question yet. Come back when responses have come in.",
        ),
        "too_few_answers": pgettext(
            "refusal",
            "Fewer than %(least)s people have answered this question, so a table could point at "
            "one of them. Wait for more responses.",
            least=least,
        ),
        "no_safe_grouping": pgettext(
            "refusal",
            "However the groups are put together, some number would be smaller than %(least)s and "
            "could point at a person. Choose another classification, or wait for more responses.",
            least=least,
        ),
        "conflict": pgettext(
            "refusal",
            "Together with another table, this one would let a small number be worked out. "
            "Choose only one of the two.",
        ),
    }
    return str(sentences[refusal.code])


def standing_out(reached: Reached, labels: Labels) -> str:
    """The one sentence that matters: which group is furthest below its share of the city."""
    if not reached.levels:
        return str(
            pgettext("reached", "Too few people have answered to say which groups are reached.")
        )
    known = [row for row in reached.shares.rows if row.points is not None and row.interval]
    if not known:
        return str(pgettext("reached", "There are no census figures to hold these groups against."))
    lowest = min(known, key=lambda row: row.points or 0)
    share, population = whole(lowest.share), whole(lowest.population_share)
    assert lowest.interval is not None
    assert lowest.population_share is not None
    if lowest.interval[1] >= lowest.population_share or share == population:
        return str(pgettext("reached", "No group is clearly below its share of residents."))
    return str(
        pgettext(
            "reached",
            "%(group)s: %(share)s of those who answered, but %(population)s of residents. "
            "No group is further below its share.",
            group=labels.code(lowest.group),
            share=percent(share or 0),
            population=percent(population or 0),
        )
    )


def about_groups(levels: Iterable[Level], labels: Labels) -> Iterator[str]:
    """Which groups or categories were put together."""
    for level in (level for level in levels if len(level.members) > 1):
        yield pgettext(
            "table",
            "“%(group)s” puts together: %(members)s.",
            group=labels.level(level),
            members=listed(labels.code(code) for code in level.members),
        )


def explained(merged: list[str]) -> list[str]:
    """Sentences on what was put together, with the reason once at their end."""
    why = pgettext(
        "table", "They are put together because one of them alone was too small to be shown."
    )
    return [*merged, why] if merged else []


def notes(table: ProtectedTable, groups: Labels, categories: Labels) -> tuple[str, ...]:
    """What a reader of a table has to know: its base, what is merged and what is left out."""
    return tuple(map(str, (*_base(table), *_changes(table, groups, categories))))


def _base(table: ProtectedTable) -> Iterator[str]:
    yield npgettext(
        "table",
        "Base: %(base)s person who was asked and answered. Percentages are of each group’s base.",
        "Base: %(base)s people who were asked and answered. Percentages are of each group’s base.",
        table.total_base,
        base=format_decimal(table.total_base),
    )
    if table.multiple:
        yield pgettext(
            "table",
            "People could choose several answers, so percentages can add up to more than 100.",
        )
    if any(0 < base < FEW for base in table.bases):
        yield pgettext(
            "table",
            "In groups with a base below %(few)s a few more answers could change the percentages.",
            few=format_decimal(FEW),
        )


def _changes(table: ProtectedTable, groups: Labels, categories: Labels) -> Iterator[str]:
    merged = [*about_groups(table.groups, groups), *about_groups(table.categories, categories)]
    yield from explained(merged)
    if table.too_few:
        yield pgettext(
            "table",
            "Chosen by too few people to show: %(answers)s.",
            answers=listed(categories.code(code) for code in table.too_few),
        )
    if table.missing_group_left_out:
        yield pgettext(
            "table", "Those who did not say which group they belong to are too few and left out."
        )
    if table.missing_category_left_out:
        yield pgettext(
            "table", "How many gave no answer is left out: in some group they are too few to show."
        )


def listed(names: Iterable[str]) -> str:
    """Names as a list in the language of the page."""
    return str(format_list(list(names), locale=get_locale()))
