"""`engage survey compare`: what one version of a questionnaire does to another's variables."""

from collections import Counter

import click

from engage.questionnaire.comparison import Compared
from engage.questionnaire.comparison import compare as compared

from .explaining import reason
from .versions import named


@click.command(epilog="Example: engage survey compare smart-citizens questionnaires/new.json")
@click.argument("a")
@click.argument("b")
def compare(a: str, b: str) -> None:
    """Say for each variable what B changes in A: same, wording, extension or break, and why.

    A and B are files, surveys (their newest version), or versions such as smart-citizens:1. Exits
    with 1 if anything would break.
    """
    found = compared(named(a), named(b))
    for each in found:
        click.echo(_line(each))
    counts = Counter(each.verdict for each in found)
    click.echo(", ".join(f"{number} {verdict}" for verdict, number in counts.items()) + ".")
    if counts["break"]:
        click.get_current_context().exit(1)


def _line(each: Compared) -> str:
    why = "; ".join(map(reason, each.reasons))
    return f"{each.variable}\t{each.verdict}" + (f"\t{why}" if why else "")
