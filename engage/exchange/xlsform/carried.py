"""Our own form of something beside the XLSForm's, good only as long as that has not been edited."""

import json
from typing import Any

from engage.questionnaire.translation import fingerprint

OF = "of"


def packed(said: str, **parts: Any) -> str:
    """The parts that are there, with the fingerprint of the cell that says the same."""
    kept = {key: part for key, part in parts.items() if part is not None}
    if not kept and not said:
        return ""
    return json.dumps({OF: fingerprint(said), **kept}, ensure_ascii=False)


def unpacked(cell: str, said: str) -> dict[str, Any] | None:
    """The parts; None if there are none, or the cell that says the same was edited since."""
    found = plain(cell)
    if found is None or found.pop(OF, None) != fingerprint(said):
        return None
    return found


def plain(cell: str) -> dict[str, Any] | None:
    """The object in a cell, None if it holds none."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
