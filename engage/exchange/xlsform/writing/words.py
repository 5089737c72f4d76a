"""Texts of a document as cells, one for each language."""

import re
from collections.abc import Mapping
from typing import Any

from engage.questionnaire.piping import QUOTING

from ..tongues import written

PIPE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Words:
    """The texts of a questionnaire by key, in its source language and its others."""

    def __init__(self, sources: Mapping[str, str], document: dict[str, Any]) -> None:
        self.sources = sources
        self.source = document["source_language"]
        self.others: dict[str, dict[str, Any]] = document.get("translations", {})
        self.references: dict[str, str] = {}
        """What a text shows for `{name}`: the name of a row."""

    def cells(self, column: str, key: str) -> dict[str, str]:
        """The cells of one text, its source first."""
        if key not in self.sources:
            return {}
        piped = self.piped if key.partition(".")[0] in QUOTING else _guarded
        found = {f"{column}::{written(self.source)}": piped(self.sources[key])}
        for tag, translation in self.others.items():
            text = translation["texts"].get(key)
            if text is not None:
                found[f"{column}::{written(tag)}"] = piped(text["text"])
        return found

    def ends(self, column: str, key: str, step: int) -> dict[str, str]:
        """The same with a step of a scale in front."""
        return {header: f"{step}: {text}" for header, text in self.cells(column, key).items()}

    def plain(self, column: str, text: str) -> dict[str, str]:
        """One text that is the same in every language."""
        return {f"{column}::{written(tag)}": text for tag in (self.source, *self.others)}

    def piped(self, text: str) -> str:
        """`{name}` as the form refers to it."""
        return PIPE.sub(
            lambda m: f"${{{self.references[m[1]]}}}" if m[1] in self.references else m[0],
            _guarded(text),
        )

    def shown(self) -> set[str]:
        """The names that some text shows."""
        texts = [*self.sources.values()]
        for translation in self.others.values():
            texts += [text["text"] for text in translation["texts"].values()]
        return {name for text in texts for name in PIPE.findall(text)}


def _guarded(text: str) -> str:
    """The text without what a form would take for a reference."""
    return text.replace("${", "$ {")
