"""One question as a row of the survey sheet, or a grid as a group."""

from .. import carried
from . import choice_rows
from .export import Export, more
from .variables import Plain
from .workbook import Cells

TYPES = {
    "statement": "note",
    "number": "integer",
    "short_text": "text",
    "long_text": "text",
    "place": "text",
    "picture": "text",
    "date": "date",
    "month": "date",
    "area": "select_one",
    "single_choice": "select_one",
    "multiple_choice": "select_multiple",
    "ranking": "rank",
}
APPEARANCES = {"long_text": "multiline", "month": "month-year", "scale": "likert"}
LIMITS = {"short_text": 200, "long_text": 1000, "place": 200, "picture": 500}
_BOUNDS = ("least", "most", "limit", "earliest", "latest")
_SAID = {"kind", "name", "text", "hint", "body", "unit", "agree", "low", "high", "code_list"}
_ELSEWHERE = {"ask_if", "rows", "missing", *_BOUNDS}


def question_row(export: Export, page: Plain, question: Plain, alone: bool) -> None:
    """The rows of a question; `alone`: it has a page of its own."""
    if question["kind"] == "grid":
        _grid(export, page, question, alone)
        return
    name, kind = question["name"], question["kind"]
    place = f"question {name}"
    made = export.row(_type(export, question), name, engage_kind=kind)
    made |= {"engage_page": page["name"]} if alone else {}
    made |= _texts(export, question)
    made |= export.when(place, page.get("ask_if") if alone else None, question.get("ask_if"))
    made |= _constraint(export, question)
    made |= _beside(export, question)
    if kind in APPEARANCES:
        made["appearance"] = APPEARANCES[kind]
    if kind == "consent":
        made["required"] = "yes"
    if "code_list" in question:
        made |= choice_rows.offered(export, place, question["code_list"])
    _noted(export, question)


def _type(export: Export, question: Plain) -> str:
    kind = question["kind"]
    if kind == "consent":
        return f"select_one {choice_rows.of_consent(export, question)}"
    if kind == "scale":
        return f"select_one {choice_rows.of_scale(export, question)}"
    if kind == "number" and question.get("decimals"):
        return "decimal"
    if "code_list" in question:
        return f"{TYPES[kind].replace('text', 'select_one')} {question['code_list']}"
    return TYPES[kind]


def _texts(export: Export, question: Plain) -> Cells:
    key, words = f"question.{question['name']}", export.words
    if question["kind"] == "statement":
        below = words.cells("hint", f"{key}.body") | words.cells("guidance_hint", f"{key}.hint")
    else:
        below = words.cells("hint", f"{key}.hint")
    return words.cells("label", f"{key}.text") | below | words.cells("engage_unit", f"{key}.unit")


def _constraint(export: Export, question: Plain) -> Cells:
    """The bounds as a constraint, and as they are."""
    parts = [*_bounds(question)]
    kind, most = question["kind"], question.get("most")
    if kind == "multiple_choice":
        for code in export.document["code_lists"][question["code_list"]]["codes"]:
            if code.get("missing") or code.get("exclusive"):
                parts.append(f"not(selected(., '{code['code']}') and count-selected(.) > 1)")
        parts += [f"count-selected(.) <= {most}"] if most else []
    constraint = " and ".join(parts)
    kept = {key: question[key] for key in _BOUNDS if key in question and kind != "scale"}
    return {"constraint": constraint, "engage_bounds": carried.packed(constraint, **kept)}


def _bounds(question: Plain) -> list[str]:
    kind = question["kind"]
    if kind == "number":
        return [f". >= {question['least']}", f". <= {question['most']}"]
    if kind in ("date", "month"):
        days = ("-01", "-28") if kind == "month" else ("", "")  # a month is given as a day in it
        ends = ((">=", question.get("earliest")), ("<=", question.get("latest")))
        return [
            f". {sign} date('{end}{day}')"
            for (sign, end), day in zip(ends, days, strict=True)
            if end is not None
        ]
    if kind in LIMITS and "code_list" not in question:
        return [f"string-length(.) <= {question.get('limit', LIMITS[kind])}"]
    return []


def _beside(export: Export, question: Plain) -> Cells:
    """What only our own columns say."""
    cells = more(question, *_SAID, *_ELSEWHERE)
    if question["kind"] != "scale" and question.get("missing"):
        name = export.lists.take(f"{question['name'][:24]}_missing")
        choice_rows.missing(export, question, name)
        cells["engage_missing"] = name
    if "order" in question:
        cells["parameters"] = "randomize=true"
    for name in question.get("pictures", [])[:1]:
        picture = export.document.get("pictures", {}).get(name)
        in_options = "code_list" in question and name in _codes(export, question)
        if picture and not in_options:
            cells["media::image"] = picture["file"]
    return cells


def _codes(export: Export, question: Plain) -> set[str]:
    listed = export.document["code_lists"][question["code_list"]]
    return {code["code"] for code in listed["codes"]}


def _grid(export: Export, page: Plain, question: Plain, alone: bool) -> None:
    name = question["name"]
    place = f"question {name}"
    made = export.row("begin_group", name, engage_kind="grid", appearance="table-list")
    made |= {"engage_page": page["name"]} if alone else {}
    made |= _texts(export, question)
    made |= export.when(place, page.get("ask_if") if alone else None, question.get("ask_if"))
    made |= more(question, *_SAID, *_ELSEWHERE)
    if "order" in question:
        export.note(place, "its rows in random order", "they stand in the same order there")
    for row in question["rows"]:
        cells = export.row(f"select_one {question['code_list']}", row["name"])
        cells |= export.words.cells("label", f"row.{row['name']}.text")
        cells |= export.when(f"row {row['name']}", None, row.get("ask_if"))
        cells |= more(row, "name", "text", "ask_if")
    export.row("end_group", "")
    listed = export.document["code_lists"][question["code_list"]]
    if any("ask_if" in code for code in listed["codes"]):
        export.note(place, "choices that are not offered to everybody", "all are offered there")


def _noted(export: Export, question: Plain) -> None:
    place, kind = f"question {question['name']}", question["kind"]
    if kind == "scale":
        export.note(place, "a scale", "a select_one of its steps, the words before both ends")
    elif question.get("missing"):
        codes = ", ".join(code["code"] for code in question["missing"])
        done = "an empty answer is all there is there; they stand in the sheet choices"
        export.note(place, f"ways of not answering: {codes}", done)
    if kind == "ranking" and "most" in question:
        export.note(place, f"at most {question['most']} are put in order", "all are there")
    if "order" in question:
        done = "random there too, but no choice stays last, and the order is not kept"
        export.note(place, "random order", done)
    if question.get("postcode"):
        export.note(place, "found from a postcode", "chosen from the list there")
    if len(question.get("pictures", [])) > 1 and "code_list" not in question:
        export.note(place, f"{len(question['pictures'])} pictures", "the first is shown there")
