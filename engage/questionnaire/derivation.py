"""Derived variables: worked out once, when a response is stored, for every analysis alike."""

from .answers import AnswerRow
from .conditions import Seen
from .definition import Derived, Questionnaire
from .routing import Route

UNDERIVED = "not_derived"
"""The missing code of a derived variable whose questions were asked and not answered."""


def derive(questionnaire: Questionnaire, route: Route) -> list[AnswerRow]:
    """A row for each derived variable; no row where none of its questions was asked."""
    unanswered = set(route.unanswered)
    seen = Seen(dict(route.answers), unanswered)
    rows: list[AnswerRow] = []
    for derived in questionnaire.derived:
        row = _row(derived, seen, unanswered)
        if row is not None:
            rows.append(row)
            seen.values[derived.name] = row.code
            if row.code is None:
                unanswered.add(derived.name)
    return rows


def _row(derived: Derived, seen: Seen, unanswered: set[str]) -> AnswerRow | None:
    for case in derived.cases:
        if case.condition.holds(seen) is True:
            return AnswerRow(derived.name, code=case.code)
    used = {variable for case in derived.cases for variable in case.condition.variables()}
    asked = used & seen.values.keys()
    if not asked:
        return None
    if derived.otherwise is not None and not asked <= unanswered:
        return AnswerRow(derived.name, code=derived.otherwise)
    return AnswerRow(derived.name, missing=UNDERIVED)
