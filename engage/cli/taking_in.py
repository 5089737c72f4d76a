"""Questionnaire files taken in: which format they are, and what had no equal here."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engage.exchange import questionnaire_folder
from engage.exchange.imported import Imported, Note
from engage.exchange.refused import FileRefused
from engage.questionnaire import checking, document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.document import DocumentRefused

from .explaining import sentence
from .refusal import Refused, lines


@dataclass(frozen=True)
class TakenIn:
    """A questionnaire, the name of the format it came in, and what was done with the rest."""

    questionnaire: Questionnaire
    format: str
    report: tuple[Note, ...] = ()

    @property
    def is_converted(self) -> bool:
        """Whether another program's file was made into a questionnaire of ours."""
        return self.format != "JSON"


def load(file: Path) -> Questionnaire:
    """A questionnaire that can be used, with the files that stand beside it."""
    return take_in(file).questionnaire


def take_in(file: Path) -> TakenIn:
    """The questionnaire of a JSON, XLSForm or LimeSurvey file, told apart by what is in it."""
    found = read(file)
    errors = checking.errors(found.questionnaire)
    if errors:
        raise lines(f"{file} can't be used:", map(sentence, errors))
    return found


def read(file: Path) -> TakenIn:
    """The same, with whatever problems it has."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file} can't be read: {error.strerror}.") from None
    if content.startswith(b"PK\x03\x04"):
        from engage.exchange import xlsform  # only now: it loads as much as all the rest

        return _converted(file, "XLSForm", lambda: xlsform.read(content, file.stem))
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from engage.exchange import limesurvey

        return _converted(file, "LimeSurvey", lambda: limesurvey.read(content))
    try:
        return TakenIn(questionnaire_folder.load(file), "JSON")
    except questionnaire_folder.FolderRefused as error:
        raise lines(f"{error.file} can't be read:", map(sentence, error.problems)) from None


def _converted(file: Path, name: str, convert: Callable[[], Imported]) -> TakenIn:
    try:
        imported = convert()
        questionnaire = document.read(json.dumps(imported.document))
    except FileRefused as error:
        raise lines(f"{file} can't be read as {name}:", error.mistakes) from None
    except DocumentRefused as error:
        raise lines(f"{file} can't be read as {name}:", map(sentence, error.problems)) from None
    return TakenIn(questionnaire, name, imported.report)
