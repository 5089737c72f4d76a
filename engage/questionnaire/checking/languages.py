"""Languages: how far each is, and whether its texts quote what the source quotes."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..piping import placeholders
from ..problem import Parameter, Problem
from ..texts import sources, state_of


def languages(q: Questionnaire) -> Iterator[Problem]:
    """What is missing, stale or unreviewed in each language, and quotations that went astray."""
    total = len(sources(q))
    for language in q.translations:
        state = state_of(q, language)
        for code, keys in (
            ("texts_untranslated", state.untranslated),
            ("texts_stale", state.stale),
            ("texts_unknown", state.unknown),
        ):
            if keys:
                found: dict[str, Parameter] = {"count": len(keys), "total": total}
                found["first"] = keys[0]
                yield Problem(code, f"translations.{language}", found, advice=True)
        if not state.reviewed:
            yield Problem("not_reviewed", f"translations.{language}", advice=True)
        yield from _quoted(q, language)


def _quoted(q: Questionnaire, language: str) -> Iterator[Problem]:
    source = sources(q)
    for key, text in q.translations[language].texts.items():
        if key not in source or text.state == "untranslated":
            continue
        wanted, found = set(placeholders(source[key])), set(placeholders(text.text))
        place = f"translations.{language}.texts.{key}"
        for name in sorted(wanted - found):
            yield Problem("placeholder_dropped", place, {"name": name})
        for name in sorted(found - wanted):
            yield Problem("placeholder_invented", place, {"name": name})
