"""A survey's first room: what has come in, and where drafts stand."""

from flask import render_template

from engage.store import drafts, tallies
from engage.web.desk import desk_or_404
from engage.web.languages import current
from engage.web.storage import database

from .. import counting, picturing
from . import fieldwork


@fieldwork.get("/staff/<slug:survey>/")
def overview(survey: str) -> str:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        intake = tallies.intake(connection, desk.survey.id)
        standing = drafts.stopped_at(connection, desk.survey.id)
    days = counting.days(intake.by_day)
    return render_template(
        "staff/overview.html",
        desk=desk,
        days=days,
        picture=picturing.days(days, rtl=current().direction == "rtl") if days else None,
        languages=counting.languages(intake.by_language),
        modes=counting.modes(intake.by_mode),
        stops=counting.stops(desk.texts, standing),
        standing=sum(standing.values()),
    )
