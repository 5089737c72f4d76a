"""Finds the words of a page in the pseudo-language that nobody ever translated."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, CData, NavigableString

from engage.web.languages import PSEUDO

ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
"""What a reader hears or sees without it being text."""

DATA = "script, style, code, [translate=no], [hidden]"
"""Elements that hold no words of ours."""

MONTHS = "January February March April May June July August September October November December"
DATE = re.compile(
    rf"\b\d{{1,2}} ({'|'.join(f'{month[:3]}[a-z]*' for month in MONTHS.split())}) \d{{4}}\b"
)
FILLED = re.compile(r"\{\w+\}")

LISTED = re.compile(r"⟧,? and ⟦")
"""How Babel joins names to a list in English."""

WHOLE = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
PLAIN = re.compile(r"[A-Za-z]{2,}")


def escaped(html: str, data: tuple[str, ...] = ()) -> list[str]:
    """Words outside ⟦ ⟧, and words inside that have no accents; `data` and dates are none."""
    page = BeautifulSoup(html, "html.parser")
    assert page.html is not None
    assert page.html["lang"] == PSEUDO.tag
    for element in page.select(f"{DATA}, [lang]:not([lang={PSEUDO.tag}])"):
        element.decompose()
    # A sentence with a figure in bold goes on behind it: the page is looked at as one text.
    text = "\n".join(_texts(page))
    for known in data:
        text = text.replace(known, " ")
    return _untranslated(LISTED.sub("⟧ ⟦", DATE.sub(" ", text)))


def _texts(page: BeautifulSoup) -> Iterator[str]:
    for text in page.find_all(string=True):
        if type(text) in (NavigableString, CData):
            yield str(text)
    for element in page.find_all(True):
        for name, value in element.attrs.items():
            if name in ATTRIBUTES:
                yield str(value)
            elif name.startswith("data-") and " " in value:
                yield FILLED.sub(" ", str(value))  # words that a script fills in and shows


def _untranslated(text: str) -> list[str]:
    found = PLAIN.findall(text)
    while WHOLE.search(text):
        text = WHOLE.sub(" ", text)
    return [*found, *(word for word in WORD.findall(text) if word not in found)]
