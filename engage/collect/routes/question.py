"""A page of questions: shown, and answered."""

from flask import redirect, request
from werkzeug.wrappers import Response

from engage.questionnaire.answers import Posted, Value
from engage.questionnaire.problem import Problem
from engage.questionnaire.step import Step
from engage.store import postcodes
from engage.web import csrf, rendered
from engage.web.messages import words
from engage.web.storage import database

from .. import answering, asking_back, journey, locating, placing, reviewing, showing
from ..journey import Journey
from . import beginning, resident
from .question_page import OWN
from .question_page import page as page_of

Shown = str | Response | tuple[str, int]

ATTEMPTS = 8  # other windows may be faster, but not for ever


@resident.get("/<lang:lang>/<slug:survey>/question/<slug:page>")
def question(lang: str, survey: str, page: str) -> Shown:
    with database().reading() as connection:
        here = journey.found(connection, survey, lang)
    if here is None:
        return beginning.unbegun(lang, survey, page)
    if not here.can_go_on:
        return redirect(here.url("start"), 303)
    step = here.route.step(page)
    if step is None:
        return _off_route(here)
    place = placing.place(here, step)
    if place is None or request.query_string:
        return _shown(here, step)
    return rendered.once((here.draft.version_id, lang, place), lambda: _shown(here, step))


def _shown(here: Journey, step: Step) -> str:
    checks = asking_back.in_address(here, step, request.args.get(asking_back.FIELD, ""))
    notices = asking_back.notices(here, step, checks)
    views = showing.views(here.texts, step, here.draft)
    changing = bool(notices) and asking_back.CHANGING in request.args
    return page_of(here.texts, step, here, views, notices=notices, changing=changing)


@resident.post("/<lang:lang>/<slug:survey>/question/<slug:page>")
def answer(lang: str, survey: str, page: str) -> Shown:
    for attempt in range(ATTEMPTS):
        with database().reading() as connection:
            here = journey.found(connection, survey, lang)
        if here is None:
            begun = beginning.begin(lang, survey, page)
            return redirect(_begun(begun), 303) if isinstance(begun, Journey) else begun
        if not here.can_go_on:
            return redirect(here.url("start"), 303)
        step = here.route.step(page)
        if step is None:
            return _off_route(here)
        shown = _store(here, step, last=attempt == ATTEMPTS - 1)
        if shown is not None:
            break
    assert shown is not None
    return shown


def _store(here: Journey, step: Step, last: bool) -> Shown | None:
    """The answer to a page that came; None if another window was faster just now."""
    posted = locating.located(here.questionnaire, step, request.form.to_dict(flat=False), _area)
    if not csrf.is_valid():
        return _again(here, step, posted, [Problem("expired", "")])
    read = answering.read(here.questionnaire, step, posted)
    if read.problems:
        return _again(here, step, posted, list(read.problems))
    changed = [Problem("changed_elsewhere", "")]
    if answering.is_overtaken(here.draft, step, request.form.get(f"{OWN}seen", ""), read.values):
        return _again(here, step, posted, changed)
    said = request.form.get(f"{OWN}{asking_back.FIELD}", "")
    continued = f"{OWN}then" not in request.form  # who leaves is asked back when they come again
    new = asking_back.new_warnings(here, step, read.values, said) if continued else ()
    values = read.values | asking_back.marks(new)
    page, language = step.page.name, here.language
    stored = database().together(
        lambda connection: answering.store(connection, here.draft, values, page, language)
    )
    if not stored:
        return _again(here, step, posted, changed) if last else None
    if new:
        query = asking_back.query(new, _is_changing(here, step))
        return redirect(here.page_url(page) + query, 303)
    return redirect(_onward(here, step, values), 303)


def _area(list_name: str, postcode: str) -> str | None:
    with database().reading() as connection:
        return postcodes.area(connection, list_name, postcode)


def _begun(here: Journey) -> str:
    step = here.route.steps[0]
    return _onward(here, step, {name: here.draft.answers[name] for name in step.variables})


def _onward(here: Journey, step: Step, values: dict[str, Value]) -> str:
    then = request.form.get(f"{OWN}then")
    if then == "stay":
        checks = asking_back.in_address(here, step, request.args.get(asking_back.FIELD, ""))
        query = asking_back.query(checks, f"{OWN}{asking_back.CHANGING}" in request.form)
        return here.page_url(step.page.name) + query
    if then == "save":
        return here.url("saved")
    changing = _is_changing(here, step)
    here.take(values)
    return here.after(step, changing)


def _is_changing(here: Journey, step: Step) -> bool:
    """Whether the page's part was complete before the answer that came."""
    complete = here.route.first_open(step.section.equality) is None
    return complete or f"{OWN}{asking_back.CHANGING}" in request.form


def _off_route(here: Journey) -> Response:
    onward = here.route.first_open(False)
    return redirect(here.page_url(onward.page.name) if onward else here.url("check"), 303)


def _again(here: Journey, step: Step, posted: Posted, problems: list[Problem]) -> Shown:
    found = showing.views(here.texts, step, here.draft, posted, problems)
    notes = [words(problem) for problem in problems if not problem.place]
    overtaken = any(problem.code == "changed_elsewhere" for problem in problems)
    elsewhere = reviewing.lines(here, step) if overtaken else []
    return page_of(here.texts, step, here, found, notes=notes, elsewhere=elsewhere), 422
