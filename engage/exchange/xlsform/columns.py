"""The headers of a sheet: which column each is, whatever it is called, and in which language."""

import re
from collections.abc import Iterable

Column = tuple[str, str]
"""The column's one name, and the language as it is written ('' where there is none)."""

OWN = "engage_"
"""How the columns begin that only this program reads; other programs pass them over."""

ALIASES = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "calculate": "calculation",
    "readonly": "read_only",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
_WRAPPERS = ("media", "bind", "control", "body")
_TRANSLATED = (
    "label",
    "hint",
    "guidance_hint",
    "image",
    "big-image",
    "audio",
    "video",
    "constraint_message",
    "required_message",
)


def columns(headers: Iterable[str]) -> list[Column]:
    """Each header's column. A single colon parts a language only where no header has two."""
    written = [" ".join(header.split()) for header in headers]
    single = not any("::" in header for header in written)
    return [_column(header, single) for header in written]


def _column(header: str, single: bool) -> Column:
    parts = [part.strip() for part in header.split("::")]
    if len(parts) == 1 and single and not header.startswith("jr:"):
        parts = [part.strip() for part in re.split(r":(?!\w*Msg)", header)]
    if len(parts) > 1 and parts[0].lower() in _WRAPPERS:
        parts = parts[1:]
    name = "_".join(parts[0].lower().split())
    name = ALIASES.get(name, name)
    if len(parts) == 1:
        return name, ""
    if name in _TRANSLATED or name.startswith(OWN):
        return name, "::".join(parts[1:])
    return header, ""
