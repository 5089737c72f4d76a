"""Numbers: integer, decimal and range."""

from typing import Any

from ..expressions.folding import number
from .base import Reading
from .constraints import narrow

WIDE = 1_000_000
STEPS = range(11)
"""What the steps of a scale can be."""


def counted(reading: Reading, decimals: int) -> dict[str, Any]:
    """A number with the bounds that its constraint says, or wide ones."""
    made = reading.named("number", "number", whole=not decimals)
    row, making = reading.row, reading.making
    if "decimals" in made:
        decimals = made["decimals"]
        reading.know("number", whole=not decimals)
    elif decimals:
        made["decimals"] = decimals
        done = f"up to {decimals} digits after the point are taken"
        making.report.row(row, "type", done)
    unit = making.texts.take(row, "engage_unit", f"question.{made['name']}.unit")
    if unit is not None:
        made["unit"] = unit
    if not reading.bounded:
        narrow(making, row, made)
        _widened(reading, made)
    return made


def percentage(reading: Reading, decimals: int) -> dict[str, Any]:
    """A number from 0 to 100."""
    made = counted(reading, decimals)
    made |= {"least": max(0, made["least"]), "most": min(100, made["most"])}
    return made


def ranged(reading: Reading) -> dict[str, Any]:
    """A scale where both ends have words and it is short, else a number."""
    given = reading.parameters()
    start, end, step = (
        number(given.pop(k, d)) for k, d in (("start", "1"), ("end", "10"), ("step", "1"))
    )
    start, end, step = start or 0.0, end or 0.0, step or 1.0
    least, most = min(start, end), max(start, end)
    ends = _ends(reading, given.pop("tick_labelset", ""), least, most)
    if given:
        reading.making.report.row(reading.row, "parameters", "left out", _written(given))
    short = least in STEPS and most in STEPS and step == 1 and least < most
    if short and ends:
        return _scale(reading, int(least), int(most), ends)
    whole = all(float(each).is_integer() for each in (least, step))
    made = reading.named("number", "number", whole=whole)
    made |= {"least": _plain(least), "most": _plain(most)}
    if not whole:
        made["decimals"] = 2
    if step != 1:
        done = f"any number from {least:g} to {most:g} is taken, not only every {step:g}"
        reading.making.report.row(reading.row, "parameters", done)
    done = "a number is typed, since only a scale with words at both ends is shown as steps"
    reading.making.report.row(reading.row, "type", done)
    return made


def _scale(reading: Reading, least: int, most: int, ends: list[Any]) -> dict[str, Any]:
    made = reading.named("scale", "steps", whole=True)
    texts = reading.making.texts
    for side, end in zip(("low", "high"), ends, strict=True):
        key = f"question.{made['name']}.{side}"
        made[side] = texts.take(end, "label", key) or texts.put(key, end.take("name"))
    return made | {"least": least, "most": most}


def _ends(reading: Reading, name: str, least: float, most: float) -> list[Any]:
    """The rows of the choices that have words for the two ends."""
    lists = reading.making.lists
    rows = {number(row.take("name")): row for row in lists.rows.get(name, [])}
    lists.spent.add(name)
    between = [f"{value:g}" for value in rows if value not in (least, most) and value is not None]
    if least not in rows or most not in rows:
        return []
    if between:
        done = "left out; only the ends of a scale have words"
        reading.making.report.row(reading.row, "parameters", done, ", ".join(between))
    return [rows[least], rows[most]]


def _widened(reading: Reading, made: dict[str, Any]) -> None:
    for key, wide in (("least", -WIDE), ("most", WIDE)):
        if key not in made:
            made[key] = wide if key == "least" else max(wide, made.get("least", wide))
            done = f"numbers {'down' if key == 'least' else 'up'} to {made[key]} are taken"
            reading.making.report.row(reading.row, "constraint", done, "no bound")
    made["most"] = max(made["least"], made["most"])


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _written(parameters: dict[str, str]) -> str:
    return " ".join(f"{key}={value}" for key, value in parameters.items())
