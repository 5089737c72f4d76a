"""The way through a form: its groups become sections, pages and grids of a document."""

from .. import carried
from ..expressions.joining import Condition, all_of
from ..sheets import Row
from . import consents, repeats
from .grids import grid, rows_of_grid
from .making import Making
from .outline import Group
from .pages import Pages, Plain
from .questions import questions

NEVER = "left out, since it is never asked"


class Layout:
    """Walks through the form once; `pages.sections` is what comes of it."""

    def __init__(self, making: Making, consent: Row | None) -> None:
        self.making, self.consent = making, consent
        self.pages = Pages(making)
        self.conditions: list[Condition] = []
        """Of the groups around, as far as they are no section and no page."""

    def walk(self, survey: Group) -> None:
        """The whole survey; what stands outside of any group comes into sections of its own."""
        for part in survey.parts:
            if isinstance(part, Group) and not part.repeat and self._is_section(part):
                self.section(part)
            else:
                self.part(part)
        self.pages.end()

    def part(self, part: Row | Group) -> None:
        """A row, a repeat or a group within."""
        if isinstance(part, Row):
            self.row(part)
        elif part.repeat:
            self.repeat(part)
        else:
            self.group(part)

    def section(self, group: Group) -> None:
        """A group of the outermost level; if it is shown at once, it has one page."""
        assert group.row is not None
        condition = all_of([*self._when(group.row)])
        if condition is False:
            self._never(group)
            return
        self.pages.end()
        name = group.row.peek("name")
        self.pages.begin(group.row, condition)
        if group.page:
            group.row.take("appearance")
            self.pages.begin_frame(group.row, True, name)
        self._parts(group)
        if group.page:
            self.pages.end_frame()
        self.pages.end()

    def group(self, group: Group) -> None:
        """A group within another: a grid, a page, or only a condition on what stands in it."""
        row, rows = group.row, rows_of_grid(group)
        assert row is not None
        if rows:
            self._split_before(row)
            page, own = self._when(row)
            name = row.take("engage_page") or row.peek("name")
            self._put(grid(self.making, rows, group), name, page, own)
            return
        condition = all_of([*self._when(row)])
        if condition is False:
            self._never(group)
            return
        name = row.take("engage_name") or row.take("name")
        self._headed(row)
        kept = self.conditions
        if group.page and self.pages.frame is None:
            row.take("appearance")
            self.pages.begin_frame(row, all_of([*kept, condition]), name)
            self.conditions = []
            self._parts(group)
            self.pages.end_frame()
        else:
            self.conditions = [*kept, condition]
            self._parts(group)
        self.conditions, self.pages.heading = kept, None

    def row(self, row: Row) -> None:
        """One row: the questions that it becomes."""
        if self.making.is_set_aside(row):
            return
        if row is self.consent:
            self._alone(consents.question(self.making, row), row.take("engage_page"), True)
            return
        if row.peek("engage_kind") == "introduction":
            self._introduction(row)
            return
        self._split_before(row)
        page, own = self._when(row)
        if all_of([page, own]) is False:
            self._never(row)
            return
        section = self.pages.section or {}
        around = [*self.conditions, page, own, "ask_if" not in section]
        self.making.conditional = all_of(around) is not True
        for asked in questions(self.making, row):
            if asked.own_page:
                self._alone(asked.question, "", all_of([page, own, asked.ask_if]))
            else:
                self._put(asked.question, row.take("engage_page"), page, own)

    def repeat(self, group: Group) -> None:
        """A repeat: a section of its own, once for each choice if that is what it counts."""
        assert group.row is not None
        making, pages = self.making, self.pages
        pages.split()
        around = pages.section or pages.again
        outer = [around.get("ask_if", True)] if around else []
        condition = all_of([*outer, *self.conditions, *self._when(group.row)])
        kept, self.conditions, frame, pages.frame = self.conditions, [], pages.frame, None
        pages.end()
        over = repeats.over(making, group)
        making.longest = repeats.longest(over)
        section = pages.begin(group.row, condition)
        if over is not None:
            section["repeat"] = {"variable": over.variable}
            making.repeat = section["name"]
        self._parts(group)
        pages.end()
        making.repeat, making.longest = "", 0
        self.conditions, pages.frame, pages.again = kept, frame, around

    def _parts(self, group: Group) -> None:
        for part in group.parts:
            self.part(part)

    def _put(self, question: Plain, name: str, page: Condition, own: Condition) -> None:
        page = all_of([*self.conditions, page])
        self.pages.put(question, name or question["name"], page, own)

    def _alone(self, question: Plain, name: str, condition: Condition) -> None:
        frame = self.pages.frame
        self.pages.split()
        condition = all_of([frame.condition if frame else True, *self.conditions, condition])
        self.pages.alone(name or question["name"], condition)["questions"].append(question)
        self.pages.split()

    def _when(self, row: Row) -> tuple[Condition, Condition]:
        """The condition of the page of a row or group, and that of itself."""
        own = carried.unpacked(row.take("engage_ask_if"), row.peek("relevant"))
        if own is not None:
            row.take("relevant")
            return own.get("page", True), own.get("ask_if", True)
        return self.making.relevant(row), True

    def _split_before(self, row: Row) -> None:
        if self.pages.frame is not None and self.making.looks_at_page(row):
            done = "it comes on the page after, since it looks back at its own page"
            self.making.report.row(row, "name", done)
            self.pages.split()

    def _headed(self, row: Row) -> None:
        """The label of a group within: a statement above its first question."""
        making = self.making
        if any(column == "label" for column, _ in row.cells):
            name = making.variable(row)
            text = making.texts.take(row, "label", f"question.{name}.text")
            self.pages.heading = {"kind": "statement", "name": name, "text": text}
            done = "its label stands as a heading above its first question"
            making.report.row(row, "type", done)

    def _introduction(self, row: Row) -> None:
        section = self.pages.section
        row.used.update(key for key in row.cells if key[0] in ("type", "name", "engage_kind"))
        if section is not None:
            key = f"section.{section['name']}.introduction"
            section["introduction"] = self.making.texts.take(row, "label", key)

    def _never(self, part: Row | Group) -> None:
        rows = part.rows() if isinstance(part, Group) else [part]
        for row in [*([part.row] if isinstance(part, Group) and part.row else []), *rows]:
            row.used.update(row.cells)
            self.making.report.row(row, "type", NEVER)

    def _is_section(self, group: Group) -> bool:
        """A page without a title, or a grid, comes into a section of another name."""
        assert group.row is not None
        labelled = any(column == "label" for column, _ in group.row.cells)
        return not rows_of_grid(group) and (labelled or not group.page)
