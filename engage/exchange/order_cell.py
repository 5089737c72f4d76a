"""An order as an export has it: the names in one cell, the first shown first."""

from collections.abc import Sequence

from engage.questionnaire.kinds.question import BETWEEN_CODES


class NotAnOrder(Exception):
    """A cell has other names than those that were put in order, or one of them twice."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found, self.expected = found, expected


def read(cell: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names of a cell in their order, none if it is empty; raises NotAnOrder.

    Not all need be there: some may not have been offered to that respondent.
    """
    found = tuple(name for name in BETWEEN_CODES.split(cell) if name)
    for at, name in enumerate(found):
        if name not in names:
            raise NotAnOrder(name, "some of " + ", ".join(names))
        if name in found[:at]:
            raise NotAnOrder(name, f"{name} once")
    return found
