"""An instrument: one frozen version in one language, compiled once per process."""

import uuid
from dataclasses import dataclass

from flask import current_app

from engage.questionnaire import document
from engage.questionnaire.answers import Value
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.kinds import Consent, Grid, Question, Scale
from engage.questionnaire.texts import languages, texts_in
from engage.store import surveys
from engage.store.database import Connection


@dataclass(frozen=True)
class Option:
    """One radio or box."""

    code: str
    label: str
    missing: bool
    exclusive: bool


class Instrument:
    """A questionnaire's texts in one language, and its options ready to be shown."""

    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        self.questionnaire = questionnaire
        self.language = language
        self.texts = texts_in(questionnaire, language)
        self._options: dict[str, tuple[Option, ...]] = {}

    def text(self, key: str) -> str:
        """A text by its key; empty where the questionnaire has none."""
        return self.texts.get(key, "")

    def options(self, question: Question) -> tuple[Option, ...]:
        """The options of a question, those that say nothing last."""
        if question.name not in self._options:
            variable = question.variables()[0]
            codes = self.questionnaire.code_list_of(variable)
            found = () if codes is None else codes.codes
            made = (
                Option(c.code, self.label(question, c.code), c.missing, c.exclusive or c.missing)
                for c in found
            )
            self._options[question.name] = tuple(sorted(made, key=lambda option: option.missing))
        return self._options[question.name]

    def label(self, question: Question, code: str) -> str:
        """What one code of a question says."""
        if isinstance(question, Consent):
            return self.text(f"question.{question.name}.agree")
        if isinstance(question, Scale):
            ends = {str(question.least): "low", str(question.most): "high"}
            missing = self.text(f"missing.{question.name}.{code}")
            end = self.text(f"question.{question.name}.{ends[code]}") if code in ends else ""
            return missing or (f"{code}: {end}" if end else code)
        prefix = self.questionnaire.code_key(question.variables()[0])
        return self.text(f"{prefix}.{code}")

    def title(self, variable: str) -> str:
        """What a variable is: a classification's title, a question's text, a grid row's text."""
        titled = self.text(f"classification.{variable}.title")
        return titled or self.text(self.questionnaire.text_key(variable))

    def asked(self, variable: str) -> str:
        """The words in which a variable was asked; of a grid's row, with the question around it."""
        question = self.questionnaire.questions.get(variable)
        if isinstance(question, Grid):
            return self.text(f"question.{question.name}.text")
        return self.text(self.questionnaire.text_key(variable))

    def code_labels(self, variable: str) -> dict[str, str]:
        """The label of each code of a variable, and of each group that codes may be merged into."""
        codes = self.questionnaire.code_list_of(variable)
        if codes is None:
            return {}
        question = self.questionnaire.questions.get(variable)
        if isinstance(question, Scale):
            return {code: self.label(question, code) for code in codes.names()}
        key = self.questionnaire.code_key(variable)
        groups = [group.code for grouping in codes.groupings for group in grouping.groups]
        labels = {code: self.text(f"{key}.group.{code}") for code in groups}
        return labels | {code: self.text(f"{key}.{code}") for code in codes.names()}

    def shown(self, variable: str, value: Value) -> list[str]:
        """A stored value as a resident reads it: the labels of codes, or what was typed."""
        question = self.questionnaire.questions[variable]
        typed = question.typed(variable, value)
        if isinstance(question, Consent) or question.code_list_of(
            variable, self.questionnaire.code_lists
        ):
            return [self.label(question, code) for code in typed]
        return typed


_questionnaires: dict[uuid.UUID, Questionnaire] = {}


def questionnaire(connection: Connection, version_id: uuid.UUID) -> Questionnaire:
    """The questionnaire of a version: frozen, so that it is read once."""
    if version_id not in _questionnaires:
        _questionnaires[version_id] = document.read(surveys.document(connection, version_id))
    return _questionnaires[version_id]


def instrument(connection: Connection, version_id: uuid.UUID, language: str) -> Instrument:
    """The instrument of a version in a language."""
    key = (version_id, language)
    if key not in _instruments:
        _instruments[key] = Instrument(questionnaire(connection, version_id), language)
    return _instruments[key]


_instruments: dict[tuple[uuid.UUID, str], Instrument] = {}


_languages: dict[tuple[int, bool], dict[str, bool]] = {}


def languages_of(found: Questionnaire) -> dict[str, bool]:
    """The languages of a loaded questionnaire that residents may choose; which are reviewed."""
    unreviewed: bool = current_app.config["OFFER_UNREVIEWED"]
    key = (id(found), unreviewed)  # loaded questionnaires are never let go
    if key not in _languages:
        _languages[key] = languages(found, unreviewed)
    return _languages[key]
