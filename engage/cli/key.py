"""`engage key`: the secret key that a deployment needs before it starts."""

import os
from pathlib import Path

import click

from engage.settings import KEY_FILE, make_secret_key

from .refusal import Refused


@click.group(epilog="Example: engage key make")
def key() -> None:
    """The secret key."""


@key.command(epilog="Example: ENGAGE_INSTANCE=/srv/engage engage key make")
def make() -> None:
    """Make the secret key, readable by you alone; one that is there is kept."""
    instance = Path(os.environ.get("ENGAGE_INSTANCE") or "instance").resolve()
    file = instance / KEY_FILE
    try:
        instance.mkdir(parents=True, exist_ok=True)
        there = file.exists()
        if not there:
            make_secret_key(file)
    except OSError as error:
        raise Refused(f"The key cannot be written to {file}: {error.strerror}.") from None
    click.echo(f"{'There is a key already' if there else 'Made a key'}: {file}")
