"""Piping: a text in which an earlier answer, or the option of a repeated section, is quoted."""

import re
from collections.abc import Mapping

from .definition import Questionnaire

OPTION = "option"
"""The name that stands for the option for which a section is repeated."""

QUOTING = ("question", "row", "section", "check")
"""The kinds of text, by the first word of their keys, that may quote an answer."""

FIRST_STRONG, POP = "\u2068", "\u2069"
_PLACE = re.compile(r"\{([a-z][a-z0-9_]{0,31})\}")
_DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def placeholders(text: str) -> tuple[str, ...]:
    """The names that stand in braces in a text, each once, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(text)))


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with words in place of the names that have some; others stay as they are.

    What is put in is not looked through again. It keeps its direction to itself: it is isolated,
    and has no sign or line end that would end its isolation.
    """
    return _PLACE.sub(
        lambda found: isolated(words[found[1]]) if found[1] in words else found[0], text
    )


def isolated(words: str) -> str:
    """Words whose direction is found from themselves and changes nothing around them."""
    return f"{FIRST_STRONG}{_DIRECTING.sub('', ' '.join(words.split()))}{POP}"


def spread(questionnaire: Questionnaire, texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a language, and those of repeated sections for each option, with its label."""
    found = dict(texts)
    for section in questionnaire.parts:
        origin = questionnaire.origin(section.name)
        if origin is None:
            continue
        key = f"{questionnaire.code_key(origin.variable)}.{origin.code}"
        option = {OPTION: texts.get(key, origin.code)}
        keys = [f"section.{section.name}.title", f"section.{section.name}.introduction"]
        keys += [k for page in section.pages for q in page.questions for k, _ in q.texts()]
        for key in keys:
            written = texts.get(questionnaire.source_key(key))
            if written is not None:
                found[key] = filled(written, option)
    return found


def quoted(questionnaire: Questionnaire, texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The texts, by key, that quote answers: each name that stands in one with its variable.

    In a repeated section a name means the section's own variable first.
    """
    found: dict[str, dict[str, str]] = {}
    for key, text in texts.items():
        kind, _, rest = key.partition(".")
        if "{" not in text or kind not in QUOTING:
            continue
        owner = rest.partition(".")[0]
        meant = {name: _meant(questionnaire, owner, name) for name in placeholders(text)}
        variables = {name: each for name, each in meant.items() if each in questionnaire.questions}
        if variables:
            found[key] = variables
    return found


def _meant(questionnaire: Questionnaire, owner: str, name: str) -> str:
    origin = questionnaire.origin(owner)
    if origin is None:
        return name
    own = f"{name}_{origin.code}"
    other = questionnaire.origin(own)
    return own if other is not None and other.template == name else name
