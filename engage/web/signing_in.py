"""Signing in: an address and a password become a row that the browser's token leads to."""

import datetime
import hmac

from flask import current_app
from wtforms import EmailField, Form, HiddenField, PasswordField
from wtforms.validators import DataRequired, InputRequired

from engage.store import audit, staff
from engage.store.staff import Staff

from . import passwords
from .storage import database

MOST_FAILURES = 10
WITHIN = datetime.timedelta(minutes=15)


class SignInForm(Form):
    """The fields of the page; each error is the code of a problem."""

    email = EmailField(
        validators=[DataRequired("email_needed")], filters=[lambda v: v and v.strip()]
    )
    password = PasswordField(validators=[InputRequired("password_needed")])
    next = HiddenField()


class SignInRefused(Exception):
    """No account, the wrong password, or too many attempts: `code` is that of the problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check(email: str, password: str) -> Staff:
    """Who this is; raises SignInRefused. Says nothing on which addresses have an account."""
    known_as = _hash_of(email)
    with database().reading() as connection:
        if staff.failures(connection, known_as, WITHIN) >= MOST_FAILURES:
            raise SignInRefused("sign_in_paused")
        found = staff.find(connection, email)
    right = passwords.verify(found.password_hash if found else None, password)
    with database().writing() as connection:
        # Counted once more: of many guesses at the same time, none beyond the limit counts.
        paused = staff.failures(connection, known_as, WITHIN) >= MOST_FAILURES
        if not right and not paused:
            staff.record_failure(connection, known_as)
    if paused or not right or found is None:
        raise SignInRefused("sign_in_paused" if paused else "sign_in_refused")
    return found


def begin(found: Staff, password: str, token_hash: str, language: str, before: str | None) -> None:
    """Remember the sign-in, and end the one that the same browser had before."""
    renewed = passwords.hashed(password) if passwords.needs_rehash(found.password_hash) else None
    with database().writing() as connection:
        if renewed is not None:
            staff.set_password(connection, found.id, renewed)
        if before is not None:
            staff.end_sign_in(connection, before)
        staff.begin_sign_in(connection, token_hash, found.id)
        staff.set_language(connection, token_hash, language)
        audit.record(connection, found.email, "signed in")


def _hash_of(email: str) -> str:
    """What failures are counted by; without the secret key it leads to no address."""
    key = str(current_app.secret_key).encode()
    return hmac.new(key, f"sign-in\0{email.casefold()}".encode(), "sha256").hexdigest()
