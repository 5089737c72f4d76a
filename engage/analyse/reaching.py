"""Who is reached: one question by one classification, and that classification beside the census."""

from collections.abc import Mapping
from dataclasses import dataclass

from engage.disclosure.protected import ProtectedTable, Refusal
from engage.questionnaire.definition import Classification, Questionnaire
from engage.questionnaire.kinds import Consent
from engage.store.database import Connection
from engage.store.surveys import Survey

from .comparing import Reached, reached
from .tabulating import Wanted, classifications, planned, protected, questions


@dataclass(frozen=True)
class Reach:
    """What a page or a file on a table shows; the table may be refused."""

    wanted: Wanted
    classification: Classification
    shares: Reached
    table: ProtectedTable | Refusal


def choosable(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The variables that a member of staff can ask a table of: all but the consent."""
    return tuple(
        name
        for name in questions(questionnaire)
        if not isinstance(questionnaire.questions.get(name), Consent)
    )


def wanted(questionnaire: Questionnaire, asked: Mapping[str, str]) -> Wanted | None:
    """The table that an address asks for, with the first planned one as the default.

    None where there is no such question or classification, or they are the same.
    """
    plan = planned(questionnaire)
    names, groups = choosable(questionnaire), classifications(questionnaire)
    if not names or not groups:
        return None
    first = plan[0] if plan else Wanted(names[0], groups[0])
    found = Wanted(asked.get("question") or first.question, asked.get("by") or first.classification)
    if found.question not in names or found.classification not in groups:
        return None
    return found


def is_of_itself(found: Wanted) -> bool:
    """Whether a classification was asked for by itself: such a table says nothing."""
    return found.question == found.classification


def look(
    connection: Connection, survey: Survey, questionnaire: Questionnaire, found: Wanted
) -> Reach:
    """Count and protect."""
    by = next(
        each for each in questionnaire.classifications if each.variable == found.classification
    )
    return Reach(
        found,
        by,
        reached(connection, survey.id, questionnaire, by),
        protected(connection, survey.id, questionnaire, found),
    )
