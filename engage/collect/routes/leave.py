"""Finish and clear this computer: nothing of this person stays within reach of the next."""

from flask import make_response, render_template
from werkzeug.wrappers import Response

from engage.store import drafts, surveys
from engage.web import browser, csrf
from engage.web.storage import database

from .. import journey
from . import resident


@resident.get("/<lang:lang>/clear")
def leave(lang: str) -> str:
    return render_template("collect/leave.html")


@resident.post("/<lang:lang>/clear")
def clear(lang: str) -> Response:
    if not csrf.is_valid():
        return make_response(render_template("collect/leave.html"), 422)
    with database().writing() as connection:
        for survey in surveys.listed(connection):
            drafts.forget_device(connection, journey.hash_of(survey.name))
    response = make_response(render_template("collect/cleared.html"))
    browser.forget(response)
    # Pages kept for the back button go too, in browsers that know this header.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
