"""The kinds of question: a file, a template, a docs entry and a line below for each."""

from typing import Annotated

from pydantic import Field

from .consent import Consent
from .grid import Grid
from .long_text import LongText
from .multiple_choice import MultipleChoice
from .number import Number
from .question import Question
from .scale import Scale
from .short_text import ShortText
from .single_choice import SingleChoice

KINDS: tuple[type[Question], ...] = (
    Consent,
    SingleChoice,
    MultipleChoice,
    Number,
    ShortText,
    LongText,
    Scale,
    Grid,
)

AnyKind = Annotated[
    Consent | SingleChoice | MultipleChoice | Number | ShortText | LongText | Scale | Grid,
    Field(discriminator="kind"),
]

__all__ = [
    "KINDS",
    "AnyKind",
    "Consent",
    "Grid",
    "LongText",
    "MultipleChoice",
    "Number",
    "Question",
    "Scale",
    "ShortText",
    "SingleChoice",
]
