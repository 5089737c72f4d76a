"""Where population figures are from, whom they count, and what licence asks to be said."""

from flask_babel import pgettext

from engage.exchange.population import census
from engage.questionnaire.definition import Classification

from .comparing import Reached

ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0"
)
"""The words that the licence asks for; they are not translated."""

SUMMED = "sum of small-area counts"


def about(classification: Classification, reached: Reached) -> tuple[str, ...]:
    """What has to be said beside shares of the population; nothing where there are none."""
    dimension, declared = reached.dimension, classification.population
    if dimension is None or declared is None:
        return ()
    found = [
        pgettext(
            "census",
            "Shares of residents: 2021 census, table %(table)s, %(area)s.",
            table=dimension.source_table,
            area=census().area,
        )
    ]
    used = {code for codes in declared.codes.values() for code in codes}
    if used < set(dimension.counts):
        found.append(
            pgettext("census", "They are shares of the residents in the groups of this table only.")
        )
    else:
        found.append(
            pgettext(
                "census",
                "The census table counts %(universe)s. The survey does not ask all of them, so "
                "read its shares as a guide and not as an exact target.",
                universe=_universe(dimension.universe),
            )
        )
    if dimension.quality.startswith(SUMMED):
        found.append(
            pgettext(
                "census",
                "The figures are sums over small areas and can be off by about one in a thousand.",
            )
        )
    return tuple(map(str, found))


def _universe(words: str) -> str:
    known = {
        "all usual residents": pgettext("census", "all residents, children included"),
        "usual residents aged 3 and over": pgettext("census", "residents aged 3 and over"),
        "usual residents aged 16 and over": pgettext("census", "residents aged 16 and over"),
    }
    return str(known.get(words, words))
