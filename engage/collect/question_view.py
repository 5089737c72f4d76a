"""One question as its template wants it: texts, options, what was typed, and what is amiss."""

from dataclasses import dataclass, field

from engage.questionnaire.kinds import Missable, Picture, Question, Ranking
from engage.questionnaire.kinds.parted import Parted
from engage.web import dates
from engage.web.instrument import Instrument, Option
from engage.web.pictures import ShownPicture, paragraphs

MOST_RADIOS = 12
"""A longer list of options is one to look things up in."""


@dataclass
class QuestionView:
    """One question as its template wants it. `faulty`: the fields that cannot stay as they are."""

    question: Question
    text: str
    hint: str
    options: tuple[Option, ...]
    typed: dict[str, list[str]]
    mistakes: dict[str, str]
    texts: Instrument
    faulty: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: list[tuple[str, str]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.question.kind

    @property
    def name(self) -> str:
        return self.question.name

    @property
    def mistake(self) -> str:
        """The first mistake of the question; of a grid, each row has its own."""
        return self.mistakes.get(self.name, "")

    def value(self, field: str = "") -> str:
        """The one thing typed in a field; in the only one if none is named."""
        typed = self.typed.get(field or self.name) or [""]
        return typed[0]

    def is_faulty(self, field: str) -> bool:
        """Whether a field is one that a mistake is about."""
        return any(field in fields for fields in self.faulty.values())

    def own(self, part: str) -> str:
        """A text of the question, such as its unit."""
        return self.texts.text(f"question.{self.name}.{part}")

    @property
    def paragraphs(self) -> list[str]:
        """The body of a statement, part by part."""
        return paragraphs(self.own("body"))

    @property
    def says_figures(self) -> bool:
        """Whether the hint has figures, so that it says already what is to be typed."""
        return any(letter.isdecimal() for letter in self.hint)

    @property
    def answers(self) -> tuple[Option, ...]:
        """The options that are answers."""
        return tuple(option for option in self.options if not option.missing)

    @property
    def ways_out(self) -> tuple[Option, ...]:
        """The options that are declared ways of not answering."""
        return tuple(option for option in self.options if option.missing)

    @property
    def way_out_field(self) -> str:
        """The name of the boxes for those, where they stand below a field."""
        if isinstance(self.question, Missable) and self.question.missing:
            return self.question.missing_field()
        return self.name

    @property
    def is_long(self) -> bool:
        """Whether the options are too many to be shown one below the other."""
        return len(self.answers) > MOST_RADIOS

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a date, as the reader's language puts them."""
        return dates.in_order(self.question.parts) if isinstance(self.question, Parted) else ()

    @property
    def example(self) -> str:
        """What may be typed for a date."""
        if not isinstance(self.question, Parted):
            return ""
        return dates.example(self.question.parts, *self.question.bounds())

    @property
    def places(self) -> range:
        """The places of a ranking."""
        lists = self.texts.questionnaire.code_lists
        whole = self.question.places(lists) if isinstance(self.question, Ranking) else 0
        return range(1, min(whole, len(self.answers)) + 1)

    @property
    def pictures_above(self) -> list[ShownPicture]:
        """The pictures that stand above the answers, not in them."""
        named = self.question.pictures if isinstance(self.question, Picture) else ()
        codes = {option.code for option in self.options}
        found = (self.texts.picture(name) for name in named if name not in codes)
        return [picture for picture in found if picture is not None]

    def picture_in(self, code: str) -> ShownPicture | None:
        """The picture of an option."""
        named = self.question.pictures if isinstance(self.question, Picture) else ()
        return self.texts.picture(code) if code in named else None
