"""Reach: conditions that can never hold or never fail, and pages that nobody comes to."""

from collections.abc import Iterator, Sequence

from ..conditions import Condition
from ..definition import Questionnaire
from ..pages import Page
from ..possibility import Possibilities
from ..problem import Problem


def reach(q: Questionnaire) -> Iterator[Problem]:
    """Each condition held against all routes to its place, as far as they can all be tried."""
    possible = Possibilities(q)
    for section in q.parts:
        above: list[Condition] = []
        if section.ask_if is not None:
            found = list(_judged(possible, section.ask_if, (), section.name))
            yield from found
            if any(problem.code == "never_holds" for problem in found):
                for page in section.pages:
                    yield Problem("page_unreachable", page.name)
                continue
            above.append(section.ask_if)
        for page in section.pages:
            yield from _page(q, possible, page, above)
    for check in q.checks:
        yield from _never(possible, check.condition, (), check.name)


def _page(
    q: Questionnaire, possible: Possibilities, page: Page, above: Sequence[Condition]
) -> Iterator[Problem]:
    above = list(above)
    if page.ask_if is not None:
        found = list(_judged(possible, page.ask_if, above, page.name))
        yield from found
        if any(problem.code == "never_holds" for problem in found):
            yield Problem("page_unreachable", page.name)
            return
        above.append(page.ask_if)
    asked = False
    for question in page.questions:
        never = False
        for name, condition in question.conditions():
            if condition is not None:
                found = list(_judged(possible, condition, above, name))
                yield from found
                never = never or (name == question.name and _has_never(found))
        asked = asked or not never
        codes = q.list_of(question)
        for code in codes.codes if codes is not None else ():
            if code.ask_if is not None:
                yield from _never(possible, code.ask_if, above, question.name)
    if not asked:
        yield Problem("page_unreachable", page.name)


def _has_never(found: Sequence[Problem]) -> bool:
    return any(problem.code == "never_holds" for problem in found)


def _judged(
    possible: Possibilities, condition: Condition, above: Sequence[Condition], place: str
) -> Iterator[Problem]:
    found = possible.of(condition, above)
    if not found.holds:
        yield Problem("never_holds", place)
    elif not found.fails:
        yield Problem("always_holds", place, advice=True)


def _never(
    possible: Possibilities, condition: Condition, above: Sequence[Condition], place: str
) -> Iterator[Problem]:
    if not possible.of(condition, above).holds:
        yield Problem("never_holds", place)
