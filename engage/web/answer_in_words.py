"""A stored answer as a resident reads it: labels, and figures and dates as their language has."""

from collections.abc import Callable

from babel.numbers import format_decimal
from flask_babel import get_locale

from engage.questionnaire.answers import Value
from engage.questionnaire.kinds import Number, Question, Ranking
from engage.questionnaire.kinds.parted import Parted
from engage.questionnaire.kinds.worded import Worded

from . import dates

Label = Callable[[str], str]
"""From a code of the question to its label."""


def in_words(question: Question, value: Value, label: Label, unit: str = "") -> list[str]:
    """One or several lines; none for a question that was left empty."""
    if value is None:
        return []
    if isinstance(value, list):
        return [label(code) for code in value]
    if isinstance(question, Number) and isinstance(value, int | float):
        return [f"{_figure(value)} {unit}".strip()]
    if isinstance(question, Parted):
        return [dates.in_words(str(value))]
    if isinstance(question, Worded) and getattr(question, "code_list", None) is None:
        return [str(value)]
    return [label(str(value))]


def numbered(question: Question, value: Value, lines: list[str]) -> list[str]:
    """The lines of a ranking with their places in front; any other lines as they are."""
    if not isinstance(question, Ranking) or question.is_missing(value):
        return lines
    return [f"{_figure(place)}. {line}" for place, line in enumerate(lines, start=1)]


def _figure(number: int | float) -> str:
    # Babel would round to three digits what somebody typed with six.
    return str(format_decimal(number, locale=get_locale() or "en_GB", decimal_quantization=False))
