"""The survey sheet: what residents are told, sections, pages, derived variables."""

from typing import Any

from engage.questionnaire.piping import OPTION

from .. import carried
from .export import Export, more, rest
from .question_rows import question_row
from .variables import Plain, questions
from .xpath import FALSE, TRUE, Unsayable, both, either

_TOLD = (
    "summary",
    "operator",
    "purpose",
    "privacy",
    "other_ways",
    "next_steps",
    "contact",
    "address",
)


def told(export: Export) -> None:
    """What residents are told, as notes in a group of their own at the start."""
    group = export.row("begin_group", export.groups.take("about"), engage_kind="about")
    group |= {"appearance": "field-list", **export.words.cells("label", "title")}
    for field in _TOLD:
        words = export.words.cells("label", f"about.{field}")
        if words:
            name = export.groups.take(f"about_{field}")
            made = export.row("note", name, engage_kind="about", engage_name=field)
            made |= words
    export.row("end_group", "")


def section(export: Export, section: Plain) -> None:
    """A section as a group, or as a repeat if it is asked once for each choice."""
    name, place = section["name"], f"section {section['name']}"
    repeat = section.get("repeat", {}).get("variable", "")
    kind = "repeat" if repeat else "group"
    own = export.groups.take(f"section_{name}")
    made = export.row(f"begin_{kind}", own, engage_kind="section", engage_name=name)
    made |= export.words.cells("label", f"section.{name}.title")
    made |= _when(export, section, repeat)
    made |= more(section, "name", "title", "introduction", "ask_if", "repeat", "pages")
    if repeat:
        made["repeat_count"] = f"count-selected(${{{repeat}}})"
        _option(export, own, repeat)
    if "introduction" in section:
        introduction = export.groups.take(f"introduction_{name}")
        note = export.row("note", introduction, engage_kind="introduction")
        note |= export.words.cells("label", f"section.{name}.introduction")
    export.expressions.repeat = name if repeat else ""
    for page in section["pages"]:
        _page(export, page)
    if repeat:
        _words(export, name)
    export.expressions.repeat = ""
    export.words.references.pop(OPTION, None)
    export.row(f"end_{kind}", "")
    if section.get("equality"):
        export.note(place, "can be skipped whole", "asked like any other there")
    if "order" in section:
        export.note(place, "its pages in random order", "they come in the same order there")


def derived(export: Export, each: Plain) -> None:
    """A derived variable as a row that calculates."""
    kept: dict[str, Any] = rest(each, "name", "title")
    name = each["name"]
    try:
        calculation = _calculation(export, each)
    except Unsayable as error:
        calculation = "''"
        export.note(f"derived variable {name}", "its cases", f"not worked out there: {error}")
    made = export.row("calculate", name, calculation=calculation, engage_kind="derived")
    made |= export.words.cells("label", f"derived.{name}.title")
    made["engage_more"] = carried.packed(calculation, **kept)


def last_words(export: Export) -> None:
    """The rows that find the words of answers which texts show."""
    _words(export, "")


def _page(export: Export, page: Plain) -> None:
    if len(page["questions"]) == 1 and not more(page, "name", "ask_if", "questions"):
        question_row(export, page, page["questions"][0], alone=True)
        return
    name = export.groups.take(f"page_{page['name']}")
    made = export.row("begin_group", name, engage_kind="page", engage_name=page["name"])
    made["appearance"] = "field-list"
    made |= export.when(f"page {page['name']}", page.get("ask_if"), None)
    made |= more(page, "name", "ask_if", "questions")
    if "order" in page:
        done = "they come in the same order there"
        export.note(f"page {page['name']}", "its questions in random order", done)
    for question in page["questions"]:
        question_row(export, page, question, alone=False)
    export.row("end_group", "")


def _when(export: Export, section: Plain, repeat: str) -> dict[str, str]:
    """When a section is asked; a repeat not for choices that say that there are none."""
    question = next((q for _, _, q in questions(export.document) if q["name"] == repeat), {})
    listed = export.document.get("code_lists", {}).get(question.get("code_list", ""), {})
    alone = [c["code"] for c in listed.get("codes", []) if c.get("missing") or c.get("exclusive")]
    none = [f"not(selected(${{{repeat}}}, '{code}'))" for code in alone]
    return export.when(f"section {section['name']}", None, section.get("ask_if"), *none)


def _option(export: Export, own: str, repeat: str) -> None:
    """The choice that a repeat is about, as its code and in words."""
    code, words = export.groups.take(f"{own}_code"), export.groups.take(f"{own}_words")
    reference = f"${{{repeat}}}"
    export.row("calculate", code, calculation=f"selected-at({reference}, position(..) - 1)")
    export.row("calculate", words, calculation=f"jr:choice-name(${{{code}}}, '{reference}')")
    export.words.references[OPTION] = words


def _words(export: Export, repeat: str) -> None:
    """Rows that look up the words of codes which texts show."""
    for name, shown in export.words.references.items():
        variable = export.variables.get(name)
        if variable is not None and shown != name and variable.repeat == repeat:
            reference = f"${{{name}}}"
            export.row(
                "calculate", shown, calculation=f"jr:choice-name({reference}, '{reference}')"
            )


def _calculation(export: Export, each: Plain) -> str:
    """Nested if(); the last value only where something of what the cases look at was answered."""
    last = "''"
    if "otherwise" in each:
        variable = export.variables.by_name[each["name"]]
        some = either(map(export.expressions.answered, variable.derived))
        last = f"'{each['otherwise']}'"
        last = last if some == TRUE else f"if({some}, {last}, '')"
    for case in reversed(each["cases"]):
        holds = export.expressions.holds(case["if"])
        if holds not in (FALSE, TRUE):
            last = f"if({holds}, '{case['code']}', {last})"
    return both([last])
