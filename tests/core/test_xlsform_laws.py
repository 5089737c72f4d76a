"""Whatever pyxform accepts becomes a questionnaire that can be opened, and nothing goes unsaid."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engage.exchange.refused import FileRefused
from engage.exchange.xlsform import read
from engage.questionnaire import document
from engage.questionnaire.checking import errors
from tests.core import forms

NAMES = ["a", "B-b", "c_c", "Über.x", "d1", "e" * 40, "meta_x", "consent_2"]
LISTS = ["yn", "Ways", "towns"]
CHOICES = [
    *forms.choices("yn", "yes", "no"),
    *forms.choices("Ways", "bus", "On-foot", "none", "_odd", "ä"),
    *forms.choices("towns", "t1", "t2", group="n"),
    *forms.choices("towns", "t3", group="s", media__image="t3.png"),
]
TYPES = [
    "text", "integer", "decimal", "date", "dateTime", "time", "note", "geopoint", "audio", "image",
    "barcode", "range", "acknowledge", "start", "today", "calculate", "percentage", "hidden",
    "select_one yn", "select_one towns", "select_one yn or_other", "select_multiple Ways",
    "select_multiple Ways or_other", "rank Ways", "select_one_from_file places.csv",
]  # fmt: skip
TESTS = [
    "{} = 'yes'", "{} > 3", "selected({}, 'bus')", "{} != ''", "not({} = 'no')", "{} = 'bus'",
    "count-selected({}) > 0", "{} + 1 > 2", "today() > {}", "false()", "if({} > 1, 'x', 'y') = 'x'",
]  # fmt: skip
CONSTRAINTS = [
    ". > 0 and . < 10", ". >= 2.5", ". <= today()", "string-length(.) < 20", "regex(., 'a')",
    ". < ${a}", "not(selected(., 'none') and count-selected(.) > 1)", "count-selected(.) <= 2",
    "count-selected(.) > 1", ". = '' or . > 3", ". >= date('2020-02-30')", ". > 9 and . < 3", "..",
]  # fmt: skip
CALCULATIONS = [
    "if(${a} > 3, 'big', 'small')", "${a} + 1", "concat(${a}, 'x')", "if(${a} = 'yes', 1, 0)",
    "jr:choice-name(${a}, '${a}')", "once(random())",
]  # fmt: skip
PARAMETERS = {
    "select_one towns": ["randomize=true"],
    "rank": ["randomize=true", "randomize=true seed=3"],
    "range": ["start=1 end=5 step=1", "start=0 end=100 step=0.5", "end=-4 start=4 step=2"],
    "text": ["rows=3"],
}

UNREACHED = ("never_holds", "page_unreachable")
"""What the form has already: pages that nobody can come to."""


@st.composite
def rows(draw: st.DrawFn, depth: int = 2) -> list[dict[str, Any]]:
    """Rows of a form, groups and repeats among them."""
    found: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["row", "row", "row", "group", "repeat"] if depth else ["row"]))
        if kind == "row":
            found.append(draw(row()))
            continue
        shown = draw(st.sampled_from(["", "", "field-list", "table-list"]))
        begin = {"type": f"begin_{kind}", "appearance": shown, **draw(named())}
        if kind == "repeat":
            begin["repeat_count"] = draw(st.sampled_from(["", "3", "count-selected(${c_c})"]))
        found += [begin, *draw(rows(depth - 1)), {"type": f"end_{kind}"}]
    return found


@st.composite
def named(draw: st.DrawFn) -> dict[str, Any]:
    """A name, perhaps a label and a condition."""
    other = f"${{{draw(st.sampled_from(NAMES))}}}"
    return {
        "name": draw(st.sampled_from(NAMES)),
        forms.LABEL: draw(st.sampled_from(["Words", "**Words** {a}", f"About {other}?", ""])),
        forms.POLISH: draw(st.sampled_from(["", "Słowa"])),
        "relevant": draw(st.sampled_from(["", "", *TESTS])).format(other),
    }


@st.composite
def row(draw: st.DrawFn) -> dict[str, Any]:
    """One row, with cells that may or may not suit it."""
    kind = draw(st.sampled_from(TYPES))
    made: dict[str, Any] = {"type": kind, **draw(named())}
    made[forms.LABEL] = made[forms.LABEL] or "Words"
    made["constraint"] = draw(st.sampled_from(["", "", *CONSTRAINTS]))
    made["hint"] = draw(st.sampled_from(["", "A hint"]))
    made["required"] = draw(st.sampled_from(["", "yes"]))
    if kind == "calculate":
        made["calculation"] = draw(st.sampled_from(CALCULATIONS))
    for start, parameters in PARAMETERS.items():
        if kind.startswith(start):
            made["parameters"] = draw(st.sampled_from(["", *parameters]))
    if kind == "select_one towns":
        made["choice_filter"] = draw(
            st.sampled_from(["", "group = ${a}", "group = 'n'", "group = 'q'"])
        )
        made["media::image"] = draw(st.sampled_from(["", "map.png", "a map.bmp"]))
    return made


def sound(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows, each name once, and nothing referred to that is not there."""
    seen: set[str] = set()
    for each in found:
        name = each.get("name", "")
        while name and name.lower() in seen:
            name += "x"
        seen.add(name.lower())
        each |= {"name": name} if name else {}
    names = [each["name"] for each in found if "name" in each and each["type"] != "audit"]
    for each in found:
        for column, cell in each.items():
            each[column] = re.sub(r"\$\{(.*?)\}", lambda m: f"${{{_there(m[1], names)}}}", cell)
    return found


def _there(name: str, names: list[str]) -> str:
    return name if name in names else names[sum(map(ord, name)) % len(names)]


@settings(max_examples=100)
@given(rows().map(sound), st.sampled_from([forms.SETTINGS, {"form_title": "Only a title"}]))
def test_what_pyxform_accepts_can_be_opened(
    survey: list[dict[str, Any]], setting: dict[str, str]
) -> None:
    content = forms.workbook(survey=survey, choices=CHOICES, settings=[setting])
    try:
        found = read(content, "Some form.xlsx")
    except FileRefused:
        return
    questionnaire = document.validated(found.document)
    assert not [found for found in errors(questionnaire) if found.code not in UNREACHED]
    assert all(note.place and note.found and note.done for note in found.report)


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.sampled_from([b"", b"PK\x03\x04", forms.workbook(survey=[])]))
def test_what_is_no_form_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        read(content, "f.xlsx")
    assert all(": " in mistake for mistake in caught.value.mistakes)
