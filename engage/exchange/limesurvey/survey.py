"""A LimeSurvey survey as it is, whichever version wrote the file: groups, questions, texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .tables import Row

Words = Mapping[str, str]
"""One text by language: in this module by LimeSurvey's own tag, elsewhere by ours."""


@dataclass(frozen=True)
class Answer:
    """An answer option of a question; `scale` is 1 for the second scale of a dual scale."""

    code: str
    scale: str
    label: Words
    assessment: str = "0"


@dataclass(frozen=True)
class Subquestion:
    """A row of an array, an option of a multiple choice, a field of several."""

    qid: str
    code: str
    scale: str
    text: Words
    relevance: str = ""


@dataclass
class Question:
    """One question. `used` collects the attributes that somebody has asked for."""

    qid: str
    gid: str
    kind: str
    code: str
    text: Words
    help: Words
    row: Row
    attributes: Mapping[str, Words]
    subquestions: tuple[Subquestion, ...] = ()
    answers: tuple[Answer, ...] = ()
    conditions: tuple[Row, ...] = ()
    used: set[str] = field(default_factory=set)

    @property
    def place(self) -> str:
        """Where a note says that something stands."""
        return f"question {self.code or '?'} ({self.qid})"

    @property
    def other(self) -> bool:
        """Whether there is a field for another answer."""
        return self.row.get("other") == "Y"

    def attribute(self, name: str) -> str:
        """An attribute without a language; empty if it is not set."""
        self.used.add(name)
        values = self.attributes.get(name, {})
        return values.get("") or next((value for value in values.values() if value), "")

    def texts(self, name: str) -> Words:
        """An attribute that is a text in each language."""
        self.used.add(name)
        return self.attributes.get(name, {})

    def is_set(self, name: str) -> bool:
        """Whether a switch is on."""
        return self.attribute(name) in ("1", "Y")

    def rows_of(self, scale: str = "0") -> tuple[Subquestion, ...]:
        """The subquestions of one axis."""
        return tuple(each for each in self.subquestions if each.scale == scale)

    def answers_of(self, scale: str = "0") -> tuple[Answer, ...]:
        """The answers of one scale."""
        return tuple(each for each in self.answers if each.scale == scale)


@dataclass
class Group:
    """A group of questions, in their order."""

    gid: str
    name: Words
    description: Words
    relevance: str = ""
    random: str = ""
    questions: list[Question] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Where a note says that something stands."""
        name = next((text for text in self.name.values() if text), "")
        return f"group {name[:60]} ({self.gid})" if name else f"group {self.gid}"


@dataclass
class Survey:
    """The whole survey. `texts` are the rows of surveys_languagesettings by language."""

    sid: str
    language: str
    languages: tuple[str, ...]
    settings: Row
    texts: Mapping[str, Row]
    groups: list[Group]
    stray: tuple[str, ...] = ()
    """What belongs to nothing in the file, as places."""

    def text(self, column: str) -> Words:
        """A text of the survey by language."""
        return {language: row.get(column, "") for language, row in self.texts.items()}

    def questions(self) -> list[Question]:
        """All questions in order."""
        return [question for group in self.groups for question in group.questions]
