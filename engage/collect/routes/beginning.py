"""The page on which a resident agrees to take part, and with it begins a draft."""

from flask import redirect, request
from werkzeug.wrappers import Response

from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.problem import Problem
from engage.questionnaire.routing import route
from engage.questionnaire.step import Step
from engage.store.database import AlreadyThere
from engage.store.surveys import Survey
from engage.web import csrf
from engage.web.instrument import Instrument, instrument, languages_of
from engage.web.messages import words
from engage.web.storage import database

from .. import answering, journey, showing
from ..journey import Journey
from .question_page import page as rendered
from .start import channel, survey_or_404

Shown = str | Response | tuple[str, int]


def unbegun(lang: str, survey: str, page: str) -> Shown:
    """Without a draft there is the consent page, and for all others the start."""
    found, version, texts, step = _first(lang, survey)
    turned_away = _turned_away(found, version, lang, page)
    if turned_away is not None:
        return turned_away
    return rendered(texts, step, None, showing.views(texts, step, None))


def begin(lang: str, survey: str, page: str) -> Journey | Shown:
    """The journey that consenting begins, or the page that says what is amiss."""
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
        return rendered(texts, step, None, views, notes=[words(p) for p in expired]), 422
    where = {"page": page, "language": lang, "channel": channel() or "open"}
    try:
        with database().writing() as connection:
            key = (found.id, found.version_id)
            answering.begin(connection, key, journey.hash_of(survey), read.values, where)
    except AlreadyThere:
        pass  # a double click: the first of the two has begun the draft
    with database().reading() as connection:
        here = journey.found(connection, survey, lang)
    return here or redirect(f"/{lang}/{survey}/?lost=1", 303)


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
