"""The kinds of question: a file, a template, a docs entry and a line below for each."""

from typing import Annotated

from pydantic import Field

from .area import Area
from .consent import Consent
from .date import Date
from .grid import Grid
from .listed import Listed
from .long_text import LongText
from .missing import Missable
from .month import Month
from .multiple_choice import MultipleChoice
from .number import Number
from .picture import Picture
from .place import Place
from .question import Question
from .ranking import Ranking
from .scale import Scale
from .short_text import ShortText
from .single_choice import SingleChoice
from .statement import Statement

KINDS: tuple[type[Question], ...] = (
    Consent,
    Statement,
    SingleChoice,
    MultipleChoice,
    Number,
    Scale,
    Grid,
    Ranking,
    ShortText,
    LongText,
    Date,
    Month,
    Area,
    Place,
    Picture,
)

AnyKind = Annotated[
    Consent
    | Statement
    | SingleChoice
    | MultipleChoice
    | Number
    | Scale
    | Grid
    | Ranking
    | ShortText
    | LongText
    | Date
    | Month
    | Area
    | Place
    | Picture,
    Field(discriminator="kind"),
]

__all__ = [
    "KINDS",
    "AnyKind",
    "Area",
    "Consent",
    "Date",
    "Grid",
    "Listed",
    "LongText",
    "Missable",
    "Month",
    "MultipleChoice",
    "Number",
    "Picture",
    "Place",
    "Question",
    "Ranking",
    "Scale",
    "ShortText",
    "SingleChoice",
    "Statement",
]
