"""Hypothesis strategies that draw whole questionnaires, and answers to them."""

import json
from datetime import date
from string import ascii_letters, digits
from typing import Any

from hypothesis import strategies as st

from engage.questionnaire import document

Plain = dict[str, Any]

TEXTS = st.sampled_from(["Word", "Two words", "سوال", "ąęś", "“quoted” & <b>", "1, 2; 3", "\t|"])
LETTERS = ascii_letters + digits


@st.composite
def code_lists(draw: st.DrawFn) -> Plain:
    """Two to six codes; some missing, some exclusive, perhaps merged in two nested levels."""
    names = draw(
        st.lists(
            st.text(LETTERS + "_.+-", min_size=1, max_size=6).filter(lambda c: c[0] in LETTERS),
            min_size=2,
            max_size=6,
            unique=True,
        )
    )
    codes: list[Plain] = [{"code": name, "label": draw(TEXTS)} for name in names]
    for code in codes[1:]:
        flag = draw(st.sampled_from(["", "", "missing", "exclusive"]))
        if flag:
            code[flag] = True
    made: Plain = {"codes": codes}
    valid = [code["code"] for code in codes if not code.get("missing")]
    if len(valid) > 1 and draw(st.booleans()):
        cut = draw(st.integers(1, len(valid) - 1))
        halves = [valid[:cut], valid[cut:]]
        levels = [[_group(f"g{at}", part) for at, part in enumerate(halves)]]
        levels += [[_group("g9", valid)]] if draw(st.booleans()) else []
        made["groupings"] = [{"groups": groups} for groups in levels]
    return made


def _group(code: str, codes: list[str]) -> Plain:
    return {"code": code, "label": code, "codes": codes}


@st.composite
def questions(draw: st.DrawFn, kind: str, name: str, lists: dict[str, Plain]) -> Plain:
    """One question of a kind, its name (and those of its rows) beginning with `name`."""
    made: Plain = {"kind": kind, "name": name, "text": draw(TEXTS)}
    if draw(st.booleans()):
        made["hint"] = draw(TEXTS)
    if kind in LISTED or (kind == "picture" and draw(st.booleans())):
        made["code_list"] = draw(st.sampled_from(sorted(lists)))
    if kind in MISSABLE or (kind == "picture" and "code_list" not in made):
        made["missing"] = draw(MISSING)
    return {**made, **draw(_OWN[kind](name))}


LISTED = ("single_choice", "multiple_choice", "grid", "ranking", "area")
MISSABLE = ("number", "scale", "ranking", "short_text", "long_text", "date", "month", "place")
MISSING = st.lists(
    st.sampled_from(["prefer_not", "dont_know"]).map(lambda code: {"code": code, "label": code}),
    max_size=2,
    unique_by=lambda each: each["code"],
)
"""Longer than any code of a drawn list, so never one of them."""


@st.composite
def _number(draw: st.DrawFn, name: str) -> Plain:
    least, most = sorted(draw(st.tuples(st.integers(-(10**6), 10**6), st.integers(-9, 10**9))))
    made: Plain = {"least": least, "most": most, "decimals": draw(st.integers(0, 6))}
    return {**made, "unit": "km"} if draw(st.booleans()) else made


@st.composite
def _scale(draw: st.DrawFn, name: str) -> Plain:
    made = {"least": draw(st.integers(0, 2)), "most": draw(st.integers(3, 10))}
    return {**made, "low": "little", "high": "much"}


@st.composite
def _grid(draw: st.DrawFn, name: str) -> Plain:
    count = draw(st.integers(1, 3))
    return {"rows": [{"name": f"{name}_{at}", "text": draw(TEXTS)} for at in range(count)]}


@st.composite
def _dated(draw: st.DrawFn, length: int) -> Plain:
    """Bounds of dates cut to months or days, one of them, both or none."""
    days = draw(st.lists(st.dates(date(1900, 1, 1), date(2100, 12, 31)), min_size=2, max_size=2))
    bounds = dict(zip(("earliest", "latest"), sorted(days), strict=True))
    kept = draw(st.sets(st.sampled_from(sorted(bounds))))
    return {end: day.isoformat()[:length] for end, day in bounds.items() if end in kept}


_OWN = {
    "consent": lambda _: st.just({"agree": "Yes"}),
    "statement": lambda _: st.sampled_from([{}, {"body": "One.\n\nTwo."}]),
    "single_choice": lambda _: st.just({}),
    "multiple_choice": lambda _: st.one_of(st.just({}), st.just({"most": 2})),
    "number": _number,
    "short_text": lambda _: st.builds(lambda n: {"limit": n}, st.integers(1, 40)),
    "long_text": lambda _: st.builds(lambda n: {"limit": n}, st.integers(1, 400)),
    "scale": _scale,
    "grid": _grid,
    "ranking": lambda _: st.one_of(st.just({}), st.builds(lambda n: {"most": n}, _UP_TO_7)),
    "date": lambda _: _dated(len("2026-05-17")),
    "month": lambda _: _dated(len("2026-05")),
    "area": lambda _: st.builds(lambda yes: {"postcode": yes}, st.booleans()),
    "place": lambda _: st.builds(lambda n: {"limit": n}, st.integers(1, 40)),
    "picture": lambda _: st.builds(
        lambda n: {"pictures": ["park"], "limit": n}, st.integers(1, 400)
    ),
}
_UP_TO_7 = st.integers(1, 7)
KINDS = tuple(_OWN)
PICTURES = {"park": {"file": "park.svg", "alt": "A park"}}


def variables_of(question: Plain) -> list[str]:
    """The variables of a question of the plain document."""
    if question["kind"] == "statement":
        return []
    return [row["name"] for row in question.get("rows", [question])]


@st.composite
def conditions(
    draw: st.DrawFn, earlier: dict[str, list[str]], numbers: set[str], depth: int = 2
) -> Plain:
    """A condition on the variables of `earlier`, each with its codes; some of them numbers."""
    if depth and draw(st.integers(0, 3)) == 0:
        part = conditions(earlier, numbers, depth - 1)
        operator = draw(st.sampled_from(["all", "any", "not"]))
        many = st.lists(part, min_size=1, max_size=3)
        return {operator: draw(part if operator == "not" else many)}
    variable = draw(st.sampled_from(sorted(earlier)))
    codes = earlier[variable]
    operators = ["answered", *(["is", "any_of"] if codes else [])]
    operators += ["at_least", "at_most"] if variable in numbers else []
    operator = draw(st.sampled_from(operators))
    of: Plain = {"variable": variable}
    if operator == "is":
        of["value"] = draw(st.sampled_from(codes))
    elif operator == "any_of":
        of["values"] = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3))
    elif operator != "answered":
        of["value"] = draw(st.integers(-5, 12))
    return {operator: of}


class _Writer:
    """Writes a document down while it is drawn: names stay unique, conditions look back."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lists = {f"list{at}": draw(code_lists()) for at in range(2)}
        self.earlier: dict[str, list[str]] = {"consent": ["yes"]}
        self.numbers: set[str] = set()
        self.count = 0

    def condition(self) -> Plain:
        asked = self.draw(st.integers(0, 2)) == 0
        return {"ask_if": self._condition()} if asked else {}

    def _condition(self) -> Plain:
        return self.draw(conditions(self.earlier, self.numbers))

    def page(self) -> Plain:
        self.count += 1
        condition, found = self.condition(), []
        for at in range(self.draw(st.integers(1, 2))):
            kind = self.draw(st.sampled_from(KINDS[1:]))
            question = self.draw(questions(kind, f"v{self.count}{'ab'[at]}", self.lists))
            for part in (question, *question.get("rows", [])):
                part |= self.condition()
            found.append(question)
        for question in found:
            listed = self.lists.get(question.get("code_list", ""), {"codes": []})
            codes = [code["code"] for code in listed["codes"]]
            codes += [code["code"] for code in question.get("missing", [])]
            self.earlier |= dict.fromkeys(variables_of(question), codes)
            if question["kind"] in ("number", "scale"):
                self.numbers.add(question["name"])
        return {"name": f"page-{self.count}", "questions": found, **condition}

    def section(self, name: str) -> Plain:
        condition = self.condition()
        pages = [self.page() for _ in range(self.draw(st.integers(1, 3)))]
        return {"name": name, "title": self.draw(TEXTS), "pages": pages, **condition}

    def derived(self, at: int) -> Plain:
        named = self.draw(st.sampled_from(sorted(self.lists)))
        codes = [code["code"] for code in self.lists[named]["codes"]]
        case = {"code": codes[0], "if": self._condition()}
        made: Plain = {"name": f"d{at}", "title": "Derived", "code_list": named, "cases": [case]}
        self.earlier[f"d{at}"] = codes
        return {**made, "otherwise": codes[1]} if self.draw(st.booleans()) else made


@st.composite
def plain_documents(draw: st.DrawFn) -> Plain:
    """A whole document as plain JSON data, sound by construction."""
    writer = _Writer(draw)
    consent = draw(questions("consent", "consent", {}))
    first = {"name": "consent", "questions": [consent]}
    sections = [{"name": "start", "title": "Start", "pages": [first]}]
    sections += [writer.section(f"section-{at}") for at in range(draw(st.integers(1, 3)))]
    sections[-1]["equality"] = draw(st.booleans())
    words = ("summary", "operator", "purpose", "privacy", "other_ways", "next_steps", "contact")
    return {
        "format": 1,
        "survey": "drawn",
        "source_language": "en",
        "title": draw(TEXTS),
        "about": {**dict.fromkeys(words, "Words"), "minutes": draw(st.integers(1, 120))},
        "code_lists": writer.lists,
        "pictures": PICTURES,
        "sections": sections,
        "derived": [writer.derived(at) for at in range(draw(st.integers(0, 2)))],
    }


def questionnaires() -> st.SearchStrategy[Any]:
    """A whole questionnaire."""
    return plain_documents().map(lambda plain: document.read(json.dumps(plain)))
