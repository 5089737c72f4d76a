"""What a command can't do: one clear sentence (or a few lines), and exit code 1."""

from collections.abc import Iterable

import click


class Refused(click.ClickException):
    """The message says what is wrong and what to do."""

    def show(self, file: object = None) -> None:
        click.echo(f"engage: {self.message}", err=True)

    def __str__(self) -> str:
        return self.message


def lines(title: str, found: Iterable[str]) -> Refused:
    """A refusal with a line for each thing found."""
    return Refused("\n  ".join([title, *found]))
