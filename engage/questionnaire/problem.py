"""A problem is a code with a place and parameters; words are found for it elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Parameter = str | int | float | tuple[str, ...]
NOTHING: Mapping[str, Parameter] = MappingProxyType({})


@dataclass(frozen=True)
class Problem:
    """What is wrong (`code`), where, and with what.

    `place` is the name of a question, page, section or variable, or a key; `path`, where the
    document is at hand, its JSON path.
    """

    code: str
    place: str
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: NOTHING)
    advice: bool = False
    path: str = ""
