"""Exports: single responses for analysts, line by line, never all of them in memory."""

from collections.abc import Iterator
from itertools import islice

from flask import Response, render_template

from engage.exchange.response_csv import write_rows
from engage.questionnaire.history import columns
from engage.questionnaire.problem import Problem
from engage.store import audit, responses
from engage.store.database import Database
from engage.web import csrf, guard
from engage.web.acts import RESPONSES_EXPORTED
from engage.web.desk import Desk, desk_or_404
from engage.web.instrument import versions_of
from engage.web.messages import words
from engage.web.storage import database

from . import analyse

LINES_AT_ONCE = 100


@analyse.get("/staff/<slug:survey>/exports")
def exports(survey: str) -> str:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
    return render_template("staff/exports.html", desk=desk, mistakes=[])


@analyse.post("/staff/<slug:survey>/exports/responses.csv")
def responses_csv(survey: str) -> Response | tuple[str, int]:
    """Every response: a POST, because what follows a link in advance must not set it off."""
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
    if not csrf.is_valid():
        mistake = {"field": "responses", "sentence": words(Problem("expired", "responses"))}
        return render_template("staff/exports.html", desk=desk, mistakes=[mistake]), 422
    with database().writing() as connection:
        who = guard.current().email
        audit.record(connection, who, RESPONSES_EXPORTED, survey, f"{desk.total}, csv")
    response = Response(_streamed(database(), desk), content_type="text/csv; charset=utf-8")
    invented = "-demonstration-data" if desk.invented else ""
    name = f"{survey}{invented}-responses.csv"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _streamed(opened: Database, desk: Desk) -> Iterator[str]:
    with opened.streaming() as connection:
        pairs = responses.streamed(connection, desk.survey.id)
        lines = write_rows(columns(versions_of(connection, desk.survey.id)), pairs)
        while some := "".join(islice(lines, LINES_AT_ONCE)):
            yield some
