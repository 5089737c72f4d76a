"""Quoting: what somebody has answered, in the words of the page, for a text that refers to it."""

from babel.lists import format_list
from flask_babel import get_locale, pgettext

from engage.questionnaire.routing import Route
from engage.web.instrument import Instrument


def in_words(instrument: Instrument, way: Route, variable: str) -> str:
    """The answer to a question of the route; where there is none, words that say so."""
    if variable in way.answers and variable not in way.blank:
        shown = instrument.shown(variable, way.answers[variable], within=True)
        if shown:
            return str(format_list(shown, locale=get_locale()))
    return str(pgettext("piped", "(no answer)"))
