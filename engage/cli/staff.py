"""`engage staff`: accounts of members of staff."""

import secrets

import click

from engage.store import audit
from engage.store import staff as accounts
from engage.store.database import AlreadyThere
from engage.web import passwords

from .opening import opened
from .refusal import Refused


@click.group(epilog="Example: engage staff password ada@example.org")
def staff() -> None:
    """Members of staff."""


@staff.command(epilog='Example: engage staff add "Ada King" ada@example.org --role analyst')
@click.argument("name")
@click.argument("email")
@click.option("--role", type=click.Choice(accounts.ROLES), default="analyst", show_default=True)
def add(name: str, email: str, role: str) -> None:
    """Make an account for NAME; its first password is printed once."""
    local, _, domain = email.strip().partition("@")
    if not local or "." not in domain or any(c.isspace() for c in email.strip()):
        raise Refused(f'"{email}" is not an e-mail address, such as ada@example.org.')
    if not name.strip() or len(name) > 120 or len(email) > 254:
        raise Refused("Give a name of at most 120 characters.")
    password = new_password()
    with opened() as database:
        try:
            with database.writing() as connection:
                hashed = passwords.hashed(password)
                accounts.add(connection, name.strip(), email.strip(), role, hashed)
                audit.record(connection, "command line", "staff added", detail=f"role {role}")
        except AlreadyThere:
            raise Refused(f"There is an account for {email} already.") from None
    click.echo(f"Account for {name.strip()} ({role}): {email.strip()}")
    click.echo(f"Password, shown only now: {password}")


@staff.command(epilog="Example: engage staff password ada@example.org")
@click.argument("email")
def password(email: str) -> None:
    """Give the account of EMAIL a new password, printed once; it is signed out everywhere."""
    made = new_password()
    with opened() as database, database.writing() as connection:
        found = accounts.find(connection, email.strip())
        if found is None:
            raise Refused(f"There is no account for {email}.")
        accounts.set_password(connection, found.id, passwords.hashed(made))
        audit.record(connection, "command line", "staff password renewed", detail=found.role)
    click.echo(f"New password for {found.email}, shown only now: {made}")


def new_password() -> str:
    """Sixteen letters in four groups: 75 random bits that can be read out."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
