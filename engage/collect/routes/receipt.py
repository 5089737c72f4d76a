"""Sending, and the receipt."""

from flask import current_app, redirect, render_template, request, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from engage.questionnaire.problem import Problem
from engage.store import responses
from engage.store.database import AlreadyThere
from engage.web import browser, csrf
from engage.web.instrument import instrument
from engage.web.messages import words
from engage.web.storage import database

from .. import codes, submitting
from ..journey import Journey
from . import resident
from .check import checked, page
from .start import spoken, survey_or_404

COOKIE = "engage-receipt"
MINUTES = 30

Shown = str | Response | tuple[str, int]


def _sealed() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or "", salt="receipt")


@resident.post("/<lang:lang>/<slug:survey>/send")
def submit(lang: str, survey: str) -> Shown:
    key = request.form.get("key", "")[:64]
    here = checked(lang, survey, equality=True)
    if not isinstance(here, Journey) or here.draft.submission_key != key:
        with database().reading() as connection:
            if key and responses.is_stored(connection, submitting.submission_hash(key)):
                return _receipt(lang, survey, key)
        return redirect(here.url("send"), 303) if isinstance(here, Journey) else here
    if not csrf.is_valid():
        template = "collect/send.html" if here.has_equality else "collect/check.html"
        notes = [words(Problem("expired", ""))]
        return page(here, template, here.has_equality, notes=notes), 422
    try:
        with database().writing() as connection:
            submitting.submit(connection, here.draft, here.questionnaire)
    except AlreadyThere:
        pass  # sent twice at once: the other one has stored it
    except submitting.Overtaken:
        return redirect(here.url("send"), 303)  # to look over what has just changed
    return _receipt(lang, survey, key)


def _receipt(lang: str, survey: str, key: str) -> Response:
    response = redirect(url_for(".receipt", lang=lang, survey=survey), 303)
    browser.set_cookie(response, COOKIE, _sealed().dumps([survey, key]))
    return response


@resident.get("/<lang:lang>/<slug:survey>/receipt")
def receipt(lang: str, survey: str) -> Shown:
    try:
        sealed = request.cookies.get(COOKIE, "")
        for_survey, key = _sealed().loads(sealed, max_age=MINUTES * 60)
    except (BadSignature, ValueError):
        return redirect(f"/{lang}/{survey}/", 303)
    if for_survey != survey:
        return redirect(f"/{lang}/{survey}/", 303)
    found, version = survey_or_404(survey)
    with database().reading() as connection:
        texts = instrument(connection, found.version_id, lang)
    return render_template(
        "collect/receipt.html",
        texts=texts,
        code=codes.grouped(submitting.withdrawal_code(key)),
        survey_name=survey,
        **spoken(version, lang),
    )
