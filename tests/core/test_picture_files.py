"""Picture files: taken in by what they are, and only if they can do no harm."""

import base64

import pytest

from engage.exchange.picture_file import MOST_BYTES, taken_in
from engage.questionnaire.about import Drawing
from engage.questionnaire.document import DocumentRefused

DRAWING = Drawing(file="park.svg", alt="A park")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
HARMFUL = {
    "script": "<script>alert(1)</script>",
    "handler": '<rect onclick="alert(1)"/>',
    "outside": '<a href="https://example.org"><rect/></a>',
    "loaded": '<image href="x.png"/>',
    "page": "<foreignObject><p>Hello</p></foreignObject>",
    "style": '<rect style="fill: url(https://example.org)"/>',
    "linked": '<a xlink:href="javascript:alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    "sheet": "<style>@import 'https://example.org';</style>",
}
FIRST_BYTES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/webp": b"RIFF\0\0\0\0WEBP",
}


def refusal(content: bytes) -> str:
    with pytest.raises(DocumentRefused) as refused:
        taken_in(content, DRAWING)
    (problem,) = refused.value.problems
    assert problem.place == "park.svg"
    return problem.code


def test_shapes_are_taken_in_byte_for_byte() -> None:
    content = SVG.format('<g id="a"><rect width="9" fill="url(#b)"/></g>').encode()
    taken = taken_in(content, DRAWING)
    assert (taken.media_type, taken.alt) == ("image/svg+xml", "A park")
    assert base64.b64decode(taken.content or "") == content


@pytest.mark.parametrize("media_type", FIRST_BYTES)
def test_a_bitmap_is_known_by_its_first_bytes(media_type: str) -> None:
    assert taken_in(FIRST_BYTES[media_type] + b"rest", DRAWING).media_type == media_type


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_drawing_that_runs_or_loads_something_is_refused(harm: str) -> None:
    assert refusal(SVG.format(HARMFUL[harm]).encode()) == "picture_not_plain"


def test_an_entity_is_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>")
    assert refusal(bomb.encode()) == "not_a_picture"


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html></html>", b"<svg", b"MZ"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert refusal(content) == "not_a_picture"


def test_a_picture_may_not_be_too_large() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES)) == "picture_too_large"
