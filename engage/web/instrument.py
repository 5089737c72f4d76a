"""An instrument: one frozen version in one language, compiled once per process."""

import uuid
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property, partial

from flask import current_app

from engage.questionnaire import document, piping
from engage.questionnaire.answers import Value
from engage.questionnaire.codes import Code, CodeList
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.kinds import Consent, Grid, Missable, Question, Ranking, Scale
from engage.questionnaire.texts import languages, texts_in
from engage.store import surveys
from engage.store.database import Connection

from . import pictures, pseudo
from .answer_in_words import in_words, numbered
from .languages import PSEUDO
from .pictures import ShownPicture


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
        self.texts = piping.spread(questionnaire, texts_of(questionnaire, language))
        self.quoted = piping.quoted(questionnaire, self.texts)
        self._word: Callable[[str], str] = _left_open
        self._options: dict[str, tuple[Option, ...]] = {}
        self._places: dict[str, tuple[str, pictures.Size | None]] = {}

    def text(self, key: str) -> str:
        """A text by its key; empty where the questionnaire has none."""
        found = self.texts.get(key, "")
        if key not in self.quoted:
            return found
        words = {name: self._word(variable) for name, variable in self.quoted[key].items()}
        return piping.filled(found, words)

    def with_answers(self, word: Callable[[str], str]) -> "Instrument":
        """The same texts with one respondent's answers where they are quoted.

        `word`: from a variable to its answer in words.
        """
        made = copy(self)
        made._word, made._options = word, {}
        return made

    @cached_property
    def quoting(self) -> frozenset[str]:
        """The pages, by name, that show a text in which an answer is quoted."""
        found: set[str] = set()
        for section in self.questionnaire.parts if self.quoted else ():
            around = {f"section.{section.name}.{part}" for part in ("title", "introduction")}
            for page in section.pages:
                keys = around | {key for each in page.questions for key, _ in each.texts()}
                if not keys.isdisjoint(self.quoted):
                    found.add(page.name)
        return frozenset(found)

    def options(self, question: Question, offered: CodeList | None = None) -> tuple[Option, ...]:
        """The options of a question, those that say nothing last.

        `offered`: the codes that one respondent is offered, in their order, where it is not all.
        """
        if question.name not in self._options:
            codes = codes_of(question, self.questionnaire)
            found = [] if codes is None else list(codes.codes)
            if isinstance(question, Missable):
                found += (Code(code=c.code, label=c.label, missing=True) for c in question.missing)
            made = (
                Option(c.code, self.label(question, c.code), c.missing, c.exclusive or c.missing)
                for c in found
            )
            self._options[question.name] = tuple(sorted(made, key=lambda option: option.missing))
        every = self._options[question.name]
        if offered is None:
            return every
        by_code = {option.code: option for option in every}
        own = (each.code for each in getattr(question, "missing", ()))
        there = (by_code[code] for code in (*offered.names(), *own) if code in by_code)
        return tuple(sorted(there, key=lambda option: option.missing))

    def label(self, question: Question, code: str) -> str:
        """What one code of a question says."""
        if isinstance(question, Consent):
            return self.text(f"question.{question.name}.agree")
        if isinstance(question, Scale):
            ends = {str(question.least): "low", str(question.most): "high"}
            missing = self.text(f"missing.{question.name}.{code}")
            end = self.text(f"question.{question.name}.{ends[code]}") if code in ends else ""
            return missing or (f"{code}: {end}" if end else code)
        if isinstance(question, Missable) and code in question.missing_codes():
            return self.text(f"missing.{question.name}.{code}")
        return self.text(f"code_list.{getattr(question, 'code_list', '')}.{code}")

    def title(self, variable: str) -> str:
        """What a variable is: a classification's title, a question's text, a grid row's text."""
        titled = self.text(f"classification.{variable}.title")
        return titled or self._of_option(variable, self.questionnaire.text_key(variable))

    def wording(self, question: str) -> str:
        """A question's text by its name; of a repeated section, with the option."""
        return self._of_option(question, f"question.{question}.text")

    def _of_option(self, name: str, key: str) -> str:
        """A text that says for which option it is asked, also where the page says so above it."""
        origin, text = self.questionnaire.origin(name), self.text(key)
        written = self.texts.get(self.questionnaire.source_key(key), "")
        if origin is None or not text or piping.OPTION in piping.placeholders(written):
            return text
        option = self.texts.get(f"{self.questionnaire.code_key(origin.variable)}.{origin.code}")
        return f"{text} ({piping.isolated(option or origin.code)})"

    def asked(self, variable: str) -> str:
        """The words in which a variable was asked; of a grid's row, with the question around it."""
        question = self.questionnaire.questions.get(variable)
        if isinstance(question, Grid):
            return self.wording(question.name)
        return self._of_option(variable, self.questionnaire.text_key(variable))

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

    def shown(self, variable: str, value: Value, within: bool = False) -> list[str]:
        """A stored value as a resident reads it: labels, figures and dates in their language.

        `within` a sentence, that is without a number's unit and a ranking's places.
        """
        question = self.questionnaire.questions[variable]
        label = partial(self.label, question)
        if within:
            return in_words(question, value, label)
        unit = self.text(f"question.{question.name}.unit")
        return numbered(question, value, in_words(question, value, label, unit))

    def picture(self, name: str) -> ShownPicture | None:
        """A picture by its name, with its words; None if it has not been taken in."""
        drawing = self.questionnaire.pictures.get(name)
        if drawing is None or drawing.content is None:
            return None
        if name not in self._places:
            size = pictures.size_of(pictures.content_of(drawing))
            self._places[name] = (pictures.address(drawing), size)
        url, size = self._places[name]
        alt, description = (self.text(f"picture.{name}.{part}") for part in ("alt", "description"))
        return ShownPicture(url, alt, description, size)

    def helping(self, question: str) -> ShownPicture | None:
        """The picture that helps readers of this language with a question; it only decorates."""
        translation = self.questionnaire.translations.get(self.language)
        origin = self.questionnaire.origin(question)
        name = origin.template if origin else question
        if translation is None or name not in translation.pictures:
            return None
        return self.picture(translation.pictures[name])


def _left_open(variable: str) -> str:
    """What stands for an answer where no respondent is meant."""
    return "…"


def codes_of(question: Question, questionnaire: Questionnaire) -> CodeList | None:
    """The codes that a question offers, if it offers any."""
    if isinstance(question, Scale):
        return question.codes()
    codes = questionnaire.list_of(question)
    if codes is not None and isinstance(question, Ranking):
        return codes.of(codes.valid())  # nothing that is no answer is put in order
    return codes


def texts_of(questionnaire: Questionnaire, language: str) -> Mapping[str, str]:
    """Every text in a language; those of the pseudo-language are made of the source's."""
    if language == PSEUDO.tag:
        return pseudo.texts(texts_in(questionnaire, questionnaire.source_language))
    return texts_in(questionnaire, language)


_questionnaires: dict[uuid.UUID, Questionnaire] = {}


def questionnaire(connection: Connection, version_id: uuid.UUID) -> Questionnaire:
    """The questionnaire of a version: frozen, so that it is read once."""
    if version_id not in _questionnaires:
        _questionnaires[version_id] = document.read(surveys.document(connection, version_id))
    return _questionnaires[version_id]


def versions_of(connection: Connection, survey_id: uuid.UUID) -> list[Questionnaire]:
    """Every version of a survey's questionnaire, oldest first."""
    found = surveys.versions(connection, survey_id)
    return [questionnaire(connection, key) for _, key in found]


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
        made = {PSEUDO.tag: False} if current_app.config["OFFER_PSEUDO"] else {}
        _languages[key] = languages(found, unreviewed) | made
    return _languages[key]
