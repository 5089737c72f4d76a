"""LimeSurvey's language tags as ours: de-informal becomes de, zh-Hant-TW becomes zh-Hant."""

import re
from collections.abc import Sequence

from .reporting import Report

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SHORTER = (("-informal", ""), ("-easy", ""), ("zh-Hant-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"))


def tags(languages: Sequence[str], report: Report) -> dict[str, str]:
    """Each of LimeSurvey's tags with ours; the first is the source language."""
    found: dict[str, str] = {}
    for language in languages:
        wanted = language
        for long, short in _SHORTER:
            wanted = wanted.replace(long, short)
        if wanted in languages or wanted in found.values():
            wanted = language
        place = f"surveys, column {'additional_' * bool(found)}language{'s' * bool(found)}"
        if not _TAG.fullmatch(wanted):
            done = "taken as en" if not found else "its texts are left out"
            report.add(place, f'the language "{language}"', done)
            if found or "en" in languages:
                continue
            wanted = "en"
        elif wanted != language:
            report.add(place, f'the language "{language}"', f'called "{wanted}" here')
        found[language] = wanted
    return found or {languages[0]: "en"}
