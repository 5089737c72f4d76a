"""A page of questions: shown, and answered."""

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from engage.questionnaire.answers import Value
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.problem import Problem
from engage.questionnaire.routing import Step, route
from engage.store.database import AlreadyThere
from engage.store.surveys import Survey
from engage.web import csrf, rendered
from engage.web.instrument import Instrument, instrument, languages_of
from engage.web.messages import words
from engage.web.storage import database

from .. import answering, journey, reviewing, showing
from ..journey import Journey
from . import resident
from .start import channel, spoken, survey_or_404

Shown = str | Response | tuple[str, int]

ATTEMPTS = 8  # other windows may be faster, but not for ever


@resident.get("/<lang:lang>/<slug:survey>/question/<slug:page>")
def question(lang: str, survey: str, page: str) -> Shown:
    with database().reading() as connection:
        here = journey.found(connection, survey, lang)
    if here is None:
        return _unbegun(lang, survey, page)
    if not here.can_go_on:
        return redirect(here.url("start"), 303)
    step = here.route.step(page)
    if step is None:
        return _off_route(here)
    place = showing.place(here.instrument, step, here.draft)
    if place is None or request.query_string:
        return _shown(here, step)
    key = (here.draft.version_id, lang, page, place, here.before(step))
    return rendered.once(key, lambda: _shown(here, step))


def _shown(here: Journey, step: Step) -> str:
    return _page(here.instrument, step, here, showing.views(here.instrument, step, here.draft))


@resident.post("/<lang:lang>/<slug:survey>/question/<slug:page>")
def answer(lang: str, survey: str, page: str) -> Shown:
    for attempt in range(ATTEMPTS):
        with database().reading() as connection:
            here = journey.found(connection, survey, lang)
        if here is None:
            return _begin(lang, survey, page)
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
    posted = request.form.to_dict(flat=False)
    if not csrf.is_valid():
        return _again(here, step, [Problem("expired", "")])
    read = answering.read(here.questionnaire, step, posted)
    if read.problems:
        return _again(here, step, list(read.problems))
    if answering.is_overtaken(here.draft, step, request.form.get("seen", ""), read.values):
        return _again(here, step, [Problem("changed_elsewhere", "")])
    page, language = step.page.name, here.language
    stored = database().together(
        lambda connection: answering.store(connection, here.draft, read.values, page, language)
    )
    if not stored:
        return _again(here, step, [Problem("changed_elsewhere", "")]) if last else None
    return redirect(_onward(here, step, read.values), 303)


def _onward(here: Journey, step: Step, values: dict[str, Value]) -> str:
    then = request.form.get("then")
    if then == "stay":
        return here.page_url(step.page.name)
    if then == "save":
        return here.url("saved")
    changing = here.route.first_open(step.section.equality) is None
    here.take(values)
    return here.after(step, changing)


def _off_route(here: Journey) -> Response:
    onward = here.route.first_open(False)
    return redirect(here.page_url(onward.page.name) if onward else here.url("check"), 303)


def _again(here: Journey, step: Step, problems: list[Problem]) -> Shown:
    posted = request.form.to_dict(flat=False)
    found = showing.views(here.instrument, step, here.draft, posted, problems)
    notes = [words(problem) for problem in problems if not problem.place]
    overtaken = any(problem.code == "changed_elsewhere" for problem in problems)
    elsewhere = reviewing.lines(here, step) if overtaken else []
    return _page(here.instrument, step, here, found, notes, elsewhere), 422


def _page(
    texts: Instrument,
    step: Step,
    here: Journey | None,
    found: list[showing.QuestionView],
    notes: list[str] | None = None,
    elsewhere: list[reviewing.Line] | None = None,
) -> str:
    version = texts.questionnaire
    draft = here.draft if here else None
    return render_template(
        "collect/question.html",
        texts=texts,
        step=step,
        views=found,
        mistakes=showing.mistakes_of(found),
        notes=notes or [],
        elsewhere=elsewhere or [],
        seen=answering.mark(draft, step),
        back=here.before(step) if here else f"/{texts.language}/{version.survey}/",
        begun=here is not None,
        channel=None if here else channel(),
        part=1 + [section.name for section in version.sections].index(step.section.name),
        parts=len(version.sections),
        first_of_section=step.page.name == step.section.pages[0].name,
        survey_name=version.survey,
        **spoken(version, texts.language),
    )


def _first(lang: str, survey: str) -> tuple[Survey, Questionnaire, Instrument, Step]:
    found, version = survey_or_404(survey)
    with database().reading() as connection:
        texts = instrument(connection, found.version_id, lang)
    return found, version, texts, route(version, {}).steps[0]


def _turned_away(found: Survey, version: Questionnaire, lang: str, page: str) -> Response | None:
    """Where somebody without a draft is led, unless this is the page on which one begins."""
    start = f"/{lang}/{found.name}/"
    if lang not in languages_of(version):
        return redirect(start, 303)
    if page != version.sections[0].pages[0].name or not found.is_open:
        return redirect(f"{start}?lost=1", 303)
    return None


def _unbegun(lang: str, survey: str, page: str) -> Shown:
    """Without a draft there is the consent page, and for all others the start."""
    found, version, texts, step = _first(lang, survey)
    turned_away = _turned_away(found, version, lang, page)
    if turned_away is not None:
        return turned_away
    return _page(texts, step, None, showing.views(texts, step, None))


def _begin(lang: str, survey: str, page: str) -> Shown:
    found, version, texts, step = _first(lang, survey)
    turned_away = _turned_away(found, version, lang, page)
    if turned_away is not None:
        return turned_away
    posted = request.form.to_dict(flat=False)
    read = answering.read(version, step, posted)
    expired = [] if csrf.is_valid() else [Problem("expired", "")]
    problems = [*expired, *read.problems]
    if problems:
        views = showing.views(texts, step, None, posted, problems)
        return _page(texts, step, None, views, [words(p) for p in expired]), 422
    where = {"page": page, "language": lang, "channel": channel() or "open"}
    try:
        with database().writing() as connection:
            key = (found.id, found.version_id)
            answering.begin(connection, key, journey.hash_of(survey), read.values, where)
    except AlreadyThere:
        pass  # a double click: the first of the two has begun the draft
    with database().reading() as connection:
        here = journey.found(connection, survey, lang)
    if here is None:
        return redirect(f"/{lang}/{survey}/?lost=1", 303)
    return redirect(_onward(here, step, read.values), 303)
