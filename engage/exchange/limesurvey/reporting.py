"""The report as it is gathered: single notes, and those that many places share."""

from collections.abc import Iterable

from ..imported import Note

MOST_PLACES = 40
LONGEST = 200
LONGEST_LIST = 1_000


class Report:
    """Notes in the order in which they came; shared ones stand once, with all their places."""

    def __init__(self) -> None:
        self.notes: dict[Note, None] = {}
        self.shared: dict[tuple[str, str], dict[str, None]] = {}

    def add(self, place: str, found: str, done: str) -> None:
        """One thing in one place."""
        self.notes[Note(_line(place), shortened(found), done)] = None

    def share(self, place: str, found: str, done: str) -> None:
        """One thing that may stand in many places, for which one note is enough."""
        self.shared.setdefault((shortened(found), done), {})[_line(place)] = None

    def split(self, place: str, found: str, done: str) -> None:
        """A list of any length: as many notes as it takes, none of it cut off."""
        line = ""
        for part in found.split(", "):
            if line and len(line) + len(part) > LONGEST_LIST:
                self.notes[Note(place, line, done)] = None
                line = ""
            line = f"{line}, {part}" if line else part
        self.notes[Note(place, line, done)] = None

    def whole(self) -> tuple[Note, ...]:
        """Every note: the single ones first."""
        together = (
            Note(", ".join(part), found, done)
            for (found, done), places in self.shared.items()
            for part in _parts(list(places))
        )
        return (*self.notes, *together)


def shortened(found: str) -> str:
    """What stood there, in one line of a length that can be read."""
    line = _line(found)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _line(text: str) -> str:
    return " ".join(text.split())


def _parts(places: list[str]) -> Iterable[list[str]]:
    for start in range(0, len(places), MOST_PLACES):
        yield places[start : start + MOST_PLACES]
