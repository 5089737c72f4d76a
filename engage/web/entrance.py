"""The door of the staff pages: in, out, and the language inside."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from engage.questionnaire.problem import Problem
from engage.store import audit, staff

from . import csrf, guard, signing_in
from .languages import current, offered
from .messages import words
from .signing_in import SignInForm, SignInRefused
from .storage import database

entrance = Blueprint("entrance", __name__)

Shown = Response | str | tuple[str, int]


@entrance.get("/staff/sign-in")
@guard.open_to_all
def sign_in() -> Shown:
    onward = guard.safe(request.args.get("next", ""))
    return render_template("staff/sign_in.html", next=onward, mistakes=[])


@entrance.post("/staff/sign-in")
@guard.open_to_all
def begin_sign_in() -> Shown:
    form = SignInForm(request.form)
    if not csrf.is_valid():
        return _again(form, [("email", "expired")])
    if not form.validate():
        problems = [(field.name, str(field.errors[0])) for field in form if field.errors]
        return _again(form, problems)
    email, password = str(form.email.data), str(form.password.data)
    try:
        found = signing_in.check(email, password)
    except SignInRefused as refused:
        return _again(form, [("email", refused.code)])
    response = redirect(guard.safe(form.next.data or ""), 303)
    token_hash = guard.new_token(response)
    signing_in.begin(found, password, token_hash, current().tag, before=guard.hash_sent())
    return response


def _again(form: SignInForm, problems: list[tuple[str, str]]) -> Shown:
    mistakes = [{"field": name, "sentence": words(Problem(code, name))} for name, code in problems]
    onward = guard.safe(form.next.data or "")
    email = form.email.data or ""
    shown = render_template("staff/sign_in.html", next=onward, email=email, mistakes=mistakes)
    return shown, 422


@entrance.post("/staff/sign-out")
def sign_out() -> Shown:
    if not csrf.is_valid():
        return redirect(guard.HOME, 303)
    token_hash = guard.hash_sent()
    assert token_hash is not None  # the guard has just looked it up
    with database().writing() as connection:
        staff.end_sign_in(connection, token_hash)
        audit.record(connection, guard.current().email, "signed out")
    response = redirect("/staff/sign-in", 303)
    response.delete_cookie(guard.COOKIE, httponly=True, samesite="Lax", secure=request.is_secure)
    # Pages kept for the back button go too, in browsers that know this header.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@entrance.post("/staff/language")
def language() -> Shown:
    chosen = request.form.get("language")
    token_hash = guard.hash_sent()
    if csrf.is_valid() and token_hash and chosen in {each.tag for each in offered()}:
        with database().writing() as connection:
            staff.set_language(connection, token_hash, str(chosen))
    return redirect(guard.safe(request.form.get("back", "")), 303)
