"""Labels that SPSS and Stata would cut off: their documented limits, stated as advice."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..problem import Parameter, Problem
from ..texts import sources

VARIABLE_LABEL = {"Stata": (80, "characters"), "SPSS": (256, "bytes")}
CODE_LABEL = {"SPSS": (120, "bytes"), "Stata": (32_000, "characters")}
"""The longest labels that each program keeps."""


def labels(q: Questionnaire) -> Iterator[Problem]:
    """Texts that become labels of variables or of codes and are longer than a program keeps."""
    for key, text in sources(q).items():
        kind, _, rest = key.partition(".")
        if key.endswith((".title", ".text")) and kind in ("question", "row", "derived"):
            yield from _too_long(rest.partition(".")[0], key, text, VARIABLE_LABEL)
        elif kind in ("code_list", "missing"):
            yield from _too_long(key, key, text, CODE_LABEL)


def _too_long(
    place: str, key: str, text: str, limits: dict[str, tuple[int, str]]
) -> Iterator[Problem]:
    for program, (most, unit) in limits.items():
        size = len(text.encode()) if unit == "bytes" else len(text)
        if size > most:
            found: dict[str, Parameter] = {
                "program": program,
                "most": most,
                "size": size,
                "unit": unit,
                "key": key,
            }
            yield Problem("label_too_long", place, found, advice=True)
