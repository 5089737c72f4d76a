"""Conditions put together: all of them, any of them, not this one."""

from typing import Any

Condition = dict[str, Any] | bool
"""A condition of the document in plain form; True: always, False: never."""


def all_of(parts: list[Condition]) -> Condition:
    """Every part."""
    if False in parts:
        return False
    found = _flat("all", parts)
    return {"all": found} if len(found) > 1 else found[0] if found else True


def any_of(parts: list[Condition]) -> Condition:
    """At least one part; codes of one variable come together."""
    if True in parts:
        return True
    found: list[dict[str, Any]] = []
    for part in _flat("any", parts):
        codes = _codes(part)
        before = _codes(found[-1]) if found else None
        if codes and before and codes[0] == before[0]:
            values = list(dict.fromkeys([*before[1], *codes[1]]))
            found[-1] = {"any_of": {"variable": codes[0], "values": values}}
        else:
            found.append(part)
    return {"any": found} if len(found) > 1 else found[0] if found else False


def negated(part: Condition) -> Condition:
    """The opposite."""
    if isinstance(part, bool):
        return not part
    inner: Condition = part.get("not", {"not": part})
    return inner


def _flat(operator: str, parts: list[Condition]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in parts:
        if not isinstance(part, bool):
            found += [each for each in part.get(operator, [part]) if each not in found]
    return found


def _codes(part: dict[str, Any]) -> tuple[str, list[str]] | None:
    if "is" in part:
        return part["is"]["variable"], [part["is"]["value"]]
    return (part["any_of"]["variable"], part["any_of"]["values"]) if "any_of" in part else None
