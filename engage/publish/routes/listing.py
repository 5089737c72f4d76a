"""Every survey that has something to show: its releases, or how many have answered so far."""

from flask import Response, make_response, render_template

from engage.web.storage import database

from ..listing import listed
from . import public
from .release import fresh


@public.get("/results/")
@public.get("/<lang:lang>/results/")
def all_results(lang: str = "en") -> Response:
    with database().reading() as connection:
        surveys = listed(connection, lang)
    invented = any(survey.demonstration for survey in surveys)
    page = render_template("publish/list.html", surveys=surveys, demonstration=invented)
    return fresh(make_response(page))
