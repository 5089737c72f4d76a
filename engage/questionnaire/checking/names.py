"""Names: each once, and none that an address of the site has already."""

from collections import Counter
from collections.abc import Iterator

from ..definition import Questionnaire
from ..kinds import Question, Statement
from ..problem import Problem

RESERVED = ("about", "clear", "picture", "results", "resume", "staff", "static", "withdraw")
"""Names that addresses of the site have already."""

FIELDS = ("csrf", "then")
"""Names that fields of every page have already; all others have a hyphen."""


def names(q: Questionnaire) -> Iterator[Problem]:
    """Names that stand for two things, and names that cannot be had."""
    variables = [v for _, _, question in q.walk() for v in _names_of(question)]
    variables += [derived.name for derived in q.derived]
    variables += _orders(q)
    pages = [page.name for section in q.parts for page in section.pages]
    sections = [section.name for section in q.parts]
    for code, found in (
        ("variable_twice", variables),
        ("page_twice", pages),
        ("section_twice", sections),
        ("check_twice", [check.name for check in q.checks] + _statements(q)),
    ):
        for name, times in Counter(found).items():
            if times > 1:
                yield Problem(code, name)
    if q.survey in RESERVED:
        yield Problem("reserved_name", "survey", {"name": q.survey})
    for name in FIELDS:
        if name in variables:
            yield Problem("reserved_name", name, {"name": name})
    for section in q.sections[:-1]:
        if section.equality:
            yield Problem("equality_not_last", section.name)


def _statements(q: Questionnaire) -> list[str]:
    """Statements, which a draft marks as read in the way it marks a check as shown."""
    return [question.name for _, _, question in q.walk() if isinstance(question, Statement)]


def _names_of(question: Question) -> tuple[str, ...]:
    own = question.variables()
    return own if question.name in own else (question.name, *own)


def _orders(q: Questionnaire) -> Iterator[str]:
    """The variables that record an order, twice if two orders would be recorded under one."""
    for section in q.parts:
        yield from (name for name in [section.order] if name is not None)
        for page in section.pages:
            yield from (name for name in [page.order] if name is not None)
            found = (getattr(question, "order", None) for question in page.questions)
            yield from (str(name) for name in found if name is not None)
