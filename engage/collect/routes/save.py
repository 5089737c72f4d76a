"""Save and come back later: a code is given, and a code brings back."""

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from engage.questionnaire.problem import Problem
from engage.store import drafts
from engage.web import browser, csrf
from engage.web.messages import words
from engage.web.storage import database

from .. import codes, journey
from . import resident
from .start import spoken

Shown = str | Response | tuple[str, int]


@resident.get("/<lang:lang>/<slug:survey>/saved")
def saved(lang: str, survey: str) -> Shown:
    """The code follows from the browser's token and the draft, so a reload shows the same one."""
    with database().writing() as connection:
        here = journey.found(connection, survey, lang)
        if here is None:
            return redirect(f"/{lang}/{survey}/?lost=1", 303)
        if not here.can_go_on:
            return redirect(here.url("start"), 303)
        code = codes.derived(browser.token(), f"resume:{here.draft.id}")
        drafts.give_code(connection, here.draft.id, codes.hashed(code))
    return render_template(
        "collect/saved.html",
        here=here,
        texts=here.texts,
        code=codes.grouped(code),
        back=here.page_url(here.draft.page),
        survey_name=survey,
        **spoken(here.questionnaire, lang),
    )


@resident.get("/<lang:lang>/resume")
def resume(lang: str) -> str:
    return render_template("collect/resume.html", typed="", mistake="")


@resident.post("/<lang:lang>/resume")
def come_back(lang: str) -> Shown:
    typed = request.form.get("code", "")[:200]
    code = codes.typed(typed)
    if not csrf.is_valid():
        return _resume_again(typed, "expired")
    if code is None:
        return _resume_again(typed, "code_incomplete" if typed.strip() else "code_needed")
    with database().writing() as connection:
        draft = drafts.of_code(connection, codes.hashed(code))
        if draft is not None:
            drafts.move_to_device(connection, draft.id, journey.hash_of(draft.survey_name))
    if draft is None:
        return _resume_again(typed, "code_unknown")
    return redirect(f"/{lang}/{draft.survey_name}/question/{draft.page}", 303)


def _resume_again(typed: str, problem: str) -> Shown:
    sentence = words(Problem(problem, "code"))
    return render_template("collect/resume.html", typed=typed, mistake=sentence), 422
