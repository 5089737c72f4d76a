"""Reading ages: syllables as a dictionary counts them, grades as the formula gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage.questionnaire.readability import reading_age, syllables

DICTIONARY = {
    1: "smart boxed smile called loved league queue true friend whole asked used the",
    2: "city table people boxes houses buses uses quiet poem science language question "
    "household private parking",
    3: "camera library electric museum video radio piano area idea disabled hospital "
    "company opinion internet visited services",
    4: "information appropriate delivery comfortable community technology",
    5: "electricity university",
    6: "accessibility responsibility",
}  # fmt: skip
"""Counts of the Carnegie Mellon pronouncing dictionary."""


@pytest.mark.parametrize(("count", "words"), DICTIONARY.items())
def test_syllables_are_counted_as_in_a_dictionary(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_grade_is_that_of_the_formula() -> None:
    # 12 words, 2 sentences, 14 syllables: 0.39 * 6 + 11.8 * 14 / 12 - 15.59, and five years.
    text = "The dog ran to the park. It saw a cat by water."
    assert reading_age(text) == pytest.approx(5.0)
    # 8 words in one sentence, 20 syllables.
    hard = (
        "Municipal electricity consumption information determines university accessibility policy."
    )
    heard = sum(map(syllables, hard.rstrip(".").split()))
    assert reading_age(hard) == pytest.approx(0.39 * 8 + 11.8 * heard / 8 - 15.59 + 5)


def test_what_is_quoted_counts_as_a_word() -> None:
    assert reading_age("You told us {option}. Is that right?") == pytest.approx(
        reading_age("You told us words. Is that right?"), abs=0.01
    )


@given(st.text(max_size=200))
def test_any_text_has_an_age(text: str) -> None:
    assert reading_age(text) >= 5
