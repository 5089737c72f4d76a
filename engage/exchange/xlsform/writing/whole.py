"""A questionnaire as an XLSForm."""

import json

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.texts import sources

from ...imported import Note
from ..tongues import written
from . import choice_rows, own_rows, survey_rows
from .differences import differences
from .export import Export
from .variables import variables
from .words import Words
from .workbook import bound
from .xpath import Expressions

SURVEY = ["type", "name"]
AFTER = ["relevant", "constraint", "calculation", "appearance", "required", "choice_filter"]
CHOICES = ["list_name", "name"]


def write(questionnaire: Questionnaire) -> tuple[bytes, tuple[Note, ...]]:
    """The workbook (.xlsx), and notes on what other programs will not see in it.

    It is read back at once: whatever an import would not give back is among the notes.
    """
    export = _filled(questionnaire)
    labels = list(export.words.plain("label", ""))
    first = [*SURVEY, *labels, *export.words.plain("hint", "")]
    content = bound(
        {
            "survey": ([*first, *AFTER], export.survey),
            "choices": ([*CHOICES, *labels], export.choices),
            "settings": ([], [_settings(export)]),
            "engage": (["part", "name", "json"], export.parts),
        }
    )
    return content, (*export.notes, *differences(questionnaire, content))


def _filled(questionnaire: Questionnaire) -> Export:
    plain = json.loads(document.write(questionnaire))
    known = variables(plain)
    export = Export(plain, Words(sources(questionnaire), plain), known, Expressions(known))
    export.groups.longest = 64
    export.groups.given.update(known.names)
    _shown(export)
    survey_rows.told(export)
    choice_rows.code_lists(export)
    for section in plain["sections"]:
        survey_rows.section(export, section)
    for each in plain.get("derived", []):
        survey_rows.derived(export, each)
    survey_rows.last_words(export)
    own_rows.parts(export)
    own_rows.languages(export)
    return export


def _shown(export: Export) -> None:
    """What stands for the earlier answers that texts show."""
    for name in sorted(export.words.shown()):
        variable = export.variables.get(name)
        if variable is None:
            continue
        own = export.groups.take(f"words_{name}") if variable.words else name
        export.words.references[name] = own
        if variable.sort == "several":
            export.note(f"variable {name}", "its answer in a text", "its codes are shown there")


def _settings(export: Export) -> dict[str, str]:
    document = export.document
    return {
        "form_title": document["title"],
        "form_id": document["survey"],
        "default_language": written(document["source_language"]),
        "style": "pages",
        "engage_format": "1",
        "engage_minutes": str(document["about"]["minutes"]),
        "engage_mode_variable": document.get("mode_variable", ""),
    }
