"""Sections and pages while they are being filled."""

from dataclasses import dataclass
from typing import Any

from .. import carried
from ..expressions.joining import Condition, all_of
from ..sheets import Row
from .making import Making

Plain = dict[str, Any]


@dataclass
class Frame:
    """A group that is shown at once; a question that looks back within it begins another page."""

    name: str
    condition: Condition
    more: Plain
    page: Plain | None = None


class Pages:
    """What has been filled so far; without a frame every question is a page of its own."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self.sections: list[Plain] = []
        self.section: Plain | None = None
        self.again: Plain | None = None
        """The section that goes on after a repeat within it."""
        self.frame: Frame | None = None
        self.heading: Plain | None = None
        """A statement for the top of the next page."""

    def begin(self, row: Row | None, condition: Condition = True) -> Plain:
        """A section, titled by its row, as the one that goes on, or as the form."""
        making, again = self.making, None if row else self.again
        before = again["name"] if again else "questions"
        wished = (row.take("engage_name") or row.take("name")) if row else before
        name = making.sections.take(wished, making.room)
        key = f"section.{name}.title"
        title = making.texts.take(row, "label", key) if row else None
        if title is None:
            title = making.texts.copied(f"section.{before}.title" if again else "title", key)
        self.section = {"name": name, "title": title, "pages": []}
        if again:
            condition = again.get("ask_if", True)
        if isinstance(condition, dict):
            self.section["ask_if"] = condition
        if row:
            self.section |= carried.plain(row.take("engage_more")) or {}
        self.sections.append(self.section)
        return self.section

    def end(self) -> None:
        """The end of a section; one without pages is not kept."""
        self.split()
        if self.section is not None and not self.section["pages"]:
            self.sections.remove(self.section)
        self.section = self.again = None

    def begin_frame(self, row: Row, condition: Condition, name: str) -> None:
        """What comes now is shown at once."""
        self.split()
        self.frame = Frame(name, condition, carried.plain(row.take("engage_more")) or {})

    def end_frame(self) -> None:
        """What comes now is shown one by one again."""
        self.split()
        self.frame = None

    def split(self) -> None:
        """The end of a page."""
        self.making.turn_page()
        if self.frame is not None:
            self.frame.page = None

    def put(self, question: Plain, name: str, page: Condition, own: Condition) -> None:
        """A question on the page that is open, or on one of its own called `name`."""
        if self.frame is None:
            made = self.alone(name, page)
        else:
            if self.frame.page is None:
                self.frame.page = self.alone(self.frame.name, self.frame.condition)
                self.frame.page |= self.frame.more
            made, own = self.frame.page, all_of([page, own])
        if isinstance(own, dict):
            question["ask_if"] = own
        made["questions"].append(question)
        if self.frame is None:
            self.making.turn_page()

    def alone(self, name: str, condition: Condition) -> Plain:
        """A new page, with the heading that waits for one."""
        section = self.section or self.begin(None)
        page: Plain = {"name": self.making.pages.take(name, self.making.room), "questions": []}
        if isinstance(condition, dict):
            page["ask_if"] = condition
        if self.heading is not None:
            page["questions"].append(self.heading)
            self.heading = None
        section["pages"].append(page)
        return page
