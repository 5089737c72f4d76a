"""A questionnaire in which one answer bears on another: quoted, repeated, put in order, checked."""

import copy
import json
from collections.abc import Callable
from typing import Any

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.texts import sources
from engage.questionnaire.translation import Translation, fingerprint
from tests.core.small import small

Plain = dict[str, Any]
URDU = "اردو"

_PREFER_NOT = {"code": "prefer_not", "label": "Prefer not to say", "missing": True}
_WAYS = [{"code": "bus", "label": "By bus"}, {"code": "bike", "label": "By bike"}]
_WAYS += [{"code": "walk", "label": "On foot"}]


def _is(variable: str, value: str) -> Plain:
    return {"is": {"variable": variable, "value": value}}


def _page(name: str, *questions: Plain, **more: Any) -> Plain:
    return {"name": name, "questions": list(questions), **more}


def _question(kind: str, name: str, text: str, **more: Any) -> Plain:
    return {"kind": kind, "name": name, "text": text, **more}


def _hours(name: str) -> Plain:
    return _question("number", name, f"How many hours of {name}?", least=0, most=168)


_LISTS: Plain = {
    "ways": {"codes": [*_WAYS, {"code": "none", "label": "None", "exclusive": True}, _PREFER_NOT]},
    "best": {
        "codes": [
            *({**way, "ask_if": _is("ways", str(way["code"]))} for way in _WAYS),
            {"code": "unsure", "label": "Not sure"},
        ]
    },
    "ward": {
        "codes": [{"code": "E05", "label": "Bletchley"}, {"code": "E06", "label": "Wolverton"}]
    },
    "yes_no": {"codes": [{"code": "yes", "label": "Yes"}, {"code": "no", "label": "No"}]},
}
_START = [
    _page("consent", _question("consent", "consent", "Agree?", agree="I agree")),
    _page("welcome", _question("statement", "welcome", "Welcome", body="Two parts.\n\nThen more.")),
    _page("home", _question("place", "home", "Where do you live?")),
    _page(
        "ways",
        _question(
            "multiple_choice", "ways", "How do you get about?", code_list="ways", order="ways_order"
        ),
    ),
    _page(
        "best",
        _question(
            "single_choice",
            "best",
            "Near {home} you go {ways}. Which is best?",
            code_list="best",
            hint="Think of {home}.",
        ),
    ),
    _page("some", _question("multiple_choice", "some", "Which are good?", code_list="best")),
    _page("ward", _question("area", "ward", "Which ward is it?", code_list="ward", postcode=True)),
]
_REPEATED = [
    _page(
        "ease",
        _question(
            "scale",
            "ease",
            "{option}: how easy is it?",
            low="Hard",
            high="Easy",
            missing=[{"code": "prefer_not", "label": "Prefer not to say"}],
        ),
    ),
    _page(
        "more",
        _question("short_text", "why", "Why is that {ease} for you?"),
        _question(
            "grid",
            "parts",
            "What about these?",
            code_list="yes_no",
            rows=[
                {"name": "cost", "text": "Its cost"},
                {"name": "speed", "text": "{option}, fast"},
            ],
        ),
        ask_if={"at_least": {"variable": "ease", "value": 3}},
    ),
]
_VIEWS = [
    _page("first", _question("single_choice", "first", "Is it first?", code_list="yes_no")),
    _page("second", _question("single_choice", "second", "Is it second?", code_list="yes_no")),
    _page(
        "third",
        _question("single_choice", "third", "Is it third?", code_list="yes_no"),
        _question(
            "grid",
            "fourth",
            "Are they?",
            code_list="yes_no",
            order="fourth_order",
            rows=[{"name": f"row_{n}", "text": f"Row {n}"} for n in "abcd"],
        ),
        order="third_order",
    ),
]
_SECTIONS = [
    {"name": "start", "title": "Start", "pages": _START},
    {
        "name": "week",
        "title": "Your week",
        "introduction": "It has 168 hours.",
        "pages": [_page("work", _hours("work")), _page("rest", _hours("rest"))],
    },
    {
        "name": "each",
        "title": "About {option}",
        "introduction": "Near {home}, {option}.",
        "repeat": {"variable": "ways"},
        "pages": _REPEATED,
    },
    {
        "name": "views",
        "title": "Views",
        "introduction": "Think.",
        "order": "views_order",
        "pages": _VIEWS,
    },
    {
        "name": "equality",
        "title": "About you",
        "equality": True,
        "ask_if": {"not": _is("ways", "prefer_not")},
        "pages": [
            _page("why-we-ask", _question("statement", "why_we_ask", "Why we ask")),
            _page(
                "tired", _question("single_choice", "tired", "Are you tired?", code_list="yes_no")
            ),
        ],
    },
]
_CHECKS = [
    {
        "name": "hours_week",
        "if": {"total_at_least": {"variables": ["work", "rest"], "value": 169}},
        "text": "You counted {work} and {rest} hours. A week has 168.",
    },
    {
        "name": "nowhere",
        "if": {"all": [_is("ways", "none"), {"at_least": {"variable": "work", "value": 100}}]},
        "text": "You never get about, and work {work} hours.",
    },
]
_LOGIC: Plain = {
    **{key: small()[key] for key in ("format", "source_language", "about")},
    "survey": "logic",
    "title": "A survey that listens",
    "code_lists": _LISTS,
    "sections": _SECTIONS,
    "checks": _CHECKS,
}


def logic(change: Callable[[Plain], Any] = id) -> Plain:
    """The document as plain data, with a change made to it."""
    plain = copy.deepcopy(_LOGIC)
    change(plain)
    return plain


def questionnaire(change: Callable[[Plain], Any] = id, urdu: bool = False) -> Questionnaire:
    """The document read; `urdu`: with every text also in what passes for Urdu."""
    found = document.read(json.dumps(logic(change)))
    if not urdu:
        return found
    texts = {
        key: {"text": f"{URDU} {text}", "of": fingerprint(text), "state": "machine"}
        for key, text in sources(found).items()
    }
    return document.with_translations(found, {"ur": Translation.model_validate({"texts": texts})})
