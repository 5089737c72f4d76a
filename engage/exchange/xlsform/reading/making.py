"""A document while it is being made of a workbook: what every part of the reading shares."""

import re
from dataclasses import dataclass, field
from typing import Any

from ..expressions.conditions import condition
from ..expressions.folding import conjuncts, folded, references
from ..expressions.joining import Condition, all_of
from ..expressions.known import Known
from ..expressions.parsing import Expression, NotUnderstood, parsed
from ..names import SLUG, Names
from ..sheets import Row, Sheet
from .lists import Lists
from .report import Report
from .texts import Texts

BRACES = re.compile(r"(?<!\$)\{([a-z][a-z0-9_]*)\}")
"""What would be an earlier answer here, and is only text in an XLSForm."""

REFERENCE = re.compile(r"\$\{\s*([^}]+?)\s*\}")
ELLIPSIS = "…"


@dataclass
class Making:
    """The parts of the document so far, and what is known of the questions."""

    sheets: dict[str, Sheet]
    report: Report
    texts: Texts
    lists: Lists
    own: bool = False
    """Whether this program wrote the workbook."""
    variables: Names = field(default_factory=Names)
    pages: Names = field(default_factory=lambda: Names("-", SLUG, "page"))
    sections: Names = field(default_factory=lambda: Names("-", SLUG, "section"))
    earlier: dict[str, Known] = field(default_factory=dict)
    """Questions of earlier pages, by their names in the workbook."""
    here: dict[str, Known] = field(default_factory=dict)
    """Questions of the page that is being made."""
    worked_out: dict[Expression, Expression] = field(default_factory=dict)
    """What references to rows that calculate stand for."""
    words: dict[str, str] = field(default_factory=dict)
    """Rows that only find the words of an answer: the name of the row whose words they are."""
    repeat: str = ""
    """The repeated section that is being made."""
    longest: int = 0
    """The longest code that is added to variables' names there."""
    checks: list[dict[str, Any]] = field(default_factory=list)
    pictures: dict[str, dict[str, Any]] = field(default_factory=dict)
    conditional: bool = False
    """Whether what is read now is not asked of everybody."""
    set_aside: list[Row] = field(default_factory=list)
    """Rows that are read when all questions are known."""

    def __post_init__(self) -> None:
        self.texts.piped = self.piped

    def variable(self, row: Row, wished: str = "") -> str:
        """A legal name for a row's variable, noted where it had to change."""
        raw = row.take("name")
        found = self.variables.take(wished or raw, self.room)
        if found != raw and not wished:
            self.report.row(row, "name", f"the variable is called {found} here")
        return found

    def is_set_aside(self, row: Row) -> bool:
        """Whether a row is read later."""
        return any(row is each for each in self.set_aside)

    @property
    def room(self) -> int:
        """How much is added to names of variables where a section repeats."""
        return self.longest + 1 if self.longest else 0

    def turn_page(self) -> None:
        """From now on the questions of this page can be looked back at."""
        self.earlier |= self.here
        self.here = {}

    def expression(self, row: Row, column: str, done: str) -> Expression | None:
        """A cell's expression, what is worked out elsewhere filled in; None, noted, if unread."""
        written = row.take(column)
        if not written:
            return None
        try:
            return folded(parsed(written), self.worked_out)
        except NotUnderstood as error:
            self.report.row(row, column, f"{done}: {error}")
            return None

    def said(self, expression: Expression) -> Condition:
        """The condition that an expression is; raises NotUnderstood."""
        return condition(expression, self.earlier, self.repeat)

    def relevant(self, row: Row) -> Condition:
        """When a row is asked; what cannot be said is noted, and then it is asked more often."""
        done = "asked whatever was answered, as far as this goes"
        found = self.expression(row, "relevant", done)
        parts: list[Condition] = []
        for part in conjuncts(found) if found else []:
            try:
                parts.append(self.said(part))
            except NotUnderstood as error:
                self.report.row(row, "relevant", f"{done}: {error}")
                continue
            self._note_differences(row, part, parts[-1])
        return all_of(parts)

    def _note_differences(self, row: Row, part: Expression, said: Condition) -> None:
        """Notes where a condition says something else of what is empty, or was not asked."""
        if "'total_" in repr(said):
            done = "a number that was left empty adds nothing; in an XLSForm there is no total then"
            self.report.row(row, "relevant", done)
        if "'not'" not in repr(said):
            return
        names = [n for n in sorted(references(part)) if self.earlier[n].conditional]
        if names:
            asked = ", ".join(f"${{{name}}}" for name in names)
            done = f"whoever is not asked {asked} is not asked this either; in an XLSForm they are"
            self.report.row(row, "relevant", done)

    def piped(self, text: str, row: Row) -> str:
        """A text with `${name}` turned into `{variable}`."""

        def one(match: re.Match[str]) -> str:
            name = match.group(1)
            for _ in self.words:
                name = self.words.get(name, name)
            known = self.earlier.get(name)
            if name == "option" and self.repeat:
                return "{option}"
            shows = row.sheet in ("survey", "engage")  # a label of a choice shows no answers
            if not shows or known is None or known.repeat not in ("", self.repeat):
                done = f'"{ELLIPSIS}" stands in its place: no answer of an earlier page is there'
                self.report.add(row.place(), match.group(), done)
                return ELLIPSIS
            return f"{{{known.variable}}}"

        if not self.own and BRACES.search(text):
            done = "in round brackets, since curly ones stand for an earlier answer here"
            self.report.add(row.place(), text, done)
            text = BRACES.sub(r"(\1)", text)
        return REFERENCE.sub(one, text)

    def looks_at_page(self, row: Row) -> bool:
        """Whether a row looks at, or shows, an answer of the page that is being made."""
        looked = ("relevant", "choice_filter", "label", "hint")
        cells = (text for (column, _), text in row.cells.items() if column in looked)
        names = {name for text in cells for name in REFERENCE.findall(text)}
        for name in list(names):
            names.add(self.words.get(name, name))
            for reference, stands_for in self.worked_out.items():
                if references(reference) == {name}:
                    names |= references(stands_for)
        return not names.isdisjoint(self.here)
