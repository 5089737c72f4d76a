"""When something is asked: relevance equations, rows of conditions, and array filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from .combining import Condition, Said, all_of, negated
from .expressions import CannotSay, Tree, parse
from .manuscript import Manuscript
from .old_conditions import tree
from .references import References
from .relevance import answered, condition
from .survey import Question, Subquestion, Words
from .tables import Row


@dataclass(frozen=True)
class Asked:
    """A question of the file on its way into the document."""

    question: Question
    variable: str
    text: Words
    hint: Words
    title: Words
    """The name of its group."""
    ask_if: Condition | None
    when: Condition | None
    """Its own condition and its group's: when it is asked."""

    @property
    def place(self) -> str:
        return self.question.place


def relevance(manuscript: Manuscript, question: Question) -> Said:
    """When a question is asked: by its rows of conditions if it has some, else by its equation."""
    expression = question.row.get("relevance", "")
    if not question.conditions:
        return said(manuscript, f"{question.place}, column relevance", expression)
    place = f"conditions of {question.place}"
    try:
        return _judged(manuscript, place, tree(question.conditions))
    except CannotSay as error:
        if expression.strip() not in ("", "1"):
            return said(manuscript, f"{question.place}, column relevance", expression)
        rows = ", ".join(_row(row) for row in question.conditions)
        manuscript.report.add(place, rows, f"asked always: no equal for {error}")
        return True


def _row(row: Row) -> str:
    return f"{row.get('cfieldname', '')} {row.get('method', '')} {row.get('value', '')!r}"


def said(manuscript: Manuscript, place: str, expression: str) -> Said:
    """What an equation says; what cannot be said holds always, and is noted."""
    bare = expression.strip()
    if bare in ("", "1"):
        return True
    try:
        return _judged(manuscript, place, parse(bare))
    except CannotSay as error:
        manuscript.report.add(place, bare, f"asked always: no equal for {error}")
        return True


def _judged(manuscript: Manuscript, place: str, found: Tree) -> Said:
    result = condition(found, manuscript.references)
    return _as_meant(manuscript, place, result)


def _as_meant(manuscript: Manuscript, place: str, result: Said) -> Said:
    meant = manuscript.references.judged(result)
    if meant is not None:
        return meant
    manuscript.report.add(
        place,
        "a part that denies the answer to a question that some are not asked",
        "of a question that was not asked nothing follows here: then this is not asked either",
    )
    return result


def of_rows(
    manuscript: Manuscript, question: Question, rows: Sequence[tuple[str, str]]
) -> dict[str, Said]:
    """When each row or option is asked, by its code; `rows` are codes with their equations."""
    found: dict[str, list[Said]] = {code: [] for code, _ in rows}
    for code, expression in rows:
        place = f"{question.place}, row {code}, column relevance"
        found[code].append(said(manuscript, place, expression))
    for name, exclude in (("array_filter", False), ("array_filter_exclude", True)):
        titles = question.attribute(name).replace(",", ";").split(";")
        for title in dict.fromkeys(each.strip() for each in titles if each.strip()):
            _filtered(manuscript, question, name, title, found, exclude)
    return {code: all_of(parts) for code, parts in found.items()}


def _filtered(
    manuscript: Manuscript,
    question: Question,
    attribute: str,
    title: str,
    found: dict[str, list[Said]],
    exclude: bool,
) -> None:
    matched = 0
    for code, parts in found.items():
        filtering = _filter(manuscript.references, title, code)
        if filtering is not None:
            matched += 1
            place = f"{question.place}, row {code}, attribute {attribute}"
            excluded = _as_meant(manuscript, place, negated(filtering)) if exclude else filtering
            parts.append(excluded)
    if not matched:
        place = f"{question.place}, attribute {attribute}"
        done = "every row is asked: no row of that question is known on an earlier page"
        manuscript.report.add(place, title, done)


def _filter(references: References, title: str, code: str) -> Condition | None:
    try:
        return answered(references.find(f"{title}_{code}"))
    except CannotSay:
        pass
    try:  # filtered by a question whose options are answers, such as a ranking
        reference = references.find(title)
    except CannotSay:
        return None
    if reference.manner != "several" or code not in reference.codes:
        return None
    return {"is": {"variable": reference.variable, "value": reference.codes[code]}}


def kept(
    manuscript: Manuscript, question: Question, rows: Sequence[Subquestion]
) -> list[tuple[Subquestion, Condition | None]]:
    """The rows that are ever asked, each with its condition."""
    when = of_rows(manuscript, question, [(row.code, row.relevance) for row in rows])
    found: list[tuple[Subquestion, Condition | None]] = []
    for row in rows:
        result = when[row.code]
        if result is False:
            place = f"{question.place}, row {row.code} ({row.qid})"
            manuscript.report.add(place, "it is never asked", "left out")
            continue
        found.append((row, result if isinstance(result, dict) else None))
    return found
