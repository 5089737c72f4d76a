"""Who is reached: a table of a question by a classification, and its files."""

from flask import Response, abort, render_template, request

from engage.disclosure.protected import ProtectedTable, Refusal
from engage.store import audit, tallies
from engage.store.database import Connection
from engage.web import guard
from engage.web.acts import TABLE_EXPORTED
from engage.web.desk import Desk, desk_or_404
from engage.web.storage import database

from .. import exporting, reaching, showing, sourcing
from ..labelling import Labels
from ..reaching import Reach
from ..sentences import refused
from ..tabulating import classifications
from . import analyse


@analyse.get("/staff/<slug:survey>/reached")
def reached(survey: str) -> str:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        reach = _asked_for(connection, desk)
    if reach is None:
        return render_template("staff/no_tables.html", desk=desk)
    by_itself = reaching.is_of_itself(reach.wanted)
    found = None if by_itself or isinstance(reach.table, Refusal) else reach.table
    return render_template(
        "staff/reached.html",
        desk=desk,
        wanted=reach.wanted,
        questions=_titled(desk, reaching.choosable(desk.questionnaire)),
        classifications=_titled(desk, classifications(desk.questionnaire)),
        shares=showing.shares(reach.shares, desk.texts),
        table=showing.table(found, desk.texts) if found else None,
        by_itself=by_itself,
        refused=refused(reach.table) if isinstance(reach.table, Refusal) else "",
        question=Labels(desk.texts, reach.wanted.question).title,
        asked=desk.texts.asked(reach.wanted.question),
        sources=sourcing.about(reach.classification, reach.shares),
        attribution=sourcing.ATTRIBUTION,
    )


def _asked_for(connection: Connection, desk: Desk) -> Reach | None:
    """What the address asks for; None for a survey without anything to tabulate."""
    if not classifications(desk.questionnaire) or not reaching.choosable(desk.questionnaire):
        return None
    wanted = reaching.wanted(desk.questionnaire, request.args)
    if wanted is None:
        abort(404)
    return reaching.look(connection, desk.survey, desk.questionnaire, wanted)


def _titled(desk: Desk, variables: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, Labels(desk.texts, name).title) for name in variables]


@analyse.get("/staff/<slug:survey>/reached.csv")
def reached_csv(survey: str) -> Response:
    """The table alone, as it stands."""
    desk, reach, table, _ = _exported(survey, "csv")
    return _file(
        exporting.table_csv(desk, reach, table).encode(),
        f"{exporting.name(desk, reach)}.csv",
        "text/csv; charset=utf-8; header=present",
    )


@analyse.get("/staff/<slug:survey>/reached.zip")
def reached_zip(survey: str) -> Response:
    """The table with a README."""
    desk, reach, table, period = _exported(survey, "zip")
    made = exporting.archive(desk, reach, table, period)
    return _file(made, f"{exporting.name(desk, reach)}.zip", "application/zip")


def _exported(survey: str, kind: str) -> tuple[Desk, Reach, ProtectedTable, exporting.Period]:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        reach = _asked_for(connection, desk)
        period = tallies.period(connection, desk.survey.id)
    if reach is None or isinstance(reach.table, Refusal) or reaching.is_of_itself(reach.wanted):
        abort(404)
    with database().writing() as connection:
        table = f"{reach.wanted.question} by {reach.wanted.classification}, {kind}"
        audit.record(connection, guard.current().email, TABLE_EXPORTED, survey, table)
    return desk, reach, reach.table, period


def _file(content: bytes, name: str, kind: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
