"""Questions with a list: select_one, select_multiple and rank."""

from typing import Any

from .. import carried
from ..expressions.joining import Condition
from ..expressions.known import Sort
from ..expressions.parsing import Expression, NotUnderstood
from . import pictures
from .base import Asked, Reading
from .constraints import narrow_choice
from .kinds import Select
from .lists import OTHER, Listed

KINDS: dict[str, tuple[str, Sort]] = {
    "one": ("single_choice", "one"),
    "several": ("multiple_choice", "several"),
    "rank": ("ranking", "several"),
}
OWN = ("single_choice", "multiple_choice", "ranking", "area", "picture")


def chosen(reading: Reading, select: Select, own: str) -> list[Asked]:
    """The question of a select; with or_other also the one that asks which other."""
    if own == "scale":
        return [Asked(scale(reading, select.name))]
    listed = taken(reading, select)
    if not listed.codes:
        return []
    kind, sort = KINDS[select.sort]
    repeatable = select.sort == "several"
    made = reading.named(
        own if own in OWN else kind, sort, codes=listed.codes, repeatable=repeatable
    )
    made["code_list"] = listed.name
    _ordered(reading, made)
    if not reading.bounded:
        narrow_choice(reading.making, reading.row, made, listed)
    pictures.of_choices(reading, made, listed)
    return [Asked(made), *([_which(reading, made)] if select.other else [])]


def taken(reading: Reading, select: Select) -> Listed:
    """The list of a select, with only those choices offered that its choice_filter lets through."""
    making, row = reading.making, reading.row
    done = "every choice is offered"
    offered_own, choice_filter = row.take("engage_offered"), row.peek("choice_filter")
    unedited = carried.unpacked(offered_own, choice_filter) is not None
    if making.own and (unedited or not (offered_own or choice_filter)):
        row.take("choice_filter")
        return making.lists.take(select.name, select.other, own=True)
    given = making.expression(row, "choice_filter", done)

    def offered(expression: Expression) -> Condition:
        try:
            return making.said(expression)
        except NotUnderstood as error:
            making.report.row(row, "choice_filter", f"{done}: {error}")
            return True

    return making.lists.take(select.name, select.other, given, offered)


def scale(reading: Reading, name: str) -> dict[str, Any]:
    """A scale as this program writes it: its steps are choices, the ends with words."""
    made = reading.named("scale", "steps", whole=True)
    lists, texts = reading.making.lists, reading.making.texts
    steps = []
    missing = []
    for row in lists.rows.get(name, []):
        code = row.take("name")
        if row.take("engage_missing"):
            key = f"missing.{made['name']}.{code}"
            missing.append({"code": code, "label": texts.take(row, "label", key) or code})
        else:
            steps.append((int(code), row))
    lists.spent.add(name)
    for side, (step, row) in (("low", steps[0]), ("high", steps[-1])):
        key = f"question.{made['name']}.{side}"
        found = {
            language: text.removeprefix(f"{step}: ")
            for language, text in texts.found(row, "label").items()
        }
        made[side] = texts.put(key, found.pop(texts.source_language, str(step)), found)
    for _, row in steps[1:-1]:
        row.tongues("label")
    made |= {"least": steps[0][0], "most": steps[-1][0]}
    return made | ({"missing": missing} if missing else {})


def _ordered(reading: Reading, made: dict[str, Any]) -> None:
    """`randomize=true`: in random order, which is recorded."""
    if "order" in made:
        reading.row.take("parameters")
        return
    given = reading.parameters()
    if given.pop("randomize", "") == "true":
        made["order"] = reading.making.variables.take(f"{made['name']}_order")
    if given:
        written = " ".join(f"{key}={value}" for key, value in given.items())
        reading.making.report.row(reading.row, "parameters", "left out", written)


def _which(reading: Reading, made: dict[str, Any]) -> Asked:
    making = reading.making
    name = making.variables.take(f"{made['name']}_{OTHER}", making.room)
    text = making.texts.put(f"question.{name}.text", "Please say what else.")
    done = f'"{OTHER}" is a choice, and {name} asks for it in words on the next page'
    making.report.row(reading.row, "type", done)
    question = {"kind": "short_text", "name": name, "text": text}
    asked: Condition = {"is": {"variable": made["name"], "value": OTHER}}
    return Asked(question, asked, own_page=True)
