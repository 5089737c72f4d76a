"""What an import could not take over as it stands, collected while it goes on."""

from ...imported import Note
from ..columns import Column
from ..sheets import Row, Sheet

OFF = {"", "no", "false", "false()", "0"}

WITHOUT_EQUAL = {
    "required": "nothing has to be answered here but the consent; it can be left empty",
    "required_message": "left out, since nothing has to be answered",
    "constraint_message": "left out; this program words its own messages",
    "default": "left out; nothing is filled in beforehand here",
    "read_only": "left out; every question can be answered",
    "trigger": "left out; nothing is worked out while a page is filled in",
    "guidance_hint": "left out; residents read the hint, and interviewers see the same page",
    "audio": "left out; a question has no sound here",
    "video": "left out; a question has no film here",
    "big-image": "left out; a picture has one size here",
    "image": "left out; only notes about a picture, texts and choices of one can have one here",
    "appearance": "left out; this program shows every kind of question in its own way",
    "parameters": "left out",
    "choice_filter": "left out; every choice is offered",
    "hint": "left out; only questions have a hint here, not groups or rows of a grid",
    "save_to": "left out; there are no entities here",
}
"""Columns that every XLSForm may have, and what becomes of a cell that nothing could be made of."""

_SWITCHES = ("required", "read_only")


class Report:
    """Collects notes, each with its place in the workbook."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def add(self, place: str, found: str, done: str) -> None:
        """One note; a long text is shortened."""
        short = found if len(found) <= 200 else f"{found[:199]}…"
        note = Note(place, " ".join(short.split()), done)
        if note not in self.notes:
            self.notes.append(note)

    def row(self, row: Row, column: str, done: str, found: str | None = None) -> None:
        """A note on a cell."""
        written = found or row.peek(column) or "nothing"
        self.add(row.place(column), written, done)

    def rest(self, sheet: Sheet) -> None:
        """Notes on every cell that nothing has looked at: by cell or, of unknown columns, once."""
        unknown: dict[Column, list[str]] = {}
        for row in sheet.rows:
            for key, text in row.left():
                if key[0] not in WITHOUT_EQUAL:
                    unknown.setdefault(key, []).append(text)
                elif key[0] not in _SWITCHES or text.strip().lower() not in OFF:
                    self.add(row.place(sheet.headers[key]), text, WITHOUT_EQUAL[key[0]])
        for key, texts in unknown.items():
            where = f"{sheet.name}, column {sheet.headers[key]}"
            many = f"{len(texts)} cells, such as " if len(texts) > 1 else ""
            self.add(where, f"{many}{texts[0]}", "the column was not read")

    def sorted(self) -> tuple[Note, ...]:
        """The notes as they were made."""
        return tuple(self.notes)
