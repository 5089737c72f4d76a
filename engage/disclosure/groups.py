"""The respondents of each group of one classification, safe to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engage.disclosure.hierarchy import Hierarchy
from engage.disclosure.level import MISSING_LEVEL, Level
from engage.disclosure.protected import Refusal, UnsafeNumberError, is_safe
from engage.disclosure.protecting import THRESHOLD
from engage.statistics.table import MISSING, Code, UndeclaredCodeError


@dataclass(frozen=True)
class ProtectedGroups:
    """Respondents by group in declared order, each number 0 or at least the threshold.

    Those who did not say stand last, as the level with code None, or are left out and flagged.
    """

    classification: str
    groups: tuple[Level, ...]
    counts: tuple[int, ...]
    missing_group_left_out: bool
    threshold: int

    def __post_init__(self) -> None:
        if len(self.groups) != len(self.counts) or min(self.counts, default=0) < 0:
            raise ValueError("one count for each group")
        if not all(is_safe(count, self.threshold) for count in self.counts):
            raise UnsafeNumberError(self.classification)

    @property
    def total(self) -> int:
        """Respondents over the groups shown."""
        return sum(self.counts)

    def by_code(self) -> tuple[tuple[Code, int], ...]:
        """(group code, respondents), as `statistics.shares.shares` takes them."""
        codes = (level.code for level in self.groups)
        return tuple(zip(codes, self.counts, strict=True))

    def population(self, figures: Mapping[str, int]) -> dict[str, int]:
        """Population figures of the groups, added up from those of the declared codes.

        A group of which any code has no figure has none itself.
        """
        return {
            level.code: sum(figures[code] for code in level.members)
            for level in self.groups
            if level.code is not None and all(code in figures for code in level.members)
        }


def protect_groups(
    classification: str,
    counts: Mapping[Code, int],
    hierarchy: Hierarchy,
    *,
    threshold: int = THRESHOLD,
) -> ProtectedGroups | Refusal:
    """The finest safe groups of `counts` (respondents by declared code or MISSING), or why none.

    Raises UndeclaredCodeError for a code that the hierarchy does not have.
    """
    for code in counts:
        if code is not MISSING and code not in hierarchy.codes:
            raise UndeclaredCodeError("group", code)

    def count(level: Level) -> int:
        return sum(counts.get(code, 0) for code in level.members)

    known = sum(n for code, n in counts.items() if code is not MISSING)
    cut = hierarchy.finest(lambda level: is_safe(count(level), threshold))
    if not known or cut is None:
        return Refusal(
            "too_few_answers" if known else "no_answers",
            classification,
            classification,
            {"threshold": threshold},
        )
    missing = counts.get(MISSING, 0)
    shown = missing >= threshold
    return ProtectedGroups(
        classification=classification,
        groups=(*cut, MISSING_LEVEL) if shown else cut,
        counts=(*map(count, cut), *([missing] if shown else [])),
        missing_group_left_out=0 < missing < threshold,
        threshold=threshold,
    )
