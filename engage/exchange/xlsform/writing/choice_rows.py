"""The choices sheet: code lists, and what other kinds of question show as choices."""

from ..carried import packed
from .export import Export, more, rest, to_json
from .variables import Plain, questions
from .xpath import TRUE, Unsayable, both, either

EVERYBODY = "all"


def code_lists(export: Export) -> None:
    """Every code list, with what an XLSForm has no column for in columns of our own."""
    lists = export.document.get("code_lists", {})
    export.lists.given.update(lists)
    images = _images(export.document)
    for name, listed in lists.items():
        conditional = any("ask_if" in code for code in listed["codes"])
        for at, code in enumerate(listed["codes"]):
            cells = {"list_name": name, "name": code["code"]}
            cells |= export.words.cells("label", f"code_list.{name}.{code['code']}")
            cells |= {
                f"engage_{mark}": "yes" for mark in ("missing", "exclusive") if code.get(mark)
            }
            if (name, code["code"]) in images:
                cells["media::image"] = images[name, code["code"]]
            if conditional:
                cells["engage_filter"] = f"f{at}" if "ask_if" in code else EVERYBODY
                cells["engage_ask_if"] = to_json(code["ask_if"]) if "ask_if" in code else ""
            cells |= more(code, "code", "label", "missing", "exclusive", "ask_if")
            export.choices.append(cells)
        _noted(export, name, listed)


def offered(export: Export, place: str, name: str) -> dict[str, str]:
    """The choice_filter of a question with this list, ours with it."""
    parts, some = [f"engage_filter = '{EVERYBODY}'"], False
    for at, code in enumerate(export.document["code_lists"][name]["codes"]):
        if "ask_if" not in code:
            continue
        some, condition = True, TRUE
        try:
            condition = export.expressions.holds(code["ask_if"])
        except Unsayable as error:
            export.note(place, f"the choice {code['code']}", f"offered to everybody: {error}")
        parts.append(both([f"engage_filter = 'f{at}'", condition]))
    expression = either(parts) if some else ""
    cells = {"choice_filter": expression}
    return cells | ({"engage_offered": packed(expression, own=True)} if some else {})


def of_consent(export: Export, question: Plain) -> str:
    """The one choice of the consent; its list's name."""
    name = export.lists.take(f"{question['name'][:24]}_agree")
    words = export.words.cells("label", f"question.{question['name']}.agree")
    export.choices.append({"list_name": name, "name": "yes", **words})
    return name


def of_scale(export: Export, question: Plain) -> str:
    """The steps of a scale as choices; its list's name."""
    own = question["name"]
    name = export.lists.take(f"{own[:24]}_scale")
    least, most = question.get("least", 1), question.get("most", 5)
    for step in range(least, most + 1):
        end = {least: "low", most: "high"}.get(step)
        words = export.words.plain("label", str(step))
        if end:
            words = export.words.ends("label", f"question.{own}.{end}", step)
        export.choices.append({"list_name": name, "name": str(step), **words})
    missing(export, question, name)
    return name


def missing(export: Export, question: Plain, name: str) -> None:
    """The ways of not answering of one question, in a list of this name."""
    for code in question.get("missing", []):
        words = export.words.cells("label", f"missing.{question['name']}.{code['code']}")
        cells = {"list_name": name, "name": code["code"], "engage_missing": "yes"}
        export.choices.append(cells | words)


def _images(document: Plain) -> dict[tuple[str, str], str]:
    """The pictures that stand in options, by list and code."""
    pictures = document.get("pictures", {})
    return {
        (question["code_list"], name): pictures[name]["file"]
        for _, _, question in questions(document)
        if question["kind"] == "picture" and "code_list" in question
        for name in question["pictures"]
        if name in pictures
    }


def _noted(export: Export, name: str, listed: Plain) -> None:
    place = f"code list {name}"
    codes = [code["code"] for code in listed["codes"] if code.get("missing")]
    if codes:
        done = "ordinary choices there, that count as answers; marked in the column engage_missing"
        export.note(place, f"declared as missing: {', '.join(codes)}", done)
    for level, grouping in enumerate(listed.get("groupings", [])):
        for group in grouping["groups"]:
            key = f"code_list.{name}.group.{group['code']}"
            value = {"level": level, "code": group["code"], "codes": group["codes"]}
            export.part("group", name, value, key)
    if "groupings" in listed:
        done = "no place in the form; they stand in the sheet engage"
        export.note(place, "groupings of its codes", done)
    if rest(listed, "codes", "groupings"):
        export.part("list", name, rest(listed, "codes", "groupings"))
