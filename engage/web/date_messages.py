"""Problems with dates in words, in the language of the page."""

from collections.abc import Callable, Mapping

from flask_babel import pgettext

from engage.questionnaire.problem import Parameter

from . import dates

Parameters = Mapping[str, Parameter]
Labels = Callable[[str], str]
Sentences = dict[tuple[str, ...], object]
"""By the parts of a date that they are about."""


def incomplete(parameters: Parameters, _: Labels) -> object:
    """Which part of a date has been left out."""
    sentences: Sentences = {
        ("day",): pgettext("error", "Enter the day as well"),
        ("month",): pgettext("error", "Enter the month as well"),
        ("year",): pgettext("error", "Enter the year as well"),
    }
    several = pgettext("error", "Enter the whole date: day, month and year")
    return sentences.get(_parts(parameters), several)


def not_a_date(parameters: Parameters, _: Labels) -> object:
    """Which part of a date is in no calendar."""
    days = parameters["days"]
    sentences: Sentences = {
        ("day",): pgettext("error", "Enter the day as a number from 1 to %(most)s", most=days),
        ("month",): pgettext("error", "Enter the month as a number from 1 to 12"),
        ("year",): pgettext("error", "Enter the year with all four digits"),
    }
    several = pgettext("error", "Enter the date in figures, and the year with all four digits")
    return sentences.get(_parts(parameters), several)


def out_of_range(parameters: Parameters, _: Labels) -> object:
    """Between which days, or which months, a date has to lie."""
    ends = {end: dates.in_words(str(parameters[end])) for end in ("earliest", "latest")}
    if dates.is_month(str(parameters["earliest"])):
        return pgettext("error", "Enter a month from %(earliest)s to %(latest)s", **ends)
    return pgettext("error", "Enter a date from %(earliest)s to %(latest)s", **ends)


def _parts(parameters: Parameters) -> tuple[str, ...]:
    parts = parameters["parts"]
    return parts if isinstance(parts, tuple) else ()
