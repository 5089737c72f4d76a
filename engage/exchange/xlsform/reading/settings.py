"""The settings sheet, and what residents are told: what a form has no place for is asked for."""

from typing import Any

from engage.questionnaire.checking import RESERVED

from ..names import SLUG, legal_name
from ..sheets import Row
from .making import Making
from .outline import Group

TO_WRITE = {
    "summary": "To be written: one sentence that says what this survey is about.",
    "operator": "To be written: who runs this survey.",
    "purpose": "To be written: what the answers are for.",
    "privacy": "To be written: what is kept, for how long, and who sees it.",
    "other_ways": "To be written: how else one can take part, on paper or by telephone.",
    "next_steps": "To be written: what will happen when the survey is over.",
    "contact": "To be written: whom one can ask, by telephone and by post.",
}
OPTIONAL = ("address",)
_ANSWERS_A_MINUTE = 4


def name(making: Making, settings: Row, file: str) -> str:
    """The survey's name, from the form's id or else its title or its file."""
    raw = settings.take("form_id") or settings.peek("form_title") or file.rpartition(".")[0]
    found = legal_name(raw, "-", SLUG, "survey")
    if found in RESERVED:
        found = f"survey-{found}"
    if found != raw:
        making.report.add(settings.place("form_id"), raw, f"the survey is called {found} here")
    return found


def title(making: Making, settings: Row, told: Row | None, file: str) -> str:
    """The survey's title, and its translations where this program wrote them."""
    found = making.texts.take(told, "label", "title") if told else None
    written = settings.take("form_title") or settings.peek("form_id") or file.rpartition(".")[0]
    return found or making.texts.put("title", written or "Survey")


def about(making: Making, settings: Row, told: Group | None) -> dict[str, Any]:
    """What residents are told: from our own notes or columns, or else still to be written."""
    found: dict[str, Any] = {}
    rows = {row.take("engage_name"): row for row in told.rows()} if told else {}
    for field in (*TO_WRITE, *OPTIONAL):
        key = f"about.{field}"
        row = rows.get(field)
        if row is not None:
            row.used.update(key for key in row.cells if key[0] in ("type", "name", "engage_kind"))
        text = making.texts.take(row, "label", key) if row else None
        text = text or making.texts.take(settings, f"engage_{field}", key)
        if text is None and field in TO_WRITE:
            text = making.texts.put(key, TO_WRITE[field])
            place = f"settings, column engage_{field}"
            making.report.add(place, "nothing", f'"{text}" stands in its place')
        if text is not None:
            found[field] = text
    return found


def minutes(making: Making, settings: Row, questions: int) -> int:
    """How long it takes: as the form says, or else by the number of questions."""
    written = settings.take("engage_minutes")
    if written.isdecimal() and 1 <= int(written) <= 120:
        return int(written)
    guessed = max(1, min(120, round(questions / _ANSWERS_A_MINUTE)))
    place = "settings, column engage_minutes"
    done = f"{guessed} {'minute' if guessed == 1 else 'minutes'}, by the number of questions"
    making.report.add(place, written or "nothing", done)
    return guessed
