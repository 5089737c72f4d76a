"""Languages as the headers write them, "Polish (pl)", and the tags that documents have."""

import re
from functools import cache

from babel import Locale

_WITH_TAG = re.compile(r"\(([^()]+)\)\s*$")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*(-x(-[a-z0-9]{1,8})+)?")


def tag(written: str) -> str | None:
    """The tag of a language: from the brackets behind it, or by its English name."""
    found = _WITH_TAG.search(written)
    inside = (found.group(1) if found else written).strip().replace("_", "-")
    if _TAG.fullmatch(inside) and (found or inside in _names()):
        return inside
    name = written[: found.start()] if found else written
    return _tags().get(name.strip().lower())


def written(tag: str) -> str:
    """A language's English name with its tag, as headers have it."""
    base = tag.partition("-x-")[0]
    name = _names().get(base) or _names().get(base.partition("-")[0]) or base
    return f"{name} ({tag})"


@cache
def _names() -> dict[str, str]:
    found = Locale("en").languages
    return {code.replace("_", "-"): str(name) for code, name in found.items()}


@cache
def _tags() -> dict[str, str]:
    return {name.lower(): code for code, name in reversed(_names().items())}
