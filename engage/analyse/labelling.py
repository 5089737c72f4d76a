"""What rows and columns of a table are called in the language of the page."""

from dataclasses import dataclass
from functools import cached_property

from flask_babel import format_percent, pgettext

from engage.disclosure.level import ALL, Level
from engage.web.instrument import Instrument


@dataclass(frozen=True)
class Labels:
    """The labels of one variable's codes and groups."""

    texts: Instrument
    variable: str

    @cached_property
    def _codes(self) -> dict[str, str]:
        return self.texts.code_labels(self.variable)

    @property
    def title(self) -> str:
        """What the variable is; a row of a grid by the words of the row."""
        return self.texts.title(self.variable)

    def code(self, code: str) -> str:
        """The label of a declared code or grouping."""
        return self._codes.get(code, code)

    def level(self, level: Level) -> str:
        """The label of a row or a column."""
        if level.code is None:
            return str(pgettext("table", "Did not say"))
        if level.code == ALL:
            return str(pgettext("table", "All who answered"))
        return self.code(level.code)


def percent(share: int) -> str:
    """A whole percentage as the language of the page writes it."""
    return str(format_percent(share / 100))


def whole(share: float | None) -> int | None:
    """A share from 0 to 1 as a whole percentage, half rounded up."""
    return None if share is None else int(100 * share + 0.5)
