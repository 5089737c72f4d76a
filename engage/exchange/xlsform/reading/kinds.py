"""The types of questions in an XLSForm, and what becomes of those that have no equal here."""

import re
from dataclasses import dataclass

_SELECT = re.compile(
    r"(?P<sort>select[ _]one(?: from)?|select1|select[ _]multiple|select all that apply(?: from)?|"
    r"select_(?:one|multiple)_from_file|select_one_external|rank)\s+(?P<name>\S+)"
    r"(?:\s+(?P<other>or specify other|or_other|or other))?",
    re.IGNORECASE,
)

NUMBERS = {"integer": 0, "int": 0, "decimal": 2, "percentage": 2}
"""The types of numbers, each with its digits after the point."""

WORDS = ("text", "string")
DAYS = ("date", "dateTime", "date time")
BOXES = ("acknowledge", "trigger")

IN_WORDS = {"barcode": "asked for in words", "time": "asked for in words, such as 14:30"}
PLACES = ("geopoint", "geoshape", "geotrace", "location", "gps")

LEFT_OUT = {
    "start": "left out; the day of an answer is kept, the time is not",
    "end": "left out; the day of an answer is kept, the time is not",
    "today": "left out; the day of an answer is kept in any case",
    "deviceid": "left out; nothing is kept about a device",
    "username": "left out; answers are anonymous",
    "phonenumber": "left out; nothing is kept about a device",
    "email": "left out; answers are anonymous",
    "subscriberid": "left out; nothing is kept about a device",
    "simserial": "left out; nothing is kept about a device",
    "audit": "left out; what a resident does on a page is not recorded",
    "start-geopoint": "left out; nobody's position is recorded",
    "background-geopoint": "left out; nobody's position is recorded",
    "background-audio": "left out; nothing is recorded",
    "audio": "left out; files cannot be sent in",
    "video": "left out; files cannot be sent in",
    "image": "left out; files cannot be sent in",
    "photo": "left out; files cannot be sent in",
    "file": "left out; files cannot be sent in",
    "hidden": "left out; a hidden value has no place here",
    "osm": "left out; maps are not part of a survey here",
    "xml-external": "left out; other files are not read",
    "csv-external": "left out; other files are not read",
}
"""What is recorded without asking, or sent in as a file."""


@dataclass(frozen=True)
class Select:
    """A select or rank: `sort` is "one", "several" or "rank"; `outside`: its list is elsewhere."""

    sort: str
    name: str
    other: bool
    outside: bool


def select(kind: str) -> Select | None:
    """The parts of a type such as `select_one ways or_other`; None of any other type."""
    found = _SELECT.fullmatch(kind)
    if found is None:
        return None
    word = found.group("sort").lower()
    several = "multiple" in word or "all that apply" in word
    sort = "rank" if word == "rank" else "several" if several else "one"
    outside = "from_file" in word or found.group("name").startswith("${")
    return Select(sort, found.group("name"), bool(found.group("other")), outside)


def normal(kind: str) -> str:
    """A type without what older forms put around it."""
    found = " ".join(kind.lower().split()).replace("datetime", "dateTime")
    return re.sub(r"^(?:add|q) (.+?)(?: prompt)?$", r"\1", found)
