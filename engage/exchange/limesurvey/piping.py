"""Earlier answers in a text: {Q1.shown} and its kin become {q1}."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .expressions import CannotSay, Named, parse
from .references import SHOWN, References

_BRACED = re.compile(r"\{([^{}\s](?:[^{}]*[^{}\s])?)\}")
"""With a space at the edge LimeSurvey takes it for plain text."""
GAP = "…"


@dataclass
class Piped:
    """A text with what could be piped, and what could not: each as found and why."""

    text: str
    lost: list[tuple[str, str]] = field(default_factory=list)


def piped(text: str, references: References, known: Mapping[str, str], answers: bool) -> Piped:
    """`known`: what LimeSurvey fills in itself, such as SURVEYNAME. `answers`: whether an
    earlier answer may stand here.
    """
    result = Piped("")

    def filled(match: re.Match[str]) -> str:
        inside = match.group(1)
        if inside in known:
            return known[inside]
        try:
            return _answer(inside, references, answers)
        except CannotSay as error:
            result.lost.append((match.group(), str(error)))
            return GAP

    result.text = _BRACED.sub(filled, text)
    return result


def _answer(inside: str, references: References, answers: bool) -> str:
    tree = parse(inside)
    if not isinstance(tree, Named):
        raise CannotSay("something worked out within a text")
    reference = references.find(tree.name, SHOWN)
    if reference.manner == "chosen":
        raise CannotSay(f"{tree.name}, one option of several")
    if not answers:
        raise CannotSay("an earlier answer, which cannot stand here")
    return f"{{{reference.variable}}}"
