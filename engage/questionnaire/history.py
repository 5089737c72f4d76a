"""The versions of a survey together: one order of columns for all of them."""

from collections.abc import Iterable

from .definition import Questionnaire


def columns(versions: Iterable[Questionnaire]) -> tuple[str, ...]:
    """Every variable that any version has, oldest version first.

    A later version only ever adds at the end: no column shifts, and none goes.
    """
    return tuple(dict.fromkeys(v for version in versions for v in version.variables))
