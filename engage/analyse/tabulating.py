"""A question by a classification: counted in the database, then protected."""

import uuid
from dataclasses import dataclass

from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.level import Level
from engage.disclosure.protected import ProtectedTable, Refusal
from engage.disclosure.protecting import alternatives
from engage.questionnaire.codes import CodeList
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.kinds import MultipleChoice
from engage.statistics.table import Table, tabulate
from engage.store import tallies
from engage.store.database import Connection


class NotTabulable(Exception):
    """There is no such table: `code` says why, `name` of what."""

    def __init__(self, code: str, name: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(code, name)
        self.code, self.name, self.known = code, name, known


@dataclass(frozen=True)
class Wanted:
    """A table that can be asked for."""

    question: str
    classification: str


def questions(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The variables that tables can be made of, in order."""
    return tuple(v for v in questionnaire.variables if questionnaire.code_list_of(v) is not None)


def classifications(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The variables that tables can be broken down by, in order."""
    return tuple(each.variable for each in questionnaire.classifications)


def planned(questionnaire: Questionnaire) -> tuple[Wanted, ...]:
    """Every table of the plan."""
    return tuple(Wanted(plan.question, by) for plan in questionnaire.tables for by in plan.by)


def hierarchy(codes: CodeList) -> Hierarchy:
    """The declared groupings of a code list, its missing codes left aside."""
    return Hierarchy(
        codes.valid(),
        tuple(
            tuple(Level(group.code, group.codes) for group in grouping.groups)
            for grouping in codes.groupings
        ),
    )


def counted(
    connection: Connection, survey_id: uuid.UUID, questionnaire: Questionnaire, wanted: Wanted
) -> Table:
    """The exact table; raises NotTabulable."""
    _check(questionnaire, wanted)
    question = questionnaire.code_list_of(wanted.question)
    group = questionnaire.code_list_of(wanted.classification)
    assert question is not None
    assert group is not None
    cells, bases = tallies.crossed(connection, survey_id, wanted.question, wanted.classification)
    multiple = isinstance(questionnaire.questions.get(wanted.question), MultipleChoice)
    not_asked: dict[str | None, int] = {}
    for group_code, code, missing, n in cells:
        if code is None and missing is None:
            not_asked[group_code] = not_asked.get(group_code, 0) + n
    return tabulate(
        wanted.question,
        wanted.classification,
        group.valid(),
        question.valid(),
        [(g, code, n) for g, code, missing, n in cells if code is not None or missing is not None],
        bases=bases if multiple else None,
        not_asked=not_asked,
    )


def protected(
    connection: Connection, survey_id: uuid.UUID, questionnaire: Questionnaire, wanted: Wanted
) -> ProtectedTable | Refusal:
    """The safe table that shows most, or why there is none; raises NotTabulable."""
    found = choices(connection, survey_id, questionnaire, wanted)
    return found if isinstance(found, Refusal) else found[0]


def choices(
    connection: Connection, survey_id: uuid.UUID, questionnaire: Questionnaire, wanted: Wanted
) -> tuple[ProtectedTable, ...] | Refusal:
    """The safe tables from the one that shows most to the coarsest; raises NotTabulable."""
    table = counted(connection, survey_id, questionnaire, wanted)
    question = questionnaire.code_list_of(wanted.question)
    group = questionnaire.code_list_of(wanted.classification)
    assert question is not None
    assert group is not None
    return alternatives(table, hierarchy(group), hierarchy(question))


def _check(questionnaire: Questionnaire, wanted: Wanted) -> None:
    if wanted.question not in questionnaire.variables:
        raise NotTabulable("unknown_question", wanted.question, questions(questionnaire))
    if wanted.question not in questions(questionnaire):
        raise NotTabulable("not_tabulable", wanted.question, questions(questionnaire))
    if wanted.classification not in classifications(questionnaire):
        known = classifications(questionnaire)
        raise NotTabulable("unknown_classification", wanted.classification, known)
