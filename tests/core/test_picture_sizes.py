"""How large a picture is, by its own first bytes."""

import pytest

from engage.questionnaire.about import Drawing
from engage.web.pictures import address, size_of


def little(number: int, size: int) -> bytes:
    return number.to_bytes(size, "little")


PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4) + (400).to_bytes(4)
JPEG = (
    b"\xff\xd8\xff\xe0" + (16).to_bytes(2) + b"JFIF\0" + b"\0" * 9
    + b"\xff\xc4" + (4).to_bytes(2) + b"\0\0"
    + b"\xff\xc2" + (17).to_bytes(2) + b"\x08" + (400).to_bytes(2) + (640).to_bytes(2) + b"\3" * 9
)  # fmt: skip
RIFF = b"RIFF\0\0\0\0WEBP"
WIDE = RIFF + b"VP8X\x0a\0\0\0\0\0\0\0" + little(639, 3) + little(399, 3)
LOSSLESS = RIFF + b"VP8L\0\0\0\0\x2f" + little(639 | 399 << 14, 4)
LOSSY = RIFF + b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + little(640, 2) + little(400, 2)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="a" viewBox="0 0 640.2 399.8" width="9"><g/></svg>'


@pytest.mark.parametrize("content", [PNG, JPEG, WIDE, LOSSLESS, LOSSY, SVG])
def test_the_size_is_in_the_head(content: bytes) -> None:
    assert size_of(content) == (640, 400)


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg/>", b"\xff\xd8", b"\xff\xd8\xff\xd9", JPEG[:30], RIFF + b"ALPH", b"nothing"],
)
def test_no_size_is_made_up(content: bytes) -> None:
    assert size_of(content) is None


def test_the_address_says_what_the_picture_holds() -> None:
    first = Drawing(file="park.svg", content="PHN2Zy8+")
    other = Drawing(file="park.svg", content="PHN2Zy8+Cg==")
    assert address(first) != address(other)
    assert address(first).endswith("/park.svg")
    assert address(first) == address(first)
