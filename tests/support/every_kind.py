"""A survey with a page for each kind of question, in English and Urdu."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engage.questionnaire import document
from engage.questionnaire.texts import sources
from engage.questionnaire.translation import fingerprint
from tests.support.databases import NewDatabase
from tests.support.every_kind_in_urdu import URDU
from tests.support.serving import Server

SURVEY = "every-kind"
WARDS = {
    "bletchley_east": "Bletchley East",
    "bletchley_park": "Bletchley Park",
    "bradwell": "Bradwell",
    "broughton": "Broughton",
    "central": "Central Milton Keynes",
    "danesborough": "Danesborough and Walton",
    "loughton": "Loughton and Shenley",
    "monkston": "Monkston",
    "olney": "Olney",
    "stantonbury": "Stantonbury",
    "stony_stratford": "Stony Stratford",
    "tattenhoe": "Tattenhoe",
    "wolverton": "Wolverton",
    "woughton": "Woughton and Fishermead",
}
LANGUAGES = {
    "ar": "العربية", "bn": "বাংলা", "cs": "Čeština", "en": "English", "es": "Español",
    "fr": "Français", "gu": "ગુજરાતી", "hu": "Magyar", "pl": "Polski", "pt": "Português",
    "ro": "Română", "so": "Soomaali", "tr": "Türkçe", "ur": "اردو", "zh": "中文",
}  # fmt: skip
PREFER_NOT = {"code": "prefer_not", "label": "Prefer not to say"}
DONT_KNOW = {"code": "dont_know", "label": "I do not know"}
BOTH = [DONT_KNOW, PREFER_NOT]

Plain = dict[str, Any]


def codes(labels: dict[str, str], *more: Plain) -> Plain:
    """A code list of these labels, and of codes that have more to them."""
    listed = [{"code": code, "label": label} for code, label in labels.items()]
    return {"codes": [*listed, *more]}


LISTS = {
    "often": codes(
        {"weekly": "Every week", "less": "Less often", "never": "Never"},
        {**PREFER_NOT, "missing": True},
    ),
    "speaks": codes(LANGUAGES, {**PREFER_NOT, "missing": True}),
    "ways": codes(
        {"bus": "Bus", "bike": "Bike", "car": "Car", "walk": "On foot"},
        {"code": "none", "label": "None of these", "exclusive": True},
        {**PREFER_NOT, "missing": True},
    ),
    "ward": codes(WARDS, *({**each, "missing": True} for each in BOTH)),
    "wishes": codes(
        {"seats": "More seats", "trees": "More trees", "light": "Better light", "art": "Art"}
    ),
    "mood": codes({"park": "The park", "square": "The square", "neither": "Neither"}),
}
QUESTIONS: list[Plain] = [
    {"kind": "statement", "name": "words", "text": "What the words mean",
     "body": "A redway is a path for people on foot and on bikes.\n\nA grid road is for cars."},
    {"kind": "single_choice", "name": "visits", "text": "How often do you come to the centre?",
     "code_list": "often"},
    {"kind": "single_choice", "name": "speaks", "text": "Which language do you speak at home?",
     "hint": "Your main one, if there are several.", "code_list": "speaks"},
    {"kind": "multiple_choice", "name": "ways", "text": "How do you get there?",
     "hint": "Choose two at most.", "code_list": "ways", "most": 2},
    {"kind": "number", "name": "distance", "text": "How far is the bus stop from your home?",
     "hint": "Your best guess is fine.", "least": 0, "most": 5000, "decimals": 1,
     "unit": "metres", "missing": BOTH},
    {"kind": "scale", "name": "safe", "text": "How safe do you feel after dark?",
     "low": "Not safe at all", "high": "Very safe", "missing": [PREFER_NOT]},
    {"kind": "grid", "name": "easy", "text": "How often do you use these?", "code_list": "often",
     "rows": [{"name": "easy_bus", "text": "Buses"}, {"name": "easy_bike", "text": "Redways"}]},
    {"kind": "ranking", "name": "wishes", "text": "What would make the centre better?",
     "hint": "Choose up to 3.", "code_list": "wishes", "most": 3, "missing": BOTH},
    {"kind": "short_text", "name": "best", "text": "What do you like best there?", "limit": 40,
     "missing": [PREFER_NOT]},
    {"kind": "long_text", "name": "story", "text": "Tell us about your last visit",
     "hint": "Please name no one.", "limit": 200, "missing": [PREFER_NOT]},
    {"kind": "date", "name": "day", "text": "When were you last there?", "latest": "2026-11-30",
     "earliest": "2000-01-01", "missing": BOTH},
    {"kind": "month", "name": "moved", "text": "When did you move here?",
     "hint": "Your best guess is fine.", "earliest": "1967-01", "latest": "2026-11",
     "missing": [DONT_KNOW]},
    {"kind": "area", "name": "ward", "text": "Which ward do you live in?",
     "hint": "A ward is an area with its own councillors.", "code_list": "ward",
     "postcode": True},
    {"kind": "place", "name": "spot", "text": "Where would you put a new bench?",
     "hint": "For example beside a playground. Please give no home address.", "limit": 60,
     "missing": [DONT_KNOW]},
    {"kind": "picture", "name": "look", "text": "Who is this place made for?",
     "pictures": ["square"], "limit": 100, "missing": [DONT_KNOW]},
    {"kind": "picture", "name": "seen", "text": "Which would you rather walk through?",
     "pictures": ["park", "square"], "code_list": "mood"},
]  # fmt: skip
PICTURES: Plain = {
    "park": {"file": "park.svg", "alt": "A green park with three round trees"},
    "square": {
        "file": "square.svg",
        "alt": "A paved square with a tall house",
        "description": "The paving is grey and bare.\n\nThe house has six windows and no door.",
    },
}
_DRAWN = {
    "park.svg": '<rect width="640" height="400" fill="#dcebe4"/><g fill="#0a5a46">'
    '<circle cx="120" cy="200" r="80"/><circle cx="320" cy="170" r="95"/>'
    '<circle cx="520" cy="210" r="75"/></g>',
    "square.svg": '<rect width="640" height="400" fill="#cbd6d0"/>'
    '<path d="M220 60h200v280H220z" fill="#44524d"/>',
}


def questionnaire() -> Plain:
    """The document as plain data; every page has the name of its question, with hyphens.

    One question is called "seen", as a field of the page itself might be.
    """
    words = ("summary", "operator", "purpose", "privacy", "other_ways", "next_steps", "contact")
    agree = {"kind": "consent", "name": "consent", "text": "Do you agree?", "agree": "I agree"}
    sections = [("start", "Before we start", [agree]), ("kinds", "The centre", QUESTIONS)]
    return {
        "format": 1,
        "survey": SURVEY,
        "source_language": "en",
        "title": "Every kind of question",
        "about": {**dict.fromkeys(words, "Words"), "minutes": 5},
        "code_lists": LISTS,
        "pictures": PICTURES,
        "sections": [
            {"name": name, "title": title, "pages": [_page(question) for question in questions]}
            for name, title, questions in sections
        ],
    }


def _page(question: Plain) -> Plain:
    return {"name": question["name"].replace("_", "-"), "questions": [question]}


def write(folder: Path) -> Path:
    """The questionnaire with its pictures and its Urdu texts as files; the path of its document."""
    plain = questionnaire()
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for name, shapes in _DRAWN.items():
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">{shapes}</svg>'
        (folder / "pictures" / name).write_text(svg, encoding="utf-8")
    texts = {
        key: {"text": URDU.get(text, text), "of": fingerprint(text), "state": "machine"}
        for key, text in sources(document.validated(plain)).items()
    }
    urdu = {"language": "ur", "reviewer": None, "texts": texts}
    (folder / f"{SURVEY}.ur.json").write_text(json.dumps(urdu), encoding="utf-8")
    path = folder / f"{SURVEY}.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


def write_postcodes(folder: Path) -> Path:
    """A look-up file with one postcode."""
    path = folder / "postcodes.csv"
    path.write_text("postcode,code\nMK12 5NN,wolverton\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def every_kind(
    new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server with this survey open, and one postcode known; shared by the tests of a module."""
    with new_database("migrated") as url:
        folder = tmp_path_factory.mktemp("every-kind")
        server = Server(tmp_path_factory.mktemp("instance"), url, {"offer_unreviewed": "1"})
        server.engage("survey", "import", write(folder))
        server.engage("area", "import", write_postcodes(folder), "--list", "ward")
        server.start()
        yield server
        server.stop()
