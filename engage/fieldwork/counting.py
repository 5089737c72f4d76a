"""Responses by day, language and mode, and drafts by page, named and in their order."""

import datetime
from dataclasses import dataclass

from flask_babel import pgettext

from engage.web.instrument import Instrument
from engage.web.languages import BY_TAG


@dataclass(frozen=True)
class Counted:
    """One row of a table of counts; a name in a language of its own says which."""

    name: str
    count: int
    language: str | None = None
    direction: str = "ltr"


def days(by_day: dict[datetime.date, int]) -> list[tuple[datetime.date, int]]:
    """Every day from the first to the last, those without a response included."""
    if not by_day:
        return []
    first, last = min(by_day), max(by_day)
    span = (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))
    return [(day, by_day.get(day, 0)) for day in span]


def languages(by_language: dict[str, int]) -> list[Counted]:
    """Most used first, each by its own name."""
    known = {tag: BY_TAG[tag] for tag in by_language if tag in BY_TAG}
    found = [
        Counted(each.name, by_language[tag], tag, each.direction) for tag, each in known.items()
    ]
    found += [Counted(tag, n) for tag, n in by_language.items() if tag not in known]
    return sorted(found, key=lambda row: -row.count)


def modes(by_mode: dict[str, int]) -> list[Counted]:
    """Most used first."""
    names = {
        "web": pgettext("mode", "On a device of their own"),
        "shared_device": pgettext("mode", "On a shared device, such as in a library"),
        "assisted": pgettext("mode", "With help"),
        "paper": pgettext("mode", "On paper"),
        "telephone": pgettext("mode", "By telephone"),
    }
    found = [Counted(names.get(mode, mode), n) for mode, n in by_mode.items()]
    return sorted(found, key=lambda row: -row.count)


def stops(texts: Instrument, standing: dict[str, int]) -> list[Counted]:
    """Drafts by the page that was sent last, in the order of the questionnaire."""
    pages: dict[str, str] = {}
    for _, page, question in texts.questionnaire.walk():
        pages.setdefault(page.name, texts.wording(question.name))
    known = [Counted(text, standing[name]) for name, text in pages.items() if name in standing]
    gone = [Counted(name, n) for name, n in standing.items() if name not in pages]
    return known + gone
