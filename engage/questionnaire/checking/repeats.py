"""Repeated sections: over a question that is there, under names that fit."""

import re
from collections.abc import Iterator

from ..definition import Questionnaire
from ..kinds import MultipleChoice
from ..pages import Section
from ..problem import Problem

_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
LONGEST_CODE = 32
"""A name that is put in order is stored as a code."""

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}")


def repeats(q: Questionnaire) -> Iterator[Problem]:
    """Repeats over what is no multiple choice, and names that become too long or illegal."""
    earlier: set[str] = set()
    for section in q.sections:
        if section.repeat is not None:
            yield from _over(q, section, section.repeat.variable, earlier)
        earlier |= {v for page in section.pages for v in page.variables}
    yield from _written_out(q)
    yield from _in_order(q)


def _written_out(q: Questionnaire) -> Iterator[Problem]:
    for _, page, question in q.walk():
        if q.origin(page.name) is None:
            continue
        if not _SLUG.fullmatch(page.name):
            yield Problem("repeated_name", page.name, {"name": page.name})
        for name in {question.name, *question.variables()}:
            if not _NAME.fullmatch(name):
                yield Problem("repeated_name", name, {"name": name})


def _in_order(q: Questionnaire) -> Iterator[Problem]:
    for variable, names in q.orders.items():
        if not _NAME.fullmatch(variable):
            yield Problem("repeated_name", variable, {"name": variable})
        for name in names:
            if len(name) > LONGEST_CODE:
                yield Problem("name_too_long", name, {"name": name, "most": LONGEST_CODE})


def _over(
    q: Questionnaire, section: Section, variable: str, earlier: set[str]
) -> Iterator[Problem]:
    if variable in earlier and isinstance(q.questions.get(variable), MultipleChoice):
        return
    code = (
        "looks_forward" if variable in q.questions and variable not in earlier else "not_repeatable"
    )
    yield Problem(code, section.name, {"name": variable})
