"""The document while it is written: its texts in every language, names, lists and pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from engage.questionnaire.piping import placeholders
from engage.questionnaire.translation import fingerprint

from .combining import Condition
from .languages import tags
from .naming import slugs, variables
from .piping import piped
from .plain_text import HARMLESS, plain_text
from .references import References
from .reporting import Report
from .survey import Question, Survey, Words
from .wording import words

Plain = dict[str, Any]
"""A part of the document in plain JSON form."""


@dataclass(frozen=True)
class Option:
    """One code of a list before it is written."""

    code: str
    label: Words
    exclusive: bool = False
    ask_if: Condition | None = None


class Manuscript:
    """What is being written, and what has been noted on the way."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.report = Report()
        self.tags = tags(survey.languages, self.report)
        self.source = next(iter(self.tags.values()))
        self.variables = variables()
        self.pages = slugs()
        self.references = References()
        self.code_lists: dict[str, Plain] = {}
        self.lists: dict[object, str] = {}
        self.checks: list[Plain] = []
        self.translated: dict[str, dict[str, Plain]] = {
            tag: {} for tag in self.tags.values() if tag != self.source
        }
        self.in_english: list[str] = []
        self.known: dict[str, Mapping[str, str]] = {}
        self.lowered: list[str] = []

    def plain(self, found: Words, place: str, answers: bool = True) -> dict[str, str]:
        """A text of the file by our tags: without HTML, with earlier answers piped."""
        result: dict[str, str] = {}
        for language, raw in found.items():
            tag = self.tags.get(language) if language else self.source
            if tag is None or tag in result:
                continue
            text = self._text(raw, place, tag, answers)
            if text.strip():
                result[tag] = text
        if result and self.source not in result:
            other = next(iter(result))
            self.report.add(
                place, f"no text in {self.source}", f"the text in {other} stands there instead"
            )
            result[self.source] = result[other]
        return result

    def _text(self, raw: str, place: str, tag: str, answers: bool) -> str:
        found = plain_text(raw)
        told = [name for name in found.tags if name not in HARMLESS]
        if told:
            self.report.share(place, f"HTML ({', '.join(told)})", "taken as plain text")
        elif found.tags:
            self.report.share(place, "HTML (only paragraphs and lines)", "taken as plain text")
        for picture in found.pictures:
            self.report.add(place, f"a picture ({picture})", "left out; add it under pictures")
        if found.cut:
            self.report.add(place, "a text longer than 10,000 characters", "cut off there")
        result = piped(found.text, self.references, self.known.get(tag, {}), answers)
        for what, why in result.lost:
            self.report.add(place, f"{what} in a text", f"… stands there instead: {why}")
        return result.text

    def said(self, name: str) -> dict[str, str]:
        """A word of LimeSurvey's own in the languages of this survey."""
        return dict(words(name, self.tags.values()))

    def say(self, key: str, found: Words) -> str:
        """Keep a text's translations under its key; its source text comes back."""
        source = found.get(self.source)
        if source is None:
            source = found["en"]
            self.in_english.append(key)
        quoted = set(placeholders(source))
        for tag, texts in self.translated.items():
            if tag not in found:
                continue
            if set(placeholders(found[tag])) != quoted:
                done = "left out: it quotes other answers than the text that it translates"
                self.report.add(f"text {key}, language {tag}", found[tag], done)
            else:
                texts[key] = {"text": found[tag], "of": fingerprint(source), "state": "translated"}
        return source

    def list_of(self, wanted: str, options: Iterable[Option]) -> str:
        """The name of a code list with these options: one that is there already, or a new one."""
        kept = list(options)
        like = tuple((o.code, tuple(o.label.items()), o.exclusive, str(o.ask_if)) for o in kept)
        if like in self.lists:
            return self.lists[like]
        name = wanted
        number = 2
        while name in self.code_lists:
            name, number = f"{wanted[:28]}_{number}", number + 1
        codes = []
        for option in kept:
            label = self.say(f"code_list.{name}.{option.code}", option.label)
            code: Plain = {"code": option.code, "label": label}
            if option.exclusive:
                code["exclusive"] = True
            if option.ask_if:
                code["ask_if"] = option.ask_if
            codes.append(code)
        self.code_lists[name] = {"codes": codes}
        self.lists[like] = name
        return name

    def ask(self, kind: str, name: str, text: Words, hint: Words | None = None) -> Plain:
        """A question with its texts; the kind's own fields are to be added."""
        asked: Plain = {"kind": kind, "name": name}
        asked["text"] = self.say(f"question.{name}.text", text)
        if hint:
            asked["hint"] = self.say(f"question.{name}.hint", hint)
        return asked

    def page(self, wanted: str, questions: list[Plain], ask_if: Condition | None = None) -> Plain:
        """A page; its name is made from the variable's."""
        page: Plain = {"name": self.pages.fresh(wanted, "page")}
        if ask_if:
            page["ask_if"] = ask_if
        page["questions"] = questions
        return page

    def variable(self, question: Question, wanted: str, place: str) -> str:
        """A new variable, named after LimeSurvey's own name for it."""
        name = self.variables.fresh(wanted, f"q{question.qid}")
        if name != wanted.lower():
            self.report.add(place, f'the name "{wanted}"', f'the variable is called "{name}" here')
        elif name != wanted:
            self.lowered.append(f"{wanted} → {name}")
        return name
