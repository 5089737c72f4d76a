"""Building a release: the tables of the plan, protected together, with every text they need."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, Final

from engage.disclosure.joint import settle
from engage.disclosure.protected import ProtectedTable, Refusal
from engage.exchange.population import census
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.texts import languages
from engage.store import releases, tallies
from engage.store.database import Connection
from engage.store.surveys import Survey
from engage.web.instrument import Instrument

from .comparing import Reached, reached
from .tabulating import Wanted, choices, planned

UNRELIABLE: Final = 30
"""A group whose base is about this or less gets no percentages: they would say too little."""


class NothingToRelease(Exception):
    """No table of the plan can be shown."""


def prepare(
    connection: Connection,
    survey: Survey,
    questionnaire: Questionnaire,
    wanted: Sequence[Wanted] | None = None,
) -> str:
    """The document of a release of the wanted tables, all of the plan by default.

    It takes seconds and only reads, so residents need not wait for it.
    """
    document = _document(connection, survey, questionnaire, wanted or planned(questionnaire))
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def publish(connection: Connection, survey: Survey, document: str) -> int:
    """Freeze what was prepared; its number."""
    digest = sha256(document.encode()).hexdigest()
    return releases.publish(connection, survey.id, document, digest)


def _document(
    connection: Connection, survey: Survey, q: Questionnaire, wanted: Sequence[Wanted]
) -> dict[str, object]:
    plan = [choices(connection, survey.id, q, each) for each in wanted]
    settled = settle(plan)
    tables = [table for table in settled if isinstance(table, ProtectedTable)]
    if not tables:
        raise NothingToRelease
    reach = [reached(connection, survey.id, q, each) for each in q.classifications]
    total, invented = tallies.total(connection, survey.id)
    first, last = tallies.period(connection, survey.id)
    return {
        "format": 1,
        "survey": survey.name,
        "version": survey.version,
        "demonstration": invented > 0,
        "responses": total // 10 * 10,
        "period": [str(first), str(last)],
        "population": {
            "source": census().source,
            "licence": census().licence,
            "day": census().day,
            "area": census().area,
        },
        "reach": [_reach(each) for each in reach if each.levels],
        "tables": [_reliable(table.public().to_document()) for table in tables],
        "not_shown": [_not_shown(each) for each in settled if isinstance(each, Refusal)],
        "labels": {
            language: _labels(Instrument(q, language), _names(settled, reach))
            for language in languages(q, unreviewed=True)
        },
        "reviewed": [language for language in languages(q, unreviewed=False)],
    }


def _reach(each: Reached) -> dict[str, object]:
    dimension = each.dimension
    return {
        "classification": each.classification,
        "groups": each.public(),
        "source_table": dimension.source_table if dimension else None,
        "universe": dimension.universe if dimension else None,
        "quality": dimension.quality if dimension else None,
    }


def _not_shown(refusal: Refusal) -> dict[str, object]:
    return {
        "question": refusal.question,
        "classification": refusal.classification,
        "why": refusal.code,
    }


def _reliable(table: dict[str, Any]) -> dict[str, Any]:
    """A published table without the percentages of groups that are too small for them.

    The rounded base decides, so that what is left out says no more than that base does.
    """
    width = len(table["categories"])
    rows = zip(table["percentages"], table["bases"], strict=True)
    table["percentages"] = [row if base > UNRELIABLE else [None] * width for row, base in rows]
    if table["total_base"] <= UNRELIABLE:
        table["total_percentages"] = [None] * width
    return table


def _names(tables: Iterable[ProtectedTable | Refusal], reach: Iterable[Reached]) -> list[str]:
    """Every variable that a page of the release names, those of tables not shown included."""
    names = [name for table in tables for name in (table.question, table.classification)]
    return list(dict.fromkeys([*names, *(each.classification for each in reach)]))


def _labels(instrument: Instrument, names: list[str]) -> dict[str, object]:
    """The survey's own texts in one language, as far as the release's pages need them."""
    return {
        "title": instrument.text("title"),
        "operator": instrument.text("about.operator"),
        "variables": {
            name: {
                "title": instrument.title(name),
                "asked": instrument.asked(name),
                "codes": instrument.code_labels(name),
            }
            for name in names
        },
    }
