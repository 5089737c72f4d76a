"""What every kind of question has and answers to."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from unicodedata import category

from ..answers import NO_ANSWER, AnswerRow, Answers, Posted, Reading, Value
from ..codes import CodeList
from ..conditions import Condition
from ..frozen import Frozen, Name, Slug, Text

CodeLists = Mapping[str, CodeList]


class Question(Frozen, ABC):
    """One question. Its name is its variable's name, unless the kind says otherwise."""

    kind: str
    name: Name
    text: Text
    hint: Text | None = None
    ask_if: Condition | None = None
    service: Slug | None = None

    @property
    def is_conditional(self) -> bool:
        """Whether some respondents are not asked it, or are asked it only in part."""
        return self.ask_if is not None

    def variables(self) -> tuple[str, ...]:
        """The variables that this question fills, in order."""
        return (self.name,)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each text's stable key and its source."""
        yield f"question.{self.name}.text", self.text
        if self.hint is not None:
            yield f"question.{self.name}.hint", self.hint

    def code_list_of(self, variable: str, lists: CodeLists) -> CodeList | None:
        """The codes that tables count for `variable`; None where answers are not codes."""
        return None

    @abstractmethod
    def read(self, posted: Posted, lists: CodeLists) -> Reading:
        """Turn submitted fields into a value for each variable, or problems."""

    @abstractmethod
    def typed(self, variable: str, value: Value) -> list[str]:
        """The field values that `read` would turn into `value`."""

    def is_answer(self, variable: str, value: Value, lists: CodeLists) -> bool:
        """Whether `value` says something: not blank, not a declared missing code."""
        return value is not None and value != []

    @abstractmethod
    def rows(self, variable: str, value: Value, lists: CodeLists) -> list[AnswerRow]:
        """The rows that a response stores for an asked variable: one or more, never none."""

    @abstractmethod
    def value(self, rows: list[AnswerRow]) -> Value:
        """The inverse of `rows`."""

    def asked(self, answers: "Asker") -> "Question | None":
        """This question as it is asked of one respondent, or None."""
        return self if answers(self.ask_if) else None


class Asker(ABC):
    """Says whether a condition lets something be asked."""

    @abstractmethod
    def __call__(self, condition: Condition | None) -> bool: ...


def blank(variable: str) -> list[AnswerRow]:
    """Asked and left blank."""
    return [AnswerRow(variable, missing=NO_ANSWER)]


def first(posted: Posted, field: str) -> str:
    """A field's first value, clean of what no keyboard types; empty if it did not come."""
    values = posted.get(field) or [""]
    typed = values[0].replace("\r\n", "\n")
    # Joiners and direction marks stay: Urdu and Arabic need them.
    return "".join(c for c in typed if c in "\n\t" or category(c) not in ("Cc", "Cs")).strip()


__all__ = ["Answers", "Asker", "CodeLists", "Question", "blank", "first"]
