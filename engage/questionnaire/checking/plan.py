"""The plan of tables: what may be counted, and by what."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..kinds import MultipleChoice, Scale
from ..problem import Problem


def plan(q: Questionnaire) -> Iterator[Problem]:
    """Classifications and tables of variables that have no codes, or too many at once."""
    yield from _classifications(q)
    yield from _tables(q)


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


def _tables(q: Questionnaire) -> Iterator[Problem]:
    by = {classification.variable for classification in q.classifications}
    for table in q.tables:
        if table.question not in q.variables or q.code_list_of(table.question) is None:
            yield Problem("not_tabulable", "tables", {"name": table.question})
        for name in table.by:
            if name not in by:
                yield Problem("not_a_classification", "tables", {"name": name})
