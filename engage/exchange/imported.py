"""What an importer of another program's questionnaires hands over: a document, and a report."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Note:
    """One thing in a file that has no equal here (or there), and what was done instead.

    `place` says where ("survey, row 12, column relevant"; "question Q3"), `found` what stood
    there, `done` what was done instead. All are plain English for the person who imports.
    """

    place: str
    found: str
    done: str

    def sentence(self) -> str:
        """The note as one line."""
        return f"{self.place}: {self.found}: {self.done}"


@dataclass(frozen=True)
class Imported:
    """A questionnaire document in plain JSON form, not yet checked, and what was changed."""

    document: dict[str, Any]
    report: tuple[Note, ...]
