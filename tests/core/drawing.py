"""Hypothesis strategies that draw whole questionnaires, and answers to them."""

import json
from typing import Any

from hypothesis import strategies as st

from engage.questionnaire import document

Plain = dict[str, Any]

TEXTS = st.sampled_from(["Word", "Two words", "سوال", "ąęś", "“quoted” & <b>", "1, 2; 3", "\t|"])
UNASKED = object()


@st.composite
def code_lists(draw: st.DrawFn) -> Plain:
    """Two to six codes; some missing, some exclusive, perhaps merged in two nested levels."""
    names = draw(
        st.lists(
            st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,5}", fullmatch=True),
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
    if kind in ("single_choice", "multiple_choice", "grid"):
        made["code_list"] = draw(st.sampled_from(sorted(lists)))
    return {**made, **draw(_OWN[kind](name))}


@st.composite
def _number(draw: st.DrawFn, name: str) -> Plain:
    least, most = sorted(draw(st.tuples(st.integers(-(10**6), 10**6), st.integers(-9, 10**9))))
    made: Plain = {"least": least, "most": most, "decimals": draw(st.integers(0, 6))}
    return {**made, "unit": "km"} if draw(st.booleans()) else made


@st.composite
def _scale(draw: st.DrawFn, name: str) -> Plain:
    made = {"least": draw(st.integers(0, 2)), "most": draw(st.integers(3, 10))}
    missing = [{"code": "prefer_not", "label": "No"}] if draw(st.booleans()) else []
    return {**made, "low": "little", "high": "much", "missing": missing}


@st.composite
def _grid(draw: st.DrawFn, name: str) -> Plain:
    count = draw(st.integers(1, 3))
    return {"rows": [{"name": f"{name}_{at}", "text": draw(TEXTS)} for at in range(count)]}


_OWN = {
    "consent": lambda _: st.just({"agree": "Yes"}),
    "single_choice": lambda _: st.just({}),
    "multiple_choice": lambda _: st.one_of(st.just({}), st.just({"most": 2})),
    "number": _number,
    "short_text": lambda _: st.builds(lambda n: {"limit": n}, st.integers(1, 40)),
    "long_text": lambda _: st.builds(lambda n: {"limit": n}, st.integers(1, 400)),
    "scale": _scale,
    "grid": _grid,
}
KINDS = tuple(_OWN)


def variables_of(question: Plain) -> list[str]:
    """The variables of a question of the plain document."""
    return [row["name"] for row in question.get("rows", [question])]


@st.composite
def conditions(draw: st.DrawFn, earlier: dict[str, list[str]], depth: int = 2) -> Plain:
    """A condition on the variables of `earlier`, each with the codes it may have."""
    if depth and draw(st.integers(0, 3)) == 0:
        part = conditions(earlier, depth - 1)
        operator = draw(st.sampled_from(["all", "any", "not"]))
        many = st.lists(part, min_size=1, max_size=3)
        return {operator: draw(part if operator == "not" else many)}
    variable = draw(st.sampled_from(sorted(earlier)))
    codes = earlier[variable]
    operators = ["answered", "at_least", "at_most", *(["is", "any_of"] if codes else [])]
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
        self.count = 0

    def condition(self) -> Plain:
        asked = self.draw(st.integers(0, 2)) == 0
        return {"ask_if": self.draw(conditions(self.earlier))} if asked else {}

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
            self.earlier |= dict.fromkeys(variables_of(question), codes)
        return {"name": f"page-{self.count}", "questions": found, **condition}

    def section(self, name: str) -> Plain:
        condition = self.condition()
        pages = [self.page() for _ in range(self.draw(st.integers(1, 3)))]
        return {"name": name, "title": self.draw(TEXTS), "pages": pages, **condition}

    def derived(self, at: int) -> Plain:
        named = self.draw(st.sampled_from(sorted(self.lists)))
        codes = [code["code"] for code in self.lists[named]["codes"]]
        case = {"code": codes[0], "if": self.draw(conditions(self.earlier))}
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
        "sections": sections,
        "derived": [writer.derived(at) for at in range(draw(st.integers(0, 2)))],
    }


def questionnaires() -> st.SearchStrategy[Any]:
    """A whole questionnaire."""
    return plain_documents().map(lambda plain: document.read(json.dumps(plain)))
