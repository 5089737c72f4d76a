"""Checks before a questionnaire may be used: each problem with its place, advice set apart."""

from collections import Counter
from collections.abc import Iterator

from .codes import CodeList
from .conditions import Condition, leaves
from .definition import Questionnaire
from .kinds import Consent, Grid, MultipleChoice, Question, Scale, SingleChoice
from .kinds.consent import AGREED
from .problem import Parameter, Problem
from .texts import sources, state_of

RESERVED = ("about", "clear", "results", "resume", "staff", "static", "withdraw")
"""Names that addresses of the site have already."""

MODES = ("web", "shared_device", "assisted", "paper", "telephone")


def check(questionnaire: Questionnaire) -> list[Problem]:
    """All problems of a questionnaire; it may be opened if none but advice is among them."""
    problems = [*_names(questionnaire), *_code_lists(questionnaire), *_lists_used(questionnaire)]
    if problems:
        return problems  # what follows would trip over them
    return [
        *_consent(questionnaire),
        *_conditions(questionnaire),
        *_classifications(questionnaire),
        *_plan(questionnaire),
        *_languages(questionnaire),
    ]


def errors(questionnaire: Questionnaire) -> list[Problem]:
    """The problems that keep a questionnaire from being opened."""
    return [problem for problem in check(questionnaire) if not problem.advice]


def _names(q: Questionnaire) -> Iterator[Problem]:
    variables = [v for _, _, question in q.walk() for v in _names_of(question)]
    variables += [derived.name for derived in q.derived]
    pages = [page.name for section in q.sections for page in section.pages]
    sections = [section.name for section in q.sections]
    for code, names in (
        ("variable_twice", variables),
        ("page_twice", pages),
        ("section_twice", sections),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                yield Problem(code, name)
    if q.survey in RESERVED:
        yield Problem("reserved_name", "survey", {"name": q.survey})
    for section in q.sections[:-1]:
        if section.equality:
            yield Problem("equality_not_last", section.name)


def _names_of(question: Question) -> tuple[str, ...]:
    own = (question.name,) if isinstance(question, Grid) else ()
    return (*own, *question.variables())


def _code_lists(q: Questionnaire) -> Iterator[Problem]:
    for name, codes in q.code_lists.items():
        for code, times in Counter(codes.names()).items():
            if times > 1:
                yield Problem("code_twice", f"code_lists.{name}", {"code": code})
        if not codes.valid():
            yield Problem("no_valid_code", f"code_lists.{name}")
        yield from _groupings(name, codes)


def _groupings(name: str, codes: CodeList) -> Iterator[Problem]:
    finer = [frozenset([code]) for code in codes.valid()]
    for level, grouping in enumerate(codes.groupings):
        members = [code for group in grouping.groups for code in group.codes]
        if sorted(members) != sorted(codes.valid()):
            yield Problem("grouping_not_whole", f"code_lists.{name}.groupings[{level}]")
            return
        groups = [frozenset(group.codes) for group in grouping.groups]
        if any(not any(fine <= group for group in groups) for fine in finer):
            yield Problem("grouping_not_nested", f"code_lists.{name}.groupings[{level}]")
        finer = groups


def _lists_used(q: Questionnaire) -> Iterator[Problem]:
    for _, _, question in q.walk():
        named = getattr(question, "code_list", None)
        if named is not None and named not in q.code_lists:
            yield Problem("unknown_code_list", question.name, {"name": named})
    for derived in q.derived:
        if derived.code_list not in q.code_lists:
            yield Problem("unknown_code_list", derived.name, {"name": derived.code_list})


def _consent(q: Questionnaire) -> Iterator[Problem]:
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


def _conditions(q: Questionnaire) -> Iterator[Problem]:
    earlier: set[str] = set()
    for section in q.sections:
        yield from _looks_back(q, section.ask_if, earlier, section.name)
        for page in section.pages:
            yield from _looks_back(q, page.ask_if, earlier, page.name)
            for question in page.questions:
                yield from _looks_back(q, question.ask_if, earlier, question.name)
                for row in question.rows_ if isinstance(question, Grid) else ():
                    yield from _looks_back(q, row.ask_if, earlier, row.name)
            earlier |= {v for question in page.questions for v in question.variables()}
    for derived in q.derived:
        codes = q.code_lists[derived.code_list].names()
        wanted = [*(case.code for case in derived.cases), derived.otherwise]
        for code in wanted:
            if code is not None and code not in codes:
                yield Problem("unknown_code", derived.name, {"code": code})
        for case in derived.cases:
            yield from _looks_back(q, case.condition, earlier, derived.name)
        earlier |= {derived.name}


def _looks_back(
    q: Questionnaire, condition: Condition | None, earlier: set[str], place: str
) -> Iterator[Problem]:
    for part in leaves(condition):
        variable = part.of.variable
        if variable not in earlier:
            known = variable in q.questions or variable in q.derived_by_name
            code = "looks_forward" if known else "unknown_variable"
            yield Problem(code, place, {"name": variable})
            continue
        codes = q.code_list_of(variable)
        values = getattr(part.of, "values", None) or (getattr(part.of, "value", None),)
        for value in values:
            agreed = value == AGREED and isinstance(q.questions.get(variable), Consent)
            known = codes is not None and value in codes.names()
            if isinstance(value, str) and not known and not agreed:
                yield Problem("unknown_code", place, {"code": value, "name": variable})


def _classifications(q: Questionnaire) -> Iterator[Problem]:
    for each in q.classifications:
        name = each.variable
        codes = q.code_list_of(name) if name in q.variables else None
        if codes is None:
            yield Problem("not_tabulable", "classifications", {"name": name})
            continue
        if isinstance(q.questions.get(name), MultipleChoice | Scale):
            yield Problem("not_a_classification", "classifications", {"name": name})
        for code in each.population.codes if each.population else ():
            if code not in codes.valid():
                yield Problem("unknown_code", name, {"code": code})


def _plan(q: Questionnaire) -> Iterator[Problem]:
    by = {classification.variable for classification in q.classifications}
    for table in q.tables:
        if table.question not in q.variables or q.code_list_of(table.question) is None:
            yield Problem("not_tabulable", "tables", {"name": table.question})
        for name in table.by:
            if name not in by:
                yield Problem("not_a_classification", "tables", {"name": name})


def _languages(q: Questionnaire) -> Iterator[Problem]:
    total = len(sources(q))
    for language in q.translations:
        state = state_of(q, language)
        for code, keys in (
            ("texts_untranslated", state.untranslated),
            ("texts_stale", state.stale),
            ("texts_unknown", state.unknown),
        ):
            if keys:
                found: dict[str, Parameter] = {"count": len(keys), "total": total}
                found["first"] = keys[0]
                yield Problem(code, f"translations.{language}", found, advice=True)
        if not state.reviewed:
            yield Problem("not_reviewed", f"translations.{language}", advice=True)
