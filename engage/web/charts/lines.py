"""Breaking a label into lines, since the text of an SVG does not wrap."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def lines(text: str, limit: int) -> tuple[str, ...]:
    """`text` in lines of about `limit` Latin letters, broken at spaces, or anywhere in a long word.

    Ideographs count as two letters and combining marks as none.
    """
    found: list[str] = []
    for piece in (piece for word in text.split() for piece in _pieces(word, limit)):
        if found and _width(f"{found[-1]} {piece}") <= limit:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return tuple(found)


def _pieces(word: str, limit: int) -> list[str]:
    if _width(word) <= limit:
        return [word]
    pieces = [""]
    for letter in word:
        if _width(pieces[-1] + letter) > limit:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(text: str) -> int:
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
