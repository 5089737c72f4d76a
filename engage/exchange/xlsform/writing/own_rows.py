"""The sheet `engage`: what an XLSForm has no place for, so that nothing is lost on the way back."""

from typing import Any

from engage.questionnaire.translation import fingerprint

from ..reading.own_translations import PART, TEXT
from .export import Export, rest
from .variables import Plain

SAID = (
    *("format", "survey", "source_language", "title", "about", "mode_variable", "code_lists"),
    *("sections", "checks", "derived", "classifications", "tables", "pictures", "translations"),
)
"""The parts of a document that have rows of their own."""

USUAL = "translated"


def parts(export: Export) -> None:
    """Classifications, tables, checks and pictures, each noted."""
    document = export.document
    for each in document.get("classifications", []):
        variable = each["variable"]
        value = rest(each, "variable", "title")
        export.part("classification", variable, value, f"classification.{variable}.title")
    for each in document.get("tables", []):
        export.part("table", each["question"], each["by"])
    for each in document.get("checks", []):
        value = rest(each, "name", "text")
        export.part("check", each["name"], value, f"check.{each['name']}.text")
    for name, picture in document.get("pictures", {}).items():
        value = rest(picture, "alt", "description", "content", "media_type")
        export.part("picture", name, value, f"picture.{name}.alt")
        if "description" in picture:
            export.part("picture description", name, None, f"picture.{name}.description")
    if rest(document, *SAID):
        export.part("document", document["survey"], rest(document, *SAID))
    _noted(export)


def languages(export: Export) -> None:
    """How far each language is, and each text that is not as far as the rest."""
    for tag, translation in export.words.others.items():
        texts: dict[str, Any] = translation["texts"]
        states = [text["state"] for text in texts.values()]
        usual = max(sorted(set(states)), key=states.count) if states else USUAL
        value: Plain = {key: v for key, v in translation.items() if key != "texts" and v}
        if value or usual != USUAL or not texts:
            export.part(PART, tag, value | {"state": usual})
        for key, text in texts.items():
            source = export.words.sources.get(key)
            fresh = source is not None and text["of"] == fingerprint(source)
            if not fresh or text["state"] != usual:
                export.part(TEXT, f"{tag} {key}", text)


def _noted(export: Export) -> None:
    document = export.document
    for key, what, done in (
        ("classifications", "what tables are broken down by", "it stands in the sheet engage"),
        ("tables", "the plan of a release", "it stands in the sheet engage"),
        ("mode_variable", "the question that gives the mode", "it is named in the settings"),
    ):
        if document.get(key):
            export.note("the survey", what, f"no form has this; {done}")
    for each in document.get("checks", []):
        found = f"asks back if {each['if']}"
        export.note(f"check {each['name']}", found, "nothing asks back there")
    for name, picture in document.get("pictures", {}).items():
        done = "a workbook holds no pictures: send the file with the form, and import it with it"
        export.note(f"picture {name}", picture["file"], done)
    for language, translation in export.words.others.items():
        if translation.get("pictures"):
            done = "not shown there; they are named in the sheet engage"
            export.note(f"language {language}", "pictures beside questions", done)
