"""The start of a survey: who asks and why, and the way in."""

import re

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from engage.questionnaire.definition import Questionnaire
from engage.store import drafts, surveys
from engage.store.surveys import Survey
from engage.web import csrf
from engage.web.instrument import instrument, languages_of, questionnaire
from engage.web.languages import among
from engage.web.storage import database

from .. import journey
from . import resident

CHANNEL = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@resident.get("/<lang:lang>/<slug:survey>/")
def start(lang: str, survey: str) -> str:
    found, version = survey_or_404(survey)
    with database().reading() as connection:
        begun = journey.found(connection, survey, lang)
        texts = instrument(connection, found.version_id, lang)
    return render_template(
        "collect/start.html",
        survey=found,
        texts=texts,
        minutes=version.about.minutes,
        begun=begun is not None,
        onward=begun.page_url(begun.draft.page) if begun else "",
        lost=request.args.get("lost") is not None,
        first=url_for(
            "collect.question",
            lang=lang,
            survey=survey,
            page=version.sections[0].pages[0].name,
            channel=channel(),
        ),
        **spoken(version, lang),
    )


@resident.post("/<lang:lang>/<slug:survey>/again")
def again(lang: str, survey: str) -> Response:
    """Somebody else begins on this device: what was begun before is let go."""
    _, version = survey_or_404(survey)
    if csrf.is_valid():
        with database().writing() as connection:
            drafts.forget_device(connection, journey.hash_of(survey))
    first = version.sections[0].pages[0].name
    return redirect(url_for(".question", lang=lang, survey=survey, page=first), 303)


def channel() -> str | None:
    """How a resident came to the survey, if the link said so."""
    said = request.args.get("channel") or request.form.get("page-channel") or ""
    return said if CHANNEL.fullmatch(said) else None


def survey_or_404(name: str) -> tuple[Survey, Questionnaire]:
    """A survey that is, or was, open to residents, with its newest version."""
    with database().reading() as connection:
        found = surveys.find(connection, name)
        if found is None or found.state == "draft":
            abort(404)
        return found, questionnaire(connection, found.version_id)


def spoken(version: Questionnaire, lang: str) -> dict[str, object]:
    """The languages to choose from on a survey's pages, and how far this one is."""
    states = languages_of(version)
    return {
        "tongues": among(states),
        "offered": lang in states,
        "reviewed": states.get(lang, True),
    }
