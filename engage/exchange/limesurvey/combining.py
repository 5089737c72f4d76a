"""Conditions joined and denied, in their shortest form."""

from collections.abc import Iterable
from typing import Any

Condition = dict[str, Any]
Said = Condition | bool
"""A condition, or what always or never holds."""


def all_of(parts: Iterable[Said]) -> Said:
    """Every part holds."""
    found = list(parts)
    if False in found:
        return False
    kept = list(_flat("all", (part for part in found if not isinstance(part, bool))))
    return True if not kept else kept[0] if len(kept) == 1 else {"all": kept}


def any_of(parts: Iterable[Said]) -> Said:
    """At least one part holds; several codes of one variable are said at once."""
    found = list(parts)
    if True in found:
        return True
    kept = _joined(list(_flat("any", (part for part in found if not isinstance(part, bool)))))
    return False if not kept else kept[0] if len(kept) == 1 else {"any": kept}


def negated(part: Said) -> Said:
    """The part does not hold."""
    if isinstance(part, bool):
        return not part
    inner = part.get("not")
    return inner if isinstance(inner, dict) else {"not": part}


def both(*parts: Condition | None) -> Condition | None:
    """All of what may be there; None if nothing is."""
    together = all_of([part for part in parts if part is not None])
    return together if isinstance(together, dict) else None


def _flat(name: str, parts: Iterable[Condition]) -> Iterable[Condition]:
    for part in parts:
        yield from part.get(name, [part])


def _joined(parts: list[Condition]) -> list[Condition]:
    found: list[Condition] = []
    at: dict[str, int] = {}
    for part in parts:
        one = part.get("is") or part.get("any_of")
        variable = one["variable"] if one else None
        if one is None or variable not in at:
            if one is not None:
                at[one["variable"]] = len(found)
            found.append(part)
            continue
        before = found[at[one["variable"]]]
        values = [*_values(before), *(v for v in _values(part) if v not in _values(before))]
        found[at[one["variable"]]] = one_of(one["variable"], values)
    return found


def _values(part: Condition) -> list[str]:
    return [part["is"]["value"]] if "is" in part else list(part["any_of"]["values"])


def one_of(variable: str, values: list[str]) -> Condition:
    """The answer is one of some codes."""
    if len(values) == 1:
        return {"is": {"variable": variable, "value": values[0]}}
    return {"any_of": {"variable": variable, "values": values}}
