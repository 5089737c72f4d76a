"""Reads an .lss file: a questionnaire document, and a note for whatever has no equal."""

from ..imported import Imported
from .about import head
from .gathering import gather
from .manuscript import Manuscript, Plain
from .remainder import note_rest
from .sections import sections
from .tables import read_tables


def read(content: bytes) -> Imported:
    """The document and its report; raises FileRefused where the file cannot be read.

    The document has format 1 and is not yet checked. It has every language of the file.
    """
    tables = read_tables(content)
    manuscript = Manuscript(gather(tables))
    start = head(manuscript)
    written = sections(manuscript)
    note_rest(manuscript, tables)
    _summed_up(manuscript)
    document: Plain = {
        "format": 1,
        "survey": start["survey"],
        "source_language": manuscript.source,
        "title": start["title"],
        "about": start["about"],
        "code_lists": manuscript.code_lists,
        "sections": written,
    }
    if manuscript.checks:
        document["checks"] = manuscript.checks
    if manuscript.translated:
        document["translations"] = {
            tag: {"reviewer": None, "texts": texts} for tag, texts in manuscript.translated.items()
        }
    return Imported(document, manuscript.report.whole())


def _summed_up(manuscript: Manuscript) -> None:
    """What is told of all questions together."""
    if manuscript.lowered:
        manuscript.report.split(
            "names", ", ".join(manuscript.lowered), "variables are written in small letters here"
        )
    if manuscript.in_english and manuscript.source != "en":
        manuscript.report.split(
            "texts",
            ", ".join(manuscript.in_english),
            f"in English: write them in {manuscript.source}",
        )
