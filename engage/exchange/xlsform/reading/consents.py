"""The consent: found among the questions of a form, or added."""

from typing import Any

from ..sheets import Row
from .base import Reading
from .kinds import BOXES, normal, select
from .making import Making
from .outline import Group

AGREED = "yes"
_TEXT = "Do you agree to take part in this survey?"
_AGREE = "I agree to take part in this survey"
_NAMES = ("consent", "agree")
_YES = ("yes", "1", "y", "true", "agree", "agreed", "consent", "ok")


def row_of(making: Making, survey: Group) -> Row | None:
    """The row that asks for consent: marked as ours, or the first question, if it is called so."""
    asked = [row for row in survey.rows() if normal(row.peek("type")) != "note"]
    for row in asked:
        if row.peek("engage_kind") == "consent":
            return row
    for row in asked:
        kind = normal(row.peek("type"))
        found = select(row.peek("type"))
        if kind not in BOXES and found is None:
            if row.peek("label") or any(column == "label" for column, _ in row.cells):
                return None
            continue  # something that is recorded without asking
        if not any(word in row.peek("name").lower() for word in _NAMES):
            return None
        two = found and len(making.lists.rows.get(found.name, [])) <= 2 and found.sort == "one"
        return row if kind in BOXES or two else None
    return None


def question(making: Making, row: Row) -> dict[str, Any]:
    """The consent that a row asks for."""
    made = Reading(making, row).named("consent")
    found, key = select(row.take("type")), f"question.{made['name']}.agree"
    own = row.take("engage_kind") == "consent"
    for column in ("required", "relevant"):
        if own or column == "required":
            row.take(column)
    choices = making.lists.rows.get(found.name, []) if found else []
    agreeing = _agreeing(choices)
    agree = making.texts.take(agreeing, "label", key) if agreeing else None
    made["agree"] = agree or making.texts.put(key, _AGREE)
    raw = agreeing.take("name") if agreeing else "OK"
    Reading(making, row, made).know("consent", codes={raw: AGREED})
    if own and found:
        making.lists.spent.add(found.name)
    elif row.cells:
        done = f'the consent, first and on a page of its own; the box says "{made["agree"]}"'
        making.report.row(row, "type", done)
    return made


def added(making: Making) -> dict[str, Any]:
    """A consent for a form that has none."""
    name = making.variables.take("consent")
    making.report.add("survey", "no question that asks for consent", "one was added as first page")
    return {
        "kind": "consent",
        "name": name,
        "text": making.texts.put(f"question.{name}.text", _TEXT),
        "agree": making.texts.put(f"question.{name}.agree", _AGREE),
    }


def first(making: Making, sections: list[dict[str, Any]]) -> None:
    """See to it that the first page of all is the consent, and that it has no condition."""
    for section in sections:
        for page in section["pages"]:
            if page["questions"][0]["kind"] == "consent":
                foremost = section is sections[0] and page is section["pages"][0]
                if foremost and not {"ask_if", "repeat"} & section.keys():
                    return
                section["pages"].remove(page)
                _put(making, sections, page)
                return
    page = {"name": making.pages.take("consent"), "questions": [added(making)]}
    _put(making, sections, page)


def _put(making: Making, sections: list[dict[str, Any]], page: dict[str, Any]) -> None:
    page.pop("ask_if", None)
    name = making.sections.take("start")
    title = making.texts.put(f"section.{name}.title", making.texts.sources["title"])
    sections[:] = [each for each in sections if each["pages"]]
    sections.insert(0, {"name": name, "title": title, "pages": [page]})


def _agreeing(choices: list[Row]) -> Row | None:
    for row in choices:
        if row.peek("name").lower() in _YES:
            return row
    return choices[0] if choices else None
