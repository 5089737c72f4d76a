"""A questionnaire as it stands in a folder: source, bank, a file for each language, pictures."""

from pathlib import Path
from typing import Any

from engage.questionnaire import bank, document
from engage.questionnaire.about import Drawing
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.document import DocumentRefused
from engage.questionnaire.problem import Problem
from engage.questionnaire.texts import sources
from engage.questionnaire.translation import Translation

from .picture_file import taken_in

PICTURES = "pictures"
"""The folder beside a questionnaire that its pictures are in."""


class FolderRefused(Exception):
    """A file of the folder cannot be read; `problems` say where in `file` and why."""

    def __init__(self, file: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(str(file))
        self.file, self.problems = file, problems


def load(file: Path) -> Questionnaire:
    """The whole questionnaire of FILE, self-contained; raises FolderRefused.

    Beside it may stand its translations (FILE's name.LANGUAGE.json), the bank that it names with
    the bank's own translations, and a folder with pictures.
    """
    raw = _plain(file)
    translations = _translations(file)
    if isinstance(raw, dict) and isinstance(raw.get("bank"), str):
        beside = file.parent / Path(raw["bank"]).name
        shared, common = _plain(beside), _translations(beside)
        raw = _refusing(file, lambda: bank.assembled(raw, shared))
        keys = sources(_refusing(file, lambda: document.validated(raw)))
        translations = {
            tongue: bank.merged(own, common.get(tongue), keys)
            for tongue, own in translations.items()
        }
        raw = bank.with_pictures(raw, shared, translations.values())
    questionnaire = _refusing(file, lambda: document.validated(raw))
    questionnaire = document.with_translations(questionnaire, translations)
    return _with_pictures(file, questionnaire)


def _plain(file: Path) -> Any:
    return _refusing(file, lambda: document.plain(_bytes(file)))


def _translations(file: Path) -> dict[str, Translation]:
    found: dict[str, Translation] = {}
    for beside in sorted(file.parent.glob(f"{file.stem}.*.json")):
        language, own = _refusing(
            beside, lambda path=beside: document.read_translation(_bytes(path))
        )
        found[language] = own
    return found


def _with_pictures(file: Path, questionnaire: Questionnaire) -> Questionnaire:
    pictures: dict[str, Drawing] = {}
    for name, picture in questionnaire.pictures.items():
        if picture.content is not None:
            pictures[name] = picture
            continue
        path = file.parent / PICTURES / picture.file
        pictures[name] = _refusing(path, lambda p=path, d=picture: taken_in(_bytes(p), d))
    if not pictures:
        return questionnaire
    return document.changed(questionnaire, pictures=pictures)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        what = error.strerror or "unreadable"
        raise FolderRefused(file, (Problem("not_readable", "$", {"why": what}),)) from None


def _refusing(file: Path, deed: Any) -> Any:
    try:
        return deed()
    except DocumentRefused as error:
        raise FolderRefused(file, error.problems) from None
