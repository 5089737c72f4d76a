"""What staff have done with a survey."""

from flask import render_template
from flask_babel import format_datetime

from engage.store import audit
from engage.web.acts import actor, in_words
from engage.web.desk import desk_or_404
from engage.web.storage import database

from . import fieldwork

MOST = 200


@fieldwork.get("/staff/<slug:survey>/history")
def history(survey: str) -> str:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        found = audit.latest(connection, survey, MOST)
    acts = [
        (act, actor(act.who), in_words(act.act), format_datetime(act.at, "short", False))
        for act in found
    ]
    return render_template("staff/history.html", desk=desk, acts=acts)
