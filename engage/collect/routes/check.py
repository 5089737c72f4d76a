"""Check your answers, the equality questions' door, and the page before sending."""

from flask import redirect, render_template
from werkzeug.wrappers import Response

from engage.questionnaire.problem import Problem
from engage.web import csrf
from engage.web.messages import words
from engage.web.storage import database

from .. import answering, journey, reviewing
from ..journey import Journey
from . import resident
from .start import spoken

Shown = str | Response | tuple[str, int]


def checked(lang: str, survey: str, equality: bool) -> Journey | Response:
    """The journey, if every page before this one has been seen; else where to go first."""
    with database().reading() as connection:
        here = journey.found(connection, survey, lang)
    if here is None or not here.can_go_on:
        return redirect(f"/{lang}/{survey}/" + ("" if here else "?lost=1"), 303)
    onward = here.route.first_open(False)
    if onward is not None:
        return redirect(here.page_url(onward.page.name), 303)
    if equality and here.route.first_open(True) is not None:
        return redirect(here.url("equality"), 303)
    return here


def page(here: Journey, template: str, equality: bool, **more: object) -> str:
    """One of the pages that look over a part of the answers."""
    return render_template(
        template,
        here=here,
        texts=here.texts,
        parts=reviewing.parts(here, equality),
        survey_name=here.draft.survey_name,
        **spoken(here.questionnaire, here.language),
        **more,
    )


@resident.get("/<lang:lang>/<slug:survey>/check")
def check(lang: str, survey: str) -> Shown:
    here = checked(lang, survey, equality=False)
    if not isinstance(here, Journey):
        return here
    return page(here, "collect/check.html", equality=False)


@resident.get("/<lang:lang>/<slug:survey>/equality")
def equality(lang: str, survey: str) -> Shown:
    here = checked(lang, survey, equality=False)
    if not isinstance(here, Journey):
        return here
    if not here.has_equality:
        return redirect(here.url("check"), 303)
    return _equality(here)


def _equality(here: Journey, notes: tuple[str, ...] = ()) -> str:
    part = here.route.part(True)
    onward = here.route.first_open(True) or part[0]
    return page(
        here,
        "collect/equality.html",
        equality=True,
        section=part[0].section,
        first=here.page_url(onward.page.name),
        notes=notes,
    )


@resident.post("/<lang:lang>/<slug:survey>/equality")
def skip_equality(lang: str, survey: str) -> Shown:
    """Leave the equality questions that have no answer yet empty, all at once."""
    stored = False
    while not stored:
        here = checked(lang, survey, equality=False)
        if not isinstance(here, Journey):
            return here
        if not csrf.is_valid():
            return _equality(here, (words(Problem("expired", "")),)), 422
        if not here.has_equality:
            break
        blank, page = here.skipping(), here.route.part(True)[0].page.name
        with database().writing() as connection:
            stored = answering.store(connection, here.draft, blank, page, lang)
    return redirect(f"/{lang}/{survey}/send", 303)


@resident.get("/<lang:lang>/<slug:survey>/send")
def send(lang: str, survey: str) -> Shown:
    here = checked(lang, survey, equality=True)
    if not isinstance(here, Journey):
        return here
    if not here.has_equality:
        return redirect(here.url("check"), 303)
    return page(here, "collect/send.html", equality=True)
