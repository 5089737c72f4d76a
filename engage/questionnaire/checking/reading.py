"""Texts that are hard to read, for English sources: advice, no more."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..problem import Problem
from ..readability import reading_age
from ..texts import sources

FEWEST_WORDS = 8
"""A shorter text has too few words for an average to say anything."""

OLDEST = 13
"""The aim is 9 to 11; a single text varies about its mean, so advice starts two years above."""


def reading(q: Questionnaire) -> Iterator[Problem]:
    """Each text whose reading age is over the limit, the keys of the document as places."""
    if q.source_language.partition("-")[0] != "en":
        return
    for key, text in sources(q).items():
        if len(text.split()) < FEWEST_WORDS or key.startswith(("about.contact", "about.address")):
            continue
        age = reading_age(text)
        if age > OLDEST:
            yield Problem("hard_to_read", key, {"age": round(age)}, advice=True)
