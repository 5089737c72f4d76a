"""Repeats: which question's choices a repeat goes through."""

from ..expressions.known import Known
from ..expressions.parsing import Call, NotUnderstood, Reference, parsed
from ..sheets import Row
from .kinds import select
from .making import Making
from .outline import Group


def over(making: Making, group: Group) -> Known | None:
    """The question whose chosen options a repeat is asked about; None, noted, if it is none."""
    row = group.row
    assert row is not None
    written = row.take("repeat_count")
    known = making.earlier.get(_counted(written))
    if known is not None and known.repeatable and not known.repeat:
        return known
    done = "asked once: a section is asked again only for each choice of an earlier question"
    making.report.row(row, "repeat_count", done, written or "nothing")
    return None


def longest(over: Known | None) -> int:
    """The length of the longest code that variables' names get added."""
    return max((len(code) for code in over.codes.values()), default=0) if over else 0


def lists(survey: Group) -> set[str]:
    """The names of the lists whose choices some repeat goes through."""
    rows = {row.peek("name"): row for row in survey.rows()}
    found: set[str] = set()
    for group in _groups(survey):
        counted = rows.get(_counted(group.row.peek("repeat_count")) if group.row else "")
        chosen = select(counted.peek("type")) if isinstance(counted, Row) else None
        if group.repeat and chosen is not None and chosen.sort == "several":
            found.add(chosen.name)
    return found


def _counted(written: str) -> str:
    """The name in `count-selected(${name})`, '' if something else is counted."""
    try:
        found = parsed(written) if written else None
    except NotUnderstood:
        return ""
    if isinstance(found, Call) and found.name == "count-selected" and found.arguments:
        first = found.arguments[0]
        return first.name if isinstance(first, Reference) else ""
    return ""


def _groups(group: Group) -> list[Group]:
    inner = [part for part in group.parts if isinstance(part, Group)]
    return [group, *(each for part in inner for each in _groups(part))]
