"""Texts of the workbook: the source language goes into the document, the others beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from engage.questionnaire.piping import placeholders
from engage.questionnaire.translation import fingerprint

from ..sheets import Row, Sheet
from ..tongues import tag
from .report import Report

Piped = Callable[[str, Row], str]
"""Turns `${name}` in a text into `{variable}`."""

LONGEST = 10_000
_MARKS = re.compile(r"</?[a-z][^>]*>|\*\*[^*]+\*\*|^#{1,6} ", re.MULTILINE)


@dataclass
class Texts:
    """Every text by its key. `tags`: from each language as it is written to its tag, or None."""

    source_language: str
    tags: dict[str, str | None]
    report: Report
    keeps_spaces: bool = False
    piped: Piped = lambda text, row: text
    sources: dict[str, str] = field(default_factory=dict)
    others: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, row: Row, column: str, key: str) -> str | None:
        """The source text in a column, None if it is empty; its translations go under `key`."""
        found = self.found(row, column)
        if not found:
            return None
        source = found.pop(self.source_language, None)
        if source is None:
            language, source = next(iter(found.items()))
            done = f"the text in {language} stands in its place"
            self.report.row(row, column, done, f"no text in {self.source_language}")
        for language, text in list(found.items()):
            if set(placeholders(text)) != set(placeholders(source)) and not self.keeps_spaces:
                done = f"left out in {language}: it does not show the answers that the source shows"
                self.report.row(row, column, done, text)
                del found[language]
        return self.put(key, source, found)

    def put(self, key: str, source: str, others: dict[str, str] | None = None) -> str:
        """Keep a text under its key; the source."""
        self.sources[key] = source
        for language, text in (others or {}).items():
            self.others.setdefault(language, {})[key] = text
        return source

    def copied(self, before: str, key: str) -> str:
        """The text of one key under another as well."""
        others = {tag: texts[before] for tag, texts in self.others.items() if before in texts}
        return self.put(key, self.sources[before], others)

    def moved(self, before: str, key: str, source: str) -> str:
        """The same text under another key."""
        others = {tag: texts.pop(before) for tag, texts in self.others.items() if before in texts}
        del self.sources[before]
        return self.put(key, source, others)

    def found(self, row: Row, column: str) -> dict[str, str]:
        """The texts in a column by tag; a column without a language is in the source language."""
        found: dict[str, str] = {}
        for written, text in row.tongues(column).items():
            language = self.source_language if not written else self.tags.get(written)
            if language is None:
                continue
            if language not in found or written:
                found[language] = self._cleaned(text, row, column)
        return found

    def _cleaned(self, text: str, row: Row, column: str) -> str:
        if _MARKS.search(text):
            done = "kept as it stands; marks for bold and the like are shown as they are typed"
            self.report.row(row, column, done, text)
        text = self.piped(text if self.keeps_spaces else text.strip(), row)
        if len(text) > LONGEST:
            self.report.row(row, column, f"cut after {LONGEST} characters", text)
        return text[:LONGEST]

    def translations(self) -> dict[str, Any]:
        """The languages beside the source, as a document has them."""
        return {
            language: {"reviewer": None, "texts": self._stated(texts)}
            for language, texts in sorted(self.others.items())
        }

    def _stated(self, texts: dict[str, str]) -> dict[str, Any]:
        return {
            key: {"text": text, "of": fingerprint(self.sources[key]), "state": "translated"}
            for key, text in texts.items()
            if key in self.sources
        }


def languages(sheets: dict[str, Sheet], default: str, report: Report) -> tuple[str, dict[str, Any]]:
    """The source language's tag, and the tag of each language as the headers write it."""
    written: dict[str, str | None] = {}
    bare = False
    for name in ("survey", "choices", "settings", "engage"):
        sheet = sheets.get(name)
        for column, language in sheet.headers if sheet else ():
            bare = bare or (name == "survey" and column == "label" and not language)
            if language and language not in written:
                written[language] = tag(language)
                if written[language] is None:
                    done = f'left out; name its tag, such as "{language} (pl)", and import again'
                    report.add(f"{name}, row 1", f'the language "{language}"', done)
    source = written.get(default) or (tag(default) if default else None)
    if source is None and not bare:
        source = next((each for each in written.values() if each), None)
    if source is None:
        source = "en"
    if not default:
        done = f"texts without a language, or in the first, are taken as the source, in {source}"
        report.add("settings, column default_language", "nothing", done)
    return source, written
