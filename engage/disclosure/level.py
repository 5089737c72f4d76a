"""One row or column of a protected table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ALL: Final = "*"  # the root of a hierarchy that declares no name for it; never a declared code


@dataclass(frozen=True)
class Level:
    """A declared code, or several that were merged and the code of their grouping.

    `code` is None for those who gave no answer, which has no members; `ALL` for the implied root.
    """

    code: str | None
    members: tuple[str, ...]


MISSING_LEVEL: Final = Level(None, ())
