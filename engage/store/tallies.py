"""Counts of responses: how many, when and how, and by two variables together."""

import datetime
import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from .database import Connection
from .responses import answer, response


@dataclass(frozen=True)
class Intake:
    """What has come in, counted."""

    total: int
    invented: int
    by_day: dict[datetime.date, int]
    by_language: dict[str, int]
    by_mode: dict[str, int]


def total(connection: Connection, survey_id: uuid.UUID) -> tuple[int, int]:
    """How many responses there are, and how many of them are invented."""
    invented = sa.func.sum(sa.case((response.c.invented, 1), else_=0))
    query = sa.select(sa.func.count(), invented).where(response.c.survey_id == survey_id)
    count, made_up = connection.execute(query).one()
    return count, made_up or 0


def period(
    connection: Connection, survey_id: uuid.UUID
) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day on which a response came."""
    query = sa.select(sa.func.min(response.c.day), sa.func.max(response.c.day))
    first, last = connection.execute(query.where(response.c.survey_id == survey_id)).one()
    return first, last


def intake(connection: Connection, survey_id: uuid.UUID) -> Intake:
    """Responses by day, language and mode."""
    count, invented = total(connection, survey_id)

    def by(column: sa.Column[object]) -> dict[object, int]:
        query = sa.select(column, sa.func.count()).where(response.c.survey_id == survey_id)
        found = connection.execute(query.group_by(column).order_by(column))
        return {key: n for key, n in found}

    return Intake(
        total=count,
        invented=invented,
        by_day=by(response.c.day),  # type: ignore[arg-type]
        by_language=by(response.c.language),  # type: ignore[arg-type]
        by_mode=by(response.c.mode),  # type: ignore[arg-type]
    )


Cell = tuple[str | None, str | None, str | None, int]


def crossed(
    connection: Connection, survey_id: uuid.UUID, variable: str, by: str
) -> tuple[list[Cell], dict[str | None, int]]:
    """Counts of `variable` within `by`.

    First, rows (group, code, missing, respondents or choices): group None is a classification
    that was missing or not asked; code and missing both None: the question was not asked.
    Second, respondents per group who gave at least one code: the bases of a multiple choice.
    """
    group, given = answer.alias("group_answer"), answer.alias("given")
    joined = response.outerjoin(
        group,
        (group.c.response_id == response.c.id) & (group.c.variable == by) & (group.c.item == 0),
    ).outerjoin(given, (given.c.response_id == response.c.id) & (given.c.variable == variable))
    here = response.c.survey_id == survey_id
    cells = (
        sa.select(group.c.code, given.c.code, given.c.missing, sa.func.count())
        .select_from(joined)
        .where(here)
        .group_by(group.c.code, given.c.code, given.c.missing)
    )
    bases = (
        sa.select(group.c.code, sa.func.count(sa.distinct(response.c.id)))
        .select_from(joined)
        .where(here, given.c.code.is_not(None))
        .group_by(group.c.code)
    )
    found = [(g, code, missing, n) for g, code, missing, n in connection.execute(cells)]
    return found, {g: n for g, n in connection.execute(bases)}


def single(connection: Connection, survey_id: uuid.UUID, variable: str) -> dict[str | None, int]:
    """Respondents by the code of one variable; None for those who gave none or were not asked."""
    query = (
        sa.select(answer.c.code, sa.func.count(sa.distinct(response.c.id)))
        .select_from(
            response.outerjoin(
                answer, (answer.c.response_id == response.c.id) & (answer.c.variable == variable)
            )
        )
        .where(response.c.survey_id == survey_id)
        .group_by(answer.c.code)
    )
    return {code: n for code, n in connection.execute(query)}
