"""How far each language was when this program wrote the workbook: state, reviewer, pictures."""

import json
from typing import Any

from .making import Making

PART, TEXT = "translation", "translated text"


def add(making: Making, document: dict[str, Any]) -> None:
    """Give each translation its state back; texts that were edited since stay as translated."""
    sheet = making.sheets.get("engage")
    translations = document["translations"]
    for row in sheet.rows if sheet else ():
        part, name = row.peek("part"), row.peek("name")
        if part not in (PART, TEXT):
            continue
        value = _value(row.peek("json"))
        tag, _, key = name.partition(" ")
        if part == PART:
            made = translations.setdefault(tag, {"reviewer": None, "texts": {}})
            state = value.pop("state", "translated")
            made |= value
            for text in made["texts"].values():
                text["state"] = state
        elif tag in translations:
            texts = translations[tag]["texts"]
            if key not in texts or texts[key]["text"] == value.get("text"):
                texts[key] = value


def _value(written: str) -> dict[str, Any]:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
