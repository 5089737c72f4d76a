"""Releases: what the public sees, and freezing another one."""

from dataclasses import dataclass

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from engage.questionnaire.problem import Problem
from engage.store import audit
from engage.store import releases as stored
from engage.web import csrf, guard
from engage.web.acts import RELEASE_BUILT
from engage.web.desk import Desk, desk_or_404
from engage.web.languages import current
from engage.web.messages import words
from engage.web.storage import database

from ..labelling import Labels
from ..releasing import NothingToRelease, prepare, publish
from ..tabulating import Wanted, planned
from . import analyse

Shown = str | Response | tuple[str, int]


@dataclass(frozen=True)
class PlannedRow:
    """One question of the plan: for each classification the field's value, None if not planned."""

    name: str
    title: str
    values: tuple[str | None, ...]


@analyse.get("/staff/<slug:survey>/releases")
def releases(survey: str) -> Shown:
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        return _page(desk, stored.listed(connection, survey))


@analyse.post("/staff/<slug:survey>/releases")
def freeze(survey: str) -> Shown:
    chosen = set(request.form.getlist("table"))
    with database().reading() as connection:
        desk = desk_or_404(connection, survey)
        earlier = stored.listed(connection, survey)
    wanted = [each for each in planned(desk.questionnaire) if _value(each) in chosen]
    if not csrf.is_valid():
        return _page(desk, earlier, chosen, "expired"), 422
    if not wanted:
        return _page(desk, earlier, chosen, "nothing_chosen"), 422
    try:
        with database().streaming() as connection:
            document = prepare(connection, desk.survey, desk.questionnaire, wanted)
    except NothingToRelease:
        return _page(desk, earlier, chosen, nothing_to_show=True), 422
    with database().writing() as connection:
        number = publish(connection, desk.survey, document)
        audit.record(connection, guard.current().email, RELEASE_BUILT, survey, str(number))
    return redirect(f"/{current().tag}/results/{survey}/{number}/", 303)


def _page(
    desk: Desk,
    earlier: list[stored.Release],
    chosen: set[str] | None = None,
    problem: str = "",
    nothing_to_show: bool = False,
) -> str:
    by = list(dict.fromkeys(each.classification for each in planned(desk.questionnaire)))
    rows = _plan(desk, by)
    mistake = words(Problem(problem, "table")) if problem else ""
    return render_template(
        "staff/releases.html",
        desk=desk,
        releases=earlier,
        classifications=[(name, Labels(desk.texts, name).title) for name in by],
        rows=rows,
        chosen=chosen,
        first=next((value for row in rows for value in row.values if value), ""),
        mistakes=[{"field": "table", "sentence": mistake}] if mistake else [],
        nothing_to_show=nothing_to_show,
    )


def _plan(desk: Desk, by: list[str]) -> list[PlannedRow]:
    plan = planned(desk.questionnaire)
    names = dict.fromkeys(each.question for each in plan)
    found = set(plan)
    rows = []
    for name in names:
        wanted = (Wanted(name, classification) for classification in by)
        values = tuple(_value(each) if each in found else None for each in wanted)
        rows.append(PlannedRow(name, Labels(desk.texts, name).title, values))
    return rows


def _value(wanted: Wanted) -> str:
    return f"{wanted.question}:{wanted.classification}"
