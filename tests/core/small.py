"""A small questionnaire that has one of everything, for tests that change one thing about it."""

import copy
from collections.abc import Callable
from typing import Any

Plain = dict[str, Any]

_WORDS = ("summary", "operator", "purpose", "privacy", "other_ways", "next_steps", "contact")
_YES_NO = [{"code": "yes", "label": "Yes"}, {"code": "no", "label": "No"}]
_PREFER_NOT = {"code": "prefer_not", "label": "Prefer not to say", "missing": True}
_SMALL: Plain = {
    "format": 1,
    "survey": "small",
    "source_language": "en",
    "title": "A small survey",
    "about": {**dict.fromkeys(_WORDS, "Words"), "minutes": 3},
    "mode_variable": "answering",
    "code_lists": {
        "answering": {
            "codes": [{"code": "web", "label": "Here"}, {"code": "assisted", "label": "Helped"}]
        },
        "yes_no": {"codes": [*_YES_NO, _PREFER_NOT]},
        "sex": {
            "codes": [
                {"code": "female", "label": "Female"},
                {"code": "male", "label": "Male"},
                _PREFER_NOT,
            ]
        },
        "age": {
            "codes": [{"code": code, "label": code} for code in ("16-34", "35-64", "65+")],
            "groupings": [
                {
                    "groups": [
                        {"code": "16-64", "label": "16 to 64", "codes": ["16-34", "35-64"]},
                        {"code": "65+", "label": "65+", "codes": ["65+"]},
                    ]
                }
            ],
        },
        "ways": {
            "codes": [
                {"code": "bus", "label": "By bus"},
                {"code": "bike", "label": "By bike"},
                {"code": "walk", "label": "On foot"},
                {"code": "none", "label": "None of these", "exclusive": True},
                _PREFER_NOT,
            ]
        },
    },
    "sections": [
        {
            "name": "start",
            "title": "Start",
            "pages": [
                {
                    "name": "consent",
                    "questions": [
                        {"kind": "consent", "name": "consent", "text": "Agree?", "agree": "I agree"}
                    ],
                }
            ],
        },
        {
            "name": "middle",
            "title": "Middle",
            "introduction": "Now for more.",
            "pages": [
                {
                    "name": "answering",
                    "questions": [
                        {
                            "kind": "single_choice",
                            "name": "answering",
                            "text": "How are you answering?",
                            "code_list": "answering",
                        }
                    ],
                },
                {
                    "name": "ways",
                    "questions": [
                        {
                            "kind": "multiple_choice",
                            "name": "ways",
                            "text": "How do you get about?",
                            "hint": "Choose two at most.",
                            "code_list": "ways",
                            "most": 2,
                        }
                    ],
                },
                {
                    "name": "often",
                    "ask_if": {"any_of": {"variable": "ways", "values": ["bus", "bike"]}},
                    "questions": [
                        {
                            "kind": "grid",
                            "name": "often",
                            "text": "Is it easy?",
                            "code_list": "yes_no",
                            "rows": [
                                {
                                    "name": "often_bus",
                                    "text": "Bus",
                                    "ask_if": {"is": {"variable": "ways", "value": "bus"}},
                                },
                                {
                                    "name": "often_bike",
                                    "text": "Bike",
                                    "ask_if": {"is": {"variable": "ways", "value": "bike"}},
                                },
                            ],
                        }
                    ],
                },
            ],
        },
        {
            "name": "more",
            "title": "More",
            "pages": [
                {
                    "name": "numbers",
                    "questions": [
                        {
                            "kind": "scale",
                            "name": "content",
                            "text": "How content are you?",
                            "low": "Not",
                            "high": "Very",
                            "missing": [{"code": "prefer_not", "label": "Prefer not to say"}],
                        },
                        {
                            "kind": "number",
                            "name": "distance",
                            "text": "How far is the bus stop?",
                            "least": 0,
                            "most": 50,
                            "decimals": 1,
                            "unit": "km",
                        },
                    ],
                },
                {
                    "name": "words",
                    "questions": [
                        {"kind": "short_text", "name": "place", "text": "Where?", "limit": 20},
                        {"kind": "long_text", "name": "story", "text": "Tell us", "limit": 100},
                    ],
                },
            ],
        },
        {
            "name": "equality",
            "title": "About you",
            "equality": True,
            "pages": [
                {
                    "name": "sex",
                    "questions": [
                        {
                            "kind": "single_choice",
                            "name": "sex",
                            "text": "What is your sex?",
                            "code_list": "sex",
                        }
                    ],
                },
                {
                    "name": "age",
                    "questions": [
                        {
                            "kind": "single_choice",
                            "name": "age",
                            "text": "How old are you?",
                            "code_list": "age",
                        }
                    ],
                },
            ],
        },
    ],
    "derived": [
        {
            "name": "rides",
            "title": "Rides",
            "code_list": "yes_no",
            "cases": [
                {"code": "yes", "if": {"any_of": {"variable": "ways", "values": ["bus", "bike"]}}}
            ],
            "otherwise": "no",
        }
    ],
    "classifications": [
        {
            "variable": "sex",
            "title": "Sex",
            "population": {
                "dimension": "sex",
                "codes": {"female": ["female"], "male": ["male"]},
            },
        },
        {"variable": "age", "title": "Age"},
    ],
    "tables": [{"question": "ways", "by": ["sex", "age"]}, {"question": "rides", "by": ["sex"]}],
}


def small() -> Plain:
    """The document as plain data that the caller may change."""
    return copy.deepcopy(_SMALL)


def edited(change: Callable[[Plain], Any]) -> Plain:
    """The document with one change made."""
    plain = small()
    change(plain)
    return plain
