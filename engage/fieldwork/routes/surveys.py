"""The list of surveys: where staff arrive."""

from flask import render_template

from engage.store import surveys as stored
from engage.web import desk
from engage.web.storage import database

from . import fieldwork


@fieldwork.get("/staff/")
def surveys() -> str:
    with database().reading() as connection:
        desks = [desk.laid(connection, survey) for survey in stored.listed(connection)]
    return render_template("staff/surveys.html", desks=desks)
