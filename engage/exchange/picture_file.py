"""Picture files: known by their first bytes, and taken in only if they can do no harm."""

import base64
from typing import Literal
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from engage.questionnaire.about import Drawing
from engage.questionnaire.document import DocumentRefused
from engage.questionnaire.problem import Problem

MOST_BYTES = 1_000_000
MediaType = Literal["image/svg+xml", "image/png", "image/jpeg", "image/webp"]
_HARMFUL = {
    "script",
    "foreignobject",
    "iframe",
    "use",
    "image",
    "animate",
    "set",
    "handler",
    "style",
}
_LINKS = {"href", "src"}


def taken_in(content: bytes, drawing: Drawing) -> Drawing:
    """The drawing with its bytes and media type; raises DocumentRefused."""
    if len(content) > MOST_BYTES:
        raise _refused("picture_too_large", drawing, most=MOST_BYTES, size=len(content))
    kind = _kind(content)
    if kind is None:
        raise _refused("not_a_picture", drawing)
    if kind == "image/svg+xml":
        _check_svg(content, drawing)
    held = base64.b64encode(content).decode()
    return drawing.model_copy(update={"media_type": kind, "content": held})


def _kind(content: bytes) -> MediaType | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if b"<svg" in content[:1000] else None


def _check_svg(content: bytes, drawing: Drawing) -> None:
    """No script, nothing loaded from elsewhere, no entity: only shapes."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise _refused("not_a_picture", drawing) from error
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _HARMFUL:
            raise _refused("picture_not_plain", drawing, found=name)
        for attribute, value in element.attrib.items():
            bare = attribute.rpartition("}")[2].lower()
            outside = bare in _LINKS and not value.startswith("#")
            if bare.startswith("on") or outside or "url(" in value.replace("url(#", ""):
                raise _refused("picture_not_plain", drawing, found=bare)


def _refused(code: str, drawing: Drawing, **parameters: str | int) -> DocumentRefused:
    return DocumentRefused([Problem(code, drawing.file, parameters)])
