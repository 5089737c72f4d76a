"""Pictures as pages show them: where they are fetched from, and how large they are."""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256

from engage.questionnaire.about import Drawing

Size = tuple[int, int]


@dataclass(frozen=True)
class ShownPicture:
    """A picture with its words; without `alt` it only decorates. `size`: in pixels, if known."""

    url: str
    alt: str
    description: str
    size: Size | None

    @property
    def paragraphs(self) -> list[str]:
        """The description, part by part."""
        return paragraphs(self.description)


def paragraphs(text: str) -> list[str]:
    """A long text as it was written, with an empty line between its parts."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def content_of(drawing: Drawing) -> bytes:
    """The bytes of a drawing that has been taken in."""
    return base64.b64decode(drawing.content or "")


def digest(content: bytes) -> str:
    """What tells one picture from another in its address, so that it may be kept for ever."""
    return sha256(content).hexdigest()[:16]


def address(drawing: Drawing) -> str:
    """Where a picture is fetched from."""
    return f"/picture/{digest(content_of(drawing))}/{drawing.file}"


def size_of(content: bytes) -> Size | None:
    """Width and height from a picture's own head, so that a page does not jump; None if unsure."""
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content[8:12] == b"WEBP":
        return _webp(content)
    return _svg(content[:2000].decode("utf-8", "replace"))


def _svg(head: str) -> Size | None:
    box = re.search(
        r'<svg[^>]*\sviewBox="[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"', head
    )
    return (round(float(box[1])), round(float(box[2]))) if box else None


def _jpeg(content: bytes) -> Size | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        # The markers of a frame's start, without the three among them that start something else.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return None


def _webp(content: bytes) -> Size | None:
    if content[12:16] == b"VP8X":
        return _little(content[24:27]) + 1, _little(content[27:30]) + 1
    if content[12:16] == b"VP8L":
        bits = _little(content[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if content[12:16] == b"VP8 ":
        return _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF
    return None


def _little(part: bytes) -> int:
    return int.from_bytes(part, "little")
