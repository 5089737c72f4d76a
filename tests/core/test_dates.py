"""Dates in the reader's language: read out, and asked for in its order."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from engage.web import dates

ALL = ("day", "month", "year")


@pytest.fixture(params=["en_GB", "pl", "ur", "ar", "zh_Hant"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context(), force_locale(request.param):
        yield request.param


def test_a_day_and_a_month(locale: str) -> None:
    day, month = {
        "en_GB": ("17 May 2026", "May 2026"),
        "pl": ("17 maja 2026", "maj 2026"),
        "ur": ("17 مئی، 2026", "مئی 2026"),
        "ar": ("17 مايو 2026", "مايو 2026"),
        "zh_Hant": ("2026年5月17日", "2026年5月"),
    }[locale]
    assert dates.in_words("2026-05-17") == day
    assert dates.in_words("2026-05") == month


def test_the_order_of_the_parts(locale: str) -> None:
    turned = locale == "zh_Hant"
    assert dates.in_order(ALL) == (ALL[::-1] if turned else ALL)
    assert dates.in_order(("month", "year")) == (("year", "month") if turned else ("month", "year"))
    example = dates.example(ALL, "1900-01-01", "2100-12-31")
    assert example == ("2026 5 17" if turned else "17 5 2026")


@pytest.mark.parametrize(
    ("bounds", "example"),
    [
        (("1900-01-01", "2026-03-09"), "9 3 2026"),
        (("2026-10-01", "2100-12-31"), "1 10 2026"),
        (("1900-01", "2100-12"), "5 2026"),
        (("2027-01", "2100-12"), "1 2027"),
    ],
)
def test_an_example_could_be_an_answer(bounds: tuple[str, str], example: str) -> None:
    parts = ALL if len(bounds[0]) > len("2026-05") else ALL[1:]
    assert dates.example(parts, *bounds) == example
