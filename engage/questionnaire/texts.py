"""Every text of a questionnaire under its stable key, and which languages are whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .definition import Questionnaire
from .translation import fingerprint


def sources(questionnaire: Questionnaire) -> dict[str, str]:
    """Every text key with its source text, in the order of the document."""
    return dict(_walk(questionnaire))


def _walk(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    yield "title", questionnaire.title
    for field, value in questionnaire.about:
        if isinstance(value, str):
            yield f"about.{field}", value
    yield from _asked(questionnaire)
    for name, code_list in questionnaire.code_lists.items():
        yield from code_list.texts(f"code_list.{name}")
    for derived in questionnaire.derived:
        yield f"derived.{derived.name}.title", derived.title
    for classification in questionnaire.classifications:
        yield f"classification.{classification.variable}.title", classification.title


def _asked(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for section in questionnaire.sections:
        yield f"section.{section.name}.title", section.title
        if section.introduction is not None:
            yield f"section.{section.name}.introduction", section.introduction
        for page in section.pages:
            for question in page.questions:
                yield from question.texts()
    for check in questionnaire.checks:
        yield f"check.{check.name}.text", check.text
    for name, picture in questionnaire.pictures.items():
        if picture.alt is not None:
            yield f"picture.{name}.alt", picture.alt
        if picture.description is not None:
            yield f"picture.{name}.description", picture.description


@dataclass(frozen=True)
class LanguageState:
    """How far one language is: which keys want work, and whether a native speaker has signed."""

    language: str
    untranslated: tuple[str, ...]
    stale: tuple[str, ...]
    unknown: tuple[str, ...]
    reviewed: bool

    @property
    def whole(self) -> bool:
        """Nothing would fall back to another language half way."""
        return not self.untranslated and not self.stale


def state_of(questionnaire: Questionnaire, language: str) -> LanguageState:
    """The state of one language; the source language is always whole and reviewed."""
    if language == questionnaire.source_language:
        return LanguageState(language, (), (), (), True)
    translation = questionnaire.translations.get(language)
    texts = translation.texts if translation else {}
    source = sources(questionnaire)
    ready = {key for key, text in texts.items() if text.state != "untranslated"}
    stale = tuple(k for k in source if k in ready and texts[k].of != fingerprint(source[k]))
    signed = bool(translation and translation.reviewer)
    return LanguageState(
        language,
        untranslated=tuple(key for key in source if key not in ready),
        stale=stale,
        unknown=tuple(key for key in texts if key not in source),
        reviewed=signed and all(texts[k].state == "reviewed" for k in source if k in ready),
    )


def languages(questionnaire: Questionnaire, unreviewed: bool) -> dict[str, bool]:
    """The languages a resident may be offered, each with whether it has been reviewed."""
    states = [state_of(questionnaire, questionnaire.source_language)]
    states += [state_of(questionnaire, language) for language in questionnaire.translations]
    return {s.language: s.reviewed for s in states if s.whole and (s.reviewed or unreviewed)}


def texts_in(questionnaire: Questionnaire, language: str) -> Mapping[str, str]:
    """Every text in `language`; a text that is not there is in the source language."""
    translation = questionnaire.translations.get(language)
    translated = translation.texts if translation else {}
    return {
        key: translated[key].text if key in translated else source
        for key, source in sources(questionnaire).items()
    }
