"""The words that a release carries in one language."""

from typing import Any

from flask_babel import pgettext

from engage.disclosure.level import ALL, Level


class Labels:
    """Titles and labels by variable and code; a code stands for itself where there is none."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.title: str = found["title"]
        self.operator: str = found["operator"]
        self._variables: dict[str, dict[str, Any]] = found["variables"]

    def name(self, variable: str) -> str:
        """A classification's title, a question's text, a grid row's text."""
        return str(self._variables.get(variable, {}).get("title", variable))

    def asked(self, variable: str) -> str:
        """The question around a grid's row; empty where the name says all."""
        asked = str(self._variables.get(variable, {}).get("asked", ""))
        return "" if asked == self.name(variable) else asked

    def question(self, variable: str) -> str:
        """The wording of a question in one line."""
        if self.asked(variable):
            whole = {"question": self.asked(variable), "row": self.name(variable)}
            return str(pgettext("results", "%(question)s “%(row)s”", **whole))
        return self.name(variable)

    def code(self, variable: str, code: str) -> str:
        """The label of a code, or of a group of codes."""
        return str(self._variables.get(variable, {}).get("codes", {}).get(code, code))

    def level(self, variable: str, level: Level) -> str:
        """The label of a row or column of a table."""
        if level.code is None:
            return str(pgettext("results", "Did not say"))
        if level.code == ALL:
            return str(pgettext("results", "All who said"))
        return self.code(variable, level.code)
