"""Looking back: conditions and quotations may only name what was asked on an earlier page."""

from collections.abc import Iterable, Iterator, Set

from ..conditions import (
    AnyOf,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    TotalAtLeast,
    TotalAtMost,
    leaves,
)
from ..definition import Questionnaire
from ..kinds import Consent, Number, Question, Scale
from ..kinds.consent import AGREED
from ..kinds.parted import Parted
from ..pages import Page, Section
from ..piping import OPTION, placeholders
from ..problem import Problem

NUMBERS = AtLeast | AtMost | TotalAtLeast | TotalAtMost


def looking_back(q: Questionnaire) -> Iterator[Problem]:
    """Names that are unknown or come later, codes that no list has, bounds on what is no number."""
    earlier: set[str] = set()
    for section in q.parts:
        yield from _looks_back(q, section.ask_if, earlier, section.name)
        within = set(earlier)
        heads = (section.title, section.introduction or "")
        yield from _quotes(q, heads, earlier, section.name, section)
        for page in section.pages:
            # Pages in random order may come in any: none may count on another of them.
            seen = earlier if section.order is not None else within
            yield from _page(q, section, page, seen)
            within |= set(page.variables)
        earlier = within
    for check in q.checks:
        yield from _quotes(q, [check.text], earlier, check.name, None)
        yield from _looks_back(q, check.condition, earlier, check.name)
    for derived in q.derived:
        codes = q.code_lists[derived.code_list].names()
        wanted = [*(case.code for case in derived.cases), derived.otherwise]
        for code in wanted:
            if code is not None and code not in codes:
                yield Problem("unknown_code", derived.name, {"code": code, "name": derived.name})
        for case in derived.cases:
            yield from _looks_back(q, case.condition, earlier, derived.name)
        earlier |= {derived.name}


def _page(q: Questionnaire, section: Section, page: Page, earlier: Set[str]) -> Iterator[Problem]:
    yield from _looks_back(q, page.ask_if, earlier, page.name)
    for question in page.questions:
        texts = [text for _, text in question.texts()]
        yield from _quotes(q, texts, earlier, question.name, section)
        for name, condition in question.conditions():
            yield from _looks_back(q, condition, earlier, name)
        codes = q.list_of(question)
        for code in codes.codes if codes is not None else ():
            yield from _looks_back(q, code.ask_if, earlier, question.name)


def _quotes(
    q: Questionnaire,
    texts: Iterable[str],
    earlier: Set[str],
    place: str,
    section: Section | None,
) -> Iterator[Problem]:
    """The answers that texts quote; in a repeated section also the option, and its own answers."""
    origin = q.origin(section.name) if section is not None else None
    for name in dict.fromkeys(name for text in texts for name in placeholders(text)):
        own = f"{name}_{origin.code}" if origin is not None else name
        if name in earlier or own in earlier or (name == OPTION and origin is not None):
            continue
        known = name in q.questions
        yield Problem("looks_forward" if known else "unknown_variable", place, {"name": name})


def _looks_back(
    q: Questionnaire, condition: Condition | None, earlier: Set[str], place: str
) -> Iterator[Problem]:
    for part in leaves(condition):
        unknown = [variable for variable in part.variables() if variable not in earlier]
        for variable in unknown:
            known = variable in q.questions or variable in q.derived_by_name
            code = "looks_forward" if known else "unknown_variable"
            yield Problem(code, place, {"name": variable})
        if unknown:
            continue
        if isinstance(part, Is | AnyOf):
            yield from _codes(q, part, place)
        elif isinstance(part, NUMBERS | Before):
            wanted = (Number, Scale, Parted) if isinstance(part, Before) else (Number, Scale)
            for variable in part.variables():
                if not isinstance(q.questions.get(variable), wanted):
                    yield Problem("not_a_number", place, {"name": variable})


def _codes(q: Questionnaire, part: Is | AnyOf, place: str) -> Iterator[Problem]:
    variable = part.of.variable
    known = _known(q, variable)
    for value in part.of.values if isinstance(part, AnyOf) else (part.of.value,):
        if value not in known:
            yield Problem("unknown_code", place, {"code": value, "name": variable})


def _known(q: Questionnaire, variable: str) -> tuple[str, ...]:
    """Every code that an answer may be, declared missing ones included."""
    if variable in q.derived_by_name:
        return q.code_lists[q.derived_by_name[variable].code_list].names()
    question: Question = q.questions[variable]
    if isinstance(question, Consent):
        return (AGREED,)
    codes = question.codes() if isinstance(question, Scale) else q.list_of(question)
    own = tuple(each.code for each in getattr(question, "missing", ()))
    return (*(codes.names() if codes is not None else ()), *own)
