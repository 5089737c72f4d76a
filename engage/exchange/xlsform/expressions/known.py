"""What is known of the questions so far: what a reference in an expression leads to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as OneOf

Sort = OneOf["one", "several", "number", "steps", "words", "day", "consent"]
"""What its answers are: a code, several, a number, a step of a scale, words, a day, or "yes"."""


@dataclass(frozen=True)
class Known:
    """A question that has been read: its variable, and the codes that were written for it."""

    variable: str
    sort: Sort
    codes: Mapping[str, str] = field(default_factory=dict)
    """From the name of each choice in the workbook to its code here."""
    whole: bool = False
    """Of a number: it has no decimals."""
    conditional: bool = False
    """Not everybody is asked it."""
    repeatable: bool = False
    """A section can be asked once for each of its chosen codes."""
    repeat: str = ""
    """The repeated section that it stands in; '' in none."""
