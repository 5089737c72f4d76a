"""From a text with HTML to plain paragraphs, and what was lost on the way."""

import re
from dataclasses import dataclass
from html import unescape

PARAGRAPHS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "section",
        "article",
        "pre",
        "hr",
    ]
)
LINES = frozenset(["br", "li", "dt", "dd", "tr"])
CELLS = frozenset(["td", "th"])
UNSEEN = frozenset(
    ["script", "style", "iframe", "object", "video", "audio", "template", "noscript"]
)
HARMLESS = frozenset(["p", "div", "span", "br", "wbr", "o:p"])
"""Tags that carry no meaning beyond a paragraph: nothing is lost with them."""

MOST = 10_000
"""The longest text of a document."""
MOST_RAW = 60_000

_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)
        (?P<attributes>(?:[^<>"']|"[^"]{0,1000}+"|'[^']{0,1000}+')*+)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z][A-Za-z:-]*+)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""")


@dataclass(frozen=True)
class Plain:
    """The text in paragraphs with an empty line between; what of it was HTML."""

    text: str
    tags: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    cut: bool = False


def plain_text(raw: str) -> Plain:
    """The paragraphs of a text of LimeSurvey, which is HTML whether it has tags or not."""
    cut = len(raw) > MOST_RAW
    stripper = _Stripper(_without_declarations(raw[:MOST_RAW]))
    if not stripper.tags:  # written without an editor: its own lines are meant
        text = _paragraphs("".join(stripper.parts).replace("\n\n", "\r"))
    else:
        text = _paragraphs("".join(stripper.parts))
    cut = cut or len(text) > MOST
    return Plain(text[:MOST].rstrip(), tuple(stripper.tags), tuple(stripper.pictures), cut)


def _without_declarations(raw: str) -> str:
    """Without comments and what else begins with `<!`."""
    first, *rest = raw.split("<!--")
    kept = [first]
    for part in rest:
        before, end, after = part.partition("-->")
        kept.append(after if end else before)
    return re.sub(r"<![^<>]*>", "", "".join(kept))


def _paragraphs(marked: str) -> str:
    """`\\r` stands for a paragraph's end, `\\v` for a line's; other white space is one space."""
    found = []
    for paragraph in marked.split("\r"):
        lines = (re.sub(r"\s+", " ", line).strip() for line in paragraph.split("\v"))
        whole = "\n".join(line for line in lines if line)
        if whole:
            found.append(whole)
    return "\n\n".join(found)


class _Stripper:
    """Takes a text piece by piece, in time that grows with its length and no faster."""

    def __init__(self, raw: str) -> None:
        self.parts: list[str] = []
        self.tags: dict[str, None] = {}
        self.pictures: list[str] = []
        self.unseen = ""
        self.link = ""
        self.link_from = 0
        at = 0
        for match in _TAG.finditer(raw):
            self._text(raw[at : match.start()])
            self._tag(match["name"].lower(), bool(match["end"]), match["attributes"])
            at = match.end()
        self._text(raw[at:])

    def _text(self, piece: str) -> None:
        if not self.unseen:
            self.parts.append(unescape(piece).replace("\r", "\n").replace("\v", " "))

    def _tag(self, name: str, ends: bool, attributes: str) -> None:
        if self.unseen:
            if ends and name == self.unseen:
                self.unseen = ""
            return
        self.tags[name] = None
        if ends:
            self._end(name)
        else:
            self._start(name, attributes)
        if name in PARAGRAPHS:
            self.parts.append("\r")
        elif name in LINES:
            self.parts.append("\v")
        elif name in CELLS:
            self.parts.append(" ")
        if name == "li" and not ends:
            self.parts.append("• ")

    def _start(self, name: str, attributes: str) -> None:
        if name in UNSEEN:
            self.unseen = "" if attributes.endswith("/") else name
        elif name == "img":
            given = _attributes(attributes)
            self.pictures.append(given.get("src", "")[:200] or "?")
            self.parts.append(f" {given.get('alt', '')} ")
        elif name == "a":
            self.link, self.link_from = _attributes(attributes).get("href", ""), len(self.parts)

    def _end(self, name: str) -> None:
        if name == "a" and self.link.startswith(("http:", "https:", "mailto:", "tel:")):
            shown = "".join(self.parts[self.link_from :])
            address = self.link.removeprefix("mailto:").removeprefix("tel:")
            self.parts.append("" if address in shown else f" ({address})")
            self.link = ""


def _attributes(written: str) -> dict[str, str]:
    found = (match.groups() for match in _ATTRIBUTE.finditer(written))
    return {name.lower(): unescape(value.strip("\"'")) for name, value in found}
