"""Dates in the reader's language: "17 May 2026", and in which order its parts are written."""

from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from flask_babel import get_locale

_LETTERS = {"day": "d", "month": "M", "year": "y"}
_USUAL = "2026-05-17"


def is_month(iso: str) -> bool:
    """Whether it is a month of a year, not a day."""
    return len(iso) == len("2026-05")


def in_words(iso: str) -> str:
    """A day ("2026-05-17") or a month of a year ("2026-05") as it is read out."""
    if is_month(iso):
        return format_skeleton("yMMMM", date.fromisoformat(f"{iso}-01"), locale=_locale())
    return format_date(date.fromisoformat(iso), "long", locale=_locale())


def in_order(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Day, month and year in the order in which the reader's language writes them."""
    pattern = _locale().datetime_skeletons["yMd"].pattern
    return tuple(sorted(parts, key=lambda part: pattern.index(_LETTERS[part])))


def example(parts: tuple[str, ...], earliest: str, latest: str) -> str:
    """What to type for a date between these two, such as "17 5 2026"."""
    iso = max(earliest, min(latest, _USUAL[: len(latest)]))
    figures = dict(zip(("year", "month", "day"), iso.split("-"), strict=False))
    return " ".join(figures[part].lstrip("0") for part in in_order(parts))


def _locale() -> Locale:
    return get_locale() or Locale("en", "GB")
