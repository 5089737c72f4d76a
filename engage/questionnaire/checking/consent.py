"""Consent first, and the modes of answering."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..kinds import Consent, SingleChoice
from ..problem import Problem

MODES = ("web", "shared_device", "assisted", "paper", "telephone")


def consent(q: Questionnaire) -> Iterator[Problem]:
    """The first page has the one consent question; how people answer has known codes."""
    consents = [page.name for _, page, question in q.walk() if isinstance(question, Consent)]
    first = q.sections[0].pages[0]
    conditional = first.ask_if or q.sections[0].ask_if or first.questions[0].ask_if
    if consents != [first.name] or len(first.questions) != 1 or conditional:
        yield Problem("consent_not_first", first.name)
    if q.mode_variable is not None:
        question = q.questions.get(q.mode_variable)
        if not isinstance(question, SingleChoice):
            yield Problem("unknown_variable", "mode_variable", {"name": q.mode_variable})
        else:
            codes = q.code_lists[question.code_list].valid()
            for code in codes:
                if code not in MODES:
                    yield Problem("unknown_mode", q.mode_variable, {"code": code})
