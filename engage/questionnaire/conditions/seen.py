"""What conditions may see of a respondent's answers, and the three truth values."""

from collections.abc import Container
from dataclasses import dataclass, field

from ..answers import Value

Truth = bool | None


@dataclass
class Seen:
    """What conditions may see: the answers on the route so far."""

    values: dict[str, Value] = field(default_factory=dict)
    unanswered: Container[str] = ()  # blank or a declared missing code

    def chosen(self, variable: str) -> tuple[Value, ...]:
        """The chosen values, none if the question was left blank."""
        value = self.values[variable]
        if value is None:
            return ()
        if isinstance(value, list):
            return tuple(value)
        return (str(value),) if isinstance(value, int) else (value,)  # a scale's step is a code

    def number(self, variable: str) -> float | None:
        """The number that was given, None where there is none."""
        value = self.values.get(variable)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value)
