"""An .lss file as plain rows: every table that LimeSurvey wrote, nothing of it interpreted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..refused import FileRefused

Row = Mapping[str, str]

MOST_BYTES = 20_000_000
"""The largest survey of LimeSurvey's own samples has under a million."""
MOST_DEPTH = 12
TABLE, RECORD, ROW, FIELD = 2, 3, 4, 5
"""How deep things stand: document, table, `rows`, `row`, field."""


@dataclass(frozen=True)
class Tables:
    """What the file holds: rows by the table's name, in the order of the file."""

    version: str = ""
    languages: tuple[str, ...] = ()
    rows: Mapping[str, list[Row]] = field(default_factory=dict)

    def of(self, name: str) -> list[Row]:
        """The rows of one table; none if the file does not have it."""
        return self.rows.get(name, [])


def read_tables(content: bytes) -> Tables:
    """The rows of an .lss file; raises FileRefused with a sentence that says where and why."""
    if len(content) > MOST_BYTES:
        found = f"{len(content) / 1_000_000:.0f} million"
        raise FileRefused([f"expected at most {MOST_BYTES // 1_000_000} million bytes, {found}"])
    if content.startswith(b"PK"):
        raise FileRefused(
            ["expected an .lss file, found an archive: unpack it (.lsa) and take the .lss in it"]
        )
    reader = _Reader()
    try:
        for event, element in iterparse(BytesIO(content), ("start", "end"), forbid_dtd=True):
            reader.see(event, element)
    except DefusedXmlException:
        raise FileRefused(
            ["expected no DOCTYPE and no entities: an .lss file from LimeSurvey has none"]
        ) from None
    except ParseError as error:
        line, column = error.position
        what = str(error).partition(":")[0]
        raise FileRefused([f"line {line}, column {column + 1}: expected XML, but {what}"]) from None
    except (LookupError, ValueError) as error:
        raise FileRefused([f"line 1: expected XML in a known encoding, but {error}"]) from None
    return reader.whole()


class _Reader:
    """Takes each element as it ends and lets go of it: no tree of the whole file is kept."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.open: list[Element] = []
        self.row: dict[str, str] = {}
        self.single: dict[str, str] = {}
        self.languages: list[str] = []
        self.tables: dict[str, list[Row]] = {}

    def see(self, event: str, element: Element) -> None:
        if event == "start":
            if len(self.path) >= MOST_DEPTH:
                raise FileRefused(["expected the tables of a survey, found XML nested too deeply"])
            if not self.path and element.tag != "document":
                raise FileRefused([f"expected <document> first, found <{element.tag[:60]}>"])
            self.path.append(element.tag)
            self.open.append(element)
            return
        self._end(element)
        self.path.pop()
        self.open.pop()
        if self.open and len(self.path) < FIELD:
            self.open[-1].remove(element)

    def _end(self, element: Element) -> None:
        depth, table = len(self.path), self.path[min(1, len(self.path) - 1)]
        if depth == TABLE and element.tag not in self.tables:
            self.single[element.tag] = (element.text or "").strip()
        elif depth == RECORD and table == "languages":
            self.languages.append((element.text or "").strip())
        elif depth == RECORD and element.tag not in ("fields", "rows"):
            self._keep(table, {"element": element.tag})  # a theme's settings; only counted
        elif depth == ROW and element.tag == "row":
            self._keep(table, self.row)
            self.row = {}
        elif depth == FIELD and self.path[ROW - 1] == "row":
            self.row[element.tag] = "".join(element.itertext()).strip()

    def _keep(self, table: str, row: Row) -> None:
        self.tables.setdefault(table, []).append(row)

    def whole(self) -> Tables:
        kind = self.single.get("LimeSurveyDocType", "")
        if kind != "Survey":
            found = f'"{kind[:60]}"' if kind else "nothing of the kind"
            raise FileRefused([f"expected <LimeSurveyDocType>Survey (an .lss file), found {found}"])
        return Tables(self.single.get("DBVersion", ""), tuple(self.languages), self.tables)
