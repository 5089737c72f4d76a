"""Bounds on a sum of several numbers: checks that warn once."""

import math

from .asking import Asked
from .combining import Said, all_of, negated
from .manuscript import Manuscript, Plain
from .options import note_attribute


def sums(manuscript: Manuscript, asked: Asked, fields: list[Plain]) -> None:
    """The least, the most or the exact sum that LimeSurvey insists on."""
    for attribute, behind, sentence in (
        ("min_num_value", "least", "Your numbers add up to less than {}. Is that right?"),
        ("max_num_value", "most", "Your numbers add up to more than {}. Is that right?"),
        ("equals_num_value", "sum", "Your numbers do not add up to {}. Is that right?"),
    ):
        value = asked.question.attribute(attribute).strip()
        if not value:
            continue
        number = _number(value)
        if number is None:
            note_attribute(manuscript, asked, attribute, value)
            continue
        place = f"{asked.place}, attribute {attribute}"
        if not _can_break(attribute, number, fields):
            manuscript.report.add(place, value, "left out: no answers could go against it")
            continue
        names = [each["name"] for each in fields]
        name = manuscript.variables.fresh(f"{asked.variable[:26]}_{behind}", behind)
        text = manuscript.say(f"check.{name}.text", {"en": sentence.format(value)})
        broken = _broken(attribute, names, number)
        manuscript.checks.append({"name": name, "if": broken, "text": text})
        manuscript.report.add(place, value, "a check: it warns once, and then takes the answers")


def _broken(attribute: str, names: list[str], number: int | float) -> Said:
    total = {"variables": names, "value": number}
    least, most = {"total_at_least": total}, {"total_at_most": total}
    less, more = all_of([most, negated(least)]), all_of([least, negated(most)])
    if attribute == "min_num_value":
        return less
    return more if attribute == "max_num_value" else {"any": [less, more]}


def _can_break(attribute: str, number: int | float, fields: list[Plain]) -> bool:
    """Whether the sum can be too small or too large at all; an empty field adds nothing."""
    smallest = sum(min(each["least"], 0) for each in fields) or min(x["least"] for x in fields)
    largest = sum(max(each["most"], 0) for each in fields) or max(x["most"] for x in fields)
    less, more = bool(smallest < number), bool(largest > number)
    if attribute == "min_num_value":
        return less
    return more if attribute == "max_num_value" else less or more


def _number(value: str) -> int | float | None:
    try:
        found = float(value)
    except ValueError:
        return None
    if not math.isfinite(found):
        return None
    return int(found) if found.is_integer() else found
