"""Dates: days, months, and the parts of them that a question asks for."""

import datetime
import re

from .asking import Asked
from .manuscript import Manuscript, Plain
from .survey import Words

FIRST_YEAR, LAST_YEAR = 1900, 2100


def date(manuscript: Manuscript, asked: Asked, name: str, text: Words, hint: Words) -> Plain:
    """Type D: a day, a month, a year as a number, or a time of day in words."""
    form = asked.question.attribute("date_format")
    place = f"{asked.place}, attribute date_format"
    has = {part for part in ("y", "m", "d", "H", "M") if part in form}
    hours = has & {"H", "M"}
    if hours and not has & {"y", "m", "d"}:
        manuscript.report.add(place, form, "a time of day is asked as a short text")
        return manuscript.ask("short_text", name, text, hint)
    if hours:
        manuscript.report.add(place, form, "only the day is asked, without the time")
    if has & {"y", "m", "d"} == {"y"}:
        manuscript.report.add(place, form, "the year is asked as a number")
        made = manuscript.ask("number", name, text, hint)
        made["least"], made["most"] = FIRST_YEAR, LAST_YEAR
        return made
    monthly = bool(has) and "d" not in has and "y" in has
    made = manuscript.ask("month" if monthly else "date", name, text, hint)
    return _bounded(manuscript, asked, made, monthly)


def _bounded(manuscript: Manuscript, asked: Asked, made: Plain, monthly: bool) -> Plain:
    bounds: dict[str, str] = {}
    for ours, names, filled in (
        ("earliest", ("date_min", "dropdown_dates_year_min"), "-01-01"),
        ("latest", ("date_max", "dropdown_dates_year_max"), "-12-31"),
    ):
        for name in names:
            value = asked.question.attribute(name).strip()
            if not value:
                continue
            day = value[:10] if not re.fullmatch(r"\d{4}", value) else value + filled
            if _is_day(day):
                bounds.setdefault(ours, day[:7] if monthly else day)
            else:
                place = f"{asked.place}, attribute {name}"
                manuscript.report.add(place, value, "left out: only a day itself can be a bound")
    if bounds.get("earliest", "") <= bounds.get("latest", "9999"):
        made.update(bounds)
    else:
        manuscript.report.add(asked.place, "the first day is after the last", "both are left out")
    return made


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
