"""An XLSForm as a questionnaire document."""

from typing import Any

from ...imported import Imported
from ...refused import FileRefused
from ..columns import OWN
from ..sheets import Row, Sheet, opened
from . import calculations, consents, own_parts, own_translations, repeats, settings
from .layout import Layout
from .lists import Lists
from .making import Making
from .outline import Group, outline
from .pyxform_checks import check
from .report import Report
from .texts import Texts, languages

READ = ("survey", "choices", "external_choices", "settings", own_parts.SHEET)


def read(content: bytes, name: str) -> Imported:
    """The document of a workbook, and what was changed; raises FileRefused.

    The document is not checked: `engage.questionnaire.document.validated` does that.
    """
    sheets = opened(content)
    check(content, sheets)
    try:
        return _read(sheets, name)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        headers = {column for sheet in sheets.values() for column, _ in sheet.headers}
        if not any(column.startswith(OWN) for column in headers):
            raise
        changed = "what this program wrote into its own columns was changed, and cannot be read"
        raise FileRefused([f"the columns {OWN}…: {changed}; they can be removed"]) from None


def _read(sheets: dict[str, Sheet], name: str) -> Imported:
    making, setting = _begun(sheets)
    survey = outline(sheets["survey"].rows, making.report)
    for row in sheets["survey"].rows if making.own else ():
        row.used.update((column, "") for column in ("name", "engage_kind", "appearance"))
    told = _told(survey)
    title = settings.title(making, setting, told.row if told else None, name)
    about = settings.about(making, setting, told)
    making.lists.lower = repeats.lists(survey)
    rows = calculations.set_aside(making, survey)
    layout = Layout(making, consents.row_of(making, survey))
    layout.walk(survey)
    sections = layout.pages.sections
    consents.first(making, sections)
    derived = calculations.derived(making, rows)
    count = sum(len(page["questions"]) for section in sections for page in section["pages"])
    about["minutes"] = settings.minutes(making, setting, count)
    document: dict[str, Any] = {
        "format": 1,
        "survey": settings.name(making, setting, name),
        "source_language": making.texts.source_language,
        "title": title,
        "about": about,
        "code_lists": making.lists.documents(making.own),
        "sections": sections,
    }
    mode = setting.take("engage_mode_variable")
    document |= {"mode_variable": mode} if mode else {}
    own_parts.add(making, document)
    _finished(making, document, derived)
    return Imported(document, making.report.sorted())


def _begun(sheets: dict[str, Sheet]) -> tuple[Making, Row]:
    """What the reading starts from, and the row of settings."""
    report = Report()
    rows = sheets["settings"].rows if "settings" in sheets else []
    setting = rows[0] if rows else Row("settings", 2, {})
    source, tags = languages(sheets, setting.take("default_language"), report)
    own = bool(setting.take("engage_format"))
    for passed_over in ("style", "version") if own else ("style",):
        setting.take(passed_over)
    texts = Texts(source, tags, report, keeps_spaces=own)
    listed = [sheets[name] for name in ("choices", "external_choices") if name in sheets]
    return Making(sheets, report, texts, Lists(listed, texts, report), own), setting


def _told(survey: Group) -> Group | None:
    """The notes in which this program tells what a survey is about; they are no questions."""
    for part in survey.parts:
        if isinstance(part, Group) and part.row and part.row.take("engage_kind") == "about":
            survey.parts.remove(part)
            part.row.used.update(key for key in part.row.cells if key[0] != "label")
            return part
    return None


def _finished(making: Making, document: dict[str, Any], derived: list[dict[str, Any]]) -> None:
    checks = [*document.pop("checks", []), *making.checks]
    parts = {"checks": checks, "derived": derived, "pictures": making.pictures}
    document |= {name: part for name, part in parts.items() if part}
    document["translations"] = making.texts.translations()
    own_translations.add(making, document)
    if not document["translations"]:
        del document["translations"]
    _incomplete(making, document)
    for name, sheet in making.sheets.items():
        if name in READ:
            making.report.rest(sheet)
        elif sheet.rows:
            making.report.add(f"sheet {name}", f"{len(sheet.rows)} rows", "the sheet was not read")


def _incomplete(making: Making, document: dict[str, Any]) -> None:
    for language, translation in document.get("translations", {}).items():
        lacking = [key for key in making.texts.sources if key not in translation["texts"]]
        if lacking and not making.own:
            found = f"{len(lacking)} texts are not there, such as {lacking[0]}"
            done = "the language is not offered before they are translated"
            making.report.add(f"language {language}", found, done)
