"""Withdrawing: with the code from the receipt a resident deletes their response."""

from flask import render_template, request

from engage.questionnaire.problem import Problem
from engage.store import responses
from engage.web import csrf
from engage.web.messages import words
from engage.web.storage import database

from .. import codes
from . import resident

Shown = str | tuple[str, int]


@resident.get("/<lang:lang>/withdraw")
def withdraw(lang: str) -> Shown:
    return render_template("collect/withdraw.html", typed="", mistake="")


@resident.post("/<lang:lang>/withdraw")
def delete_response(lang: str) -> Shown:
    typed = request.form.get("code", "")[:200]
    code = codes.typed(typed)
    if not csrf.is_valid():
        return _again(typed, "expired")
    if code is None:
        return _again(typed, "code_incomplete" if typed.strip() else "code_needed")
    with database().writing() as connection:
        deleted = responses.withdraw(connection, codes.hashed(code))
    if not deleted:
        return _again(typed, "code_unknown")
    return render_template("collect/withdrawn.html")


def _again(typed: str, problem: str) -> Shown:
    sentence = words(Problem(problem, "code"))
    return render_template("collect/withdraw.html", typed=typed, mistake=sentence), 422
