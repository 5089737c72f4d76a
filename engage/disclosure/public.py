"""What a release publishes of a protected table: whole percentages and rounded bases, no count."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any, Final

from engage.disclosure.level import Level

ROUNDING: Final = 10  # bases are published to the nearest 10


def rounded(count: int) -> int:
    """A count to the nearest 10, half upwards."""
    return (count + ROUNDING // 2) // ROUNDING * ROUNDING


@dataclass(frozen=True)
class PublicTable:
    """A published table. Rows of `percentages` are groups; None stands where the base is 0.

    `bases`, `total_base` and `not_answered` are respondents to the nearest 10. The totals are over
    the groups shown. `not_answered` (those asked who gave no answer, outside the bases) is None
    where it was left out, and so is a group of those who did not say, each with its flag.
    `too_few` names the categories of a question with several answers that could not be shown.

    Raises ValueError for a shape or a number that no published table has.
    """

    question: str
    classification: str
    groups: tuple[Level, ...]
    categories: tuple[Level, ...]
    percentages: tuple[tuple[int | None, ...], ...]
    bases: tuple[int, ...]
    total_percentages: tuple[int | None, ...]
    total_base: int
    not_answered: tuple[int, ...] | None
    multiple: bool
    too_few: tuple[str, ...]
    missing_group_left_out: bool
    missing_category_left_out: bool
    threshold: int

    def __post_init__(self) -> None:
        rows = (*self.percentages, self.total_percentages)
        if len(self.percentages) != len(self.groups) or len(self.bases) != len(self.groups):
            raise ValueError("one row and one base for each group")
        if any(len(row) != len(self.categories) for row in rows):
            raise ValueError("one percentage for each category in each row")
        if self.not_answered is not None and len(self.not_answered) != len(self.groups):
            raise ValueError("one number of not answered for each group")
        if not all(p is None or (_whole(p) and p <= 100) for row in rows for p in row):
            raise ValueError("a percentage is a whole number from 0 to 100")
        published = (*self.bases, self.total_base, *(self.not_answered or ()))
        if not all(_whole(n) and n % ROUNDING == 0 for n in published):
            raise ValueError("a base is a multiple of 10")
        if not _whole(self.threshold):
            raise ValueError("a threshold is a whole number")

    def to_document(self) -> dict[str, Any]:
        """The table as JSON values; `from_document` is the inverse."""
        document: dict[str, Any] = {f.name: getattr(self, f.name) for f in fields(self)}
        for name in ("groups", "categories"):
            levels: tuple[Level, ...] = document[name]
            document[name] = [{"code": v.code, "members": list(v.members)} for v in levels]
        document["percentages"] = [list(row) for row in self.percentages]
        for name in ("bases", "total_percentages", "not_answered", "too_few"):
            document[name] = None if document[name] is None else list(document[name])
        return document

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> PublicTable:
        """The table of JSON values. Raises ValueError for anything but such a table."""
        if not isinstance(document, dict) or set(document) != {f.name for f in fields(cls)}:
            raise ValueError("not the fields of a published table")
        values = dict(document)
        try:
            for name in ("groups", "categories"):
                values[name] = tuple(Level(v["code"], tuple(v["members"])) for v in values[name])
            values["percentages"] = tuple(tuple(row) for row in values["percentages"])
            for name in ("bases", "total_percentages", "not_answered", "too_few"):
                values[name] = None if values[name] is None else tuple(values[name])
            return cls(**values)
        except (KeyError, TypeError) as error:
            raise ValueError("not the shape of a published table") from error

    def to_json(self) -> str:
        """The table as one JSON text, always the same for the same table."""
        return json.dumps(self.to_document(), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> PublicTable:
        """The table of a JSON text. Raises ValueError for anything but such a table."""
        return cls.from_document(json.loads(text))


def _whole(number: object) -> bool:
    return type(number) is int and number >= 0
