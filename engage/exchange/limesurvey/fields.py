"""Numbers, words and dates that somebody types, alone or several on one page."""

import math
from collections.abc import Callable

from . import identities
from .asking import Asked, kept
from .checks import sums
from .combining import Condition, both
from .dates import date
from .grids import any_row
from .manuscript import Manuscript, Plain
from .options import labelled, note_attribute, ordered, random, whole_number
from .references import Manner, Reference
from .survey import Subquestion, Words

WIDEST = 1_000_000_000
LONGEST_SHORT, LONGEST_LONG = 500, 10_000
HUGE = 5_000
DECIMALS = 2
MANNERS: dict[str, Manner] = {"number": "number", "date": "day", "month": "month"}

Maker = Callable[[Manuscript, Asked, str, Words, Words], Plain]
"""Makes one field: its variable's name, its text and its hint are given."""


def single(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types N, S, T, U and D: one field."""
    maker, manner = _maker(manuscript, asked)
    made = maker(manuscript, asked, asked.variable, asked.text, asked.hint)
    manner = MANNERS.get(made["kind"], manner)
    page = manuscript.page(asked.variable, [made], asked.ask_if)
    reference = Reference(asked.variable, manner, when=asked.when)
    identities.whole(manuscript, asked.question, reference)
    return [page]


def _maker(manuscript: Manuscript, asked: Asked) -> tuple[Maker, Manner]:
    kind = asked.question.kind
    if kind in ("N", "K", ":"):
        return number, "number"
    if kind == "D":
        return date, "words"
    if kind in ("S", "Q", ";") and asked.question.is_set("numbers_only"):
        done = "a number, with a range as wide as there is"
        manuscript.report.add(f"{asked.place}, attribute numbers_only", "words", done)
        return number, "number"
    return (long_text if kind in ("T", "U") else short_text), "words"


def several(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types Q and K: a field for each subquestion, on one page under the question's text."""
    rows = kept(manuscript, asked.question, asked.question.rows_of())
    cells = [(row, row, ask_if) for row, ask_if in rows]
    return _page(manuscript, asked, cells)


def array(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types ; and : (words or numbers in an array): a field for each cell, on one page."""
    across = asked.question.rows_of("1")
    cells = []
    for row, ask_if in kept(manuscript, asked.question, asked.question.rows_of()):
        for column in across:
            text = {
                tag: f"{row.text.get(tag, row.code)} – {column.text.get(tag, column.code)}"
                for tag in {**row.text, **column.text}
            }
            code = f"{row.code}_{column.code}"
            cells.append((row, Subquestion(row.qid, code, "0", text), ask_if))
    if cells:
        manuscript.report.add(
            asked.place, "an array of fields", f"{len(cells)} fields on one page, one for each cell"
        )
    return _page(manuscript, asked, cells)


def _page(
    manuscript: Manuscript,
    asked: Asked,
    cells: list[tuple[Subquestion, Subquestion, Condition | None]],
) -> list[Plain]:
    if not cells:
        return []
    question = asked.question
    maker, _ = _maker(manuscript, asked)
    heading = manuscript.ask("statement", asked.variable, asked.text, asked.hint)
    questions = []
    for row, cell, ask_if in cells:
        questions.append(_cell(manuscript, asked, row, cell, ask_if))
    if maker is number:
        sums(manuscript, asked, questions)
    ask_if = any_row([ask_if for _, _, ask_if in cells], asked.ask_if)
    if random(question):  # a heading among the fields would be moved about with them
        first = manuscript.page(asked.variable, [heading], ask_if)
        page = manuscript.page(f"{asked.variable}-fields", questions, ask_if)
        ordered(manuscript, asked, page)
        return [first, page]
    return [manuscript.page(asked.variable, [heading, *questions], ask_if)]


def _cell(
    manuscript: Manuscript,
    asked: Asked,
    row: Subquestion,
    cell: Subquestion,
    ask_if: Condition | None,
) -> Plain:
    maker, manner = _maker(manuscript, asked)
    question = asked.question
    place = f"{asked.place}, row {cell.code} ({row.qid})"
    name = manuscript.variable(question, f"{question.code}_{cell.code}", place)
    text = labelled(manuscript, cell.text, cell.code, place, True)
    made = maker(manuscript, asked, name, text, {})
    if ask_if:
        made["ask_if"] = ask_if
    reference = Reference(name, manner, when=both(asked.when, ask_if))
    identities.row(manuscript, question, cell, reference)
    return made


def number(manuscript: Manuscript, asked: Asked, name: str, text: Words, hint: Words) -> Plain:
    """A number in its range; where LimeSurvey has none, as wide a one as there is."""
    made = manuscript.ask("number", name, text, hint)
    made["least"], made["most"] = _range(manuscript, asked)
    if not asked.question.is_set("num_value_int_only"):
        made["decimals"] = DECIMALS
        manuscript.report.share(asked.place, "a number with decimals", "two digits are taken")
    place = f"{asked.place}, attribute suffix"
    unit = manuscript.plain(asked.question.texts("suffix"), place)
    if unit:
        made["unit"] = manuscript.say(f"question.{name}.unit", unit)
    return made


def _range(manuscript: Manuscript, asked: Asked) -> tuple[int | float, int | float]:
    least = _bound(manuscript, asked, ("min_num_value_n", "slider_min", "multiflexible_min"))
    most = _bound(manuscript, asked, ("max_num_value_n", "slider_max", "multiflexible_max"))
    if least is not None and most is not None and least > most:
        manuscript.report.add(asked.place, f"from {least} to {most}", "the bounds are left out")
        least = most = None
    if least is None or most is None:
        found = "a number without a least or a most"
        done = f"any number down to -{WIDEST:,} or up to {WIDEST:,}: write a range"
        manuscript.report.share(asked.place, found, done)
    wide_enough = max(WIDEST, *(abs(each) for each in (least, most) if each is not None), 0)
    return (
        -wide_enough if least is None else least,
        wide_enough if most is None else most,
    )


def _bound(manuscript: Manuscript, asked: Asked, names: tuple[str, ...]) -> int | float | None:
    for name in names:
        value = asked.question.attribute(name).strip()
        if not value:
            continue
        try:
            found = float(value)
        except ValueError:
            found = math.nan
        if math.isfinite(found) and abs(found) <= 10**15:
            return int(found) if found.is_integer() else found
        note_attribute(manuscript, asked, name, value)
    return None


def short_text(manuscript: Manuscript, asked: Asked, name: str, text: Words, hint: Words) -> Plain:
    """One line of words."""
    made = manuscript.ask("short_text", name, text, hint)
    return _limited(manuscript, asked, made, LONGEST_SHORT)


def long_text(manuscript: Manuscript, asked: Asked, name: str, text: Words, hint: Words) -> Plain:
    """Several lines of words."""
    made = manuscript.ask("long_text", name, text, hint)
    if asked.question.kind == "U":
        made["limit"] = HUGE
    return _limited(manuscript, asked, made, LONGEST_LONG)


def _limited(manuscript: Manuscript, asked: Asked, made: Plain, longest: int) -> Plain:
    most = whole_number(manuscript, asked, "maximum_chars")
    if most is not None:
        made["limit"] = min(most, longest)
        if most > longest:
            place = f"{asked.place}, attribute maximum_chars"
            manuscript.report.add(place, str(most), f"at most {longest:,} characters here")
    return made
