"""Arrays: the same options for several rows."""

from . import identities
from .asking import Asked, kept
from .combining import Condition, Said, any_of, both
from .manuscript import Manuscript, Option, Plain
from .options import BUILT_IN, built_in, labelled, of_answers, ordered, points
from .references import Reference
from .survey import Subquestion, Words

POINTS = {"A": 5, "B": 10}
SHARED = {
    "A": "points_5",
    "B": "points_10",
    "C": "yes_uncertain_no",
    "E": "increase_same_decrease",
}
"""Names of the code lists that several arrays have together."""


def array(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types F, H, A, B, C and E."""
    kind = asked.question.kind
    if kind in POINTS:
        options, codes = points(manuscript, POINTS[kind])
    elif kind in BUILT_IN:
        options, codes = built_in(manuscript, kind)
    else:
        options, codes = of_answers(manuscript, asked, asked.question.answers_of())
    if kind == "H":
        manuscript.report.add(
            asked.place,
            "an array with its rows shown as columns",
            "a grid: each of its subquestions is a row",
        )
    wanted = SHARED.get(kind, asked.variable)
    return _grid(manuscript, asked, _Axis(asked.variable, wanted, options, codes, asked.hint))


def dual_scale(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Type 1: two grids with the same rows, one after the other."""
    pages: list[Plain] = []
    for scale, header in (("0", "dualscale_headerA"), ("1", "dualscale_headerB")):
        answers = asked.question.answers_of(scale)
        options, codes = of_answers(manuscript, asked, answers)
        place = f"{asked.place}, attribute {header}"
        hint = manuscript.plain(asked.question.texts(header), place) or asked.hint
        name = manuscript.variables.fresh(f"{asked.variable[:30]}_{scale}", "scale")
        pages += _grid(manuscript, asked, _Axis(name, name, options, codes, hint, scale))
    if pages:
        manuscript.report.add(asked.place, "an array with two scales", "two grids, one after one")
    return pages


class _Axis:
    """One grid to be: its name, its options, and which of two scales it is."""

    def __init__(
        self,
        name: str,
        code_list: str,
        options: list[Option],
        codes: dict[str, str],
        hint: Words,
        scale: str = "",
    ) -> None:
        self.name = name
        self.code_list = code_list
        self.options = options
        self.codes = codes
        self.hint = hint
        self.behind = (f"_{scale}", f"#{scale}") if scale else ("", "")


def _grid(manuscript: Manuscript, asked: Asked, axis: _Axis) -> list[Plain]:
    rows = kept(manuscript, asked.question, asked.question.rows_of())
    if not rows or not axis.options:
        return []
    grid = manuscript.ask("grid", axis.name, asked.text, axis.hint)
    grid["code_list"] = manuscript.list_of(axis.code_list, axis.options)
    grid["rows"] = []
    for subquestion, ask_if in rows:
        grid["rows"].append(_row(manuscript, asked, axis, subquestion, ask_if))
    ordered(manuscript, asked, grid)
    return [manuscript.page(axis.name, [grid], asked.ask_if)]


def _row(
    manuscript: Manuscript,
    asked: Asked,
    axis: _Axis,
    subquestion: Subquestion,
    ask_if: Condition | None,
) -> Plain:
    question = asked.question
    place = f"{asked.place}, row {subquestion.code} ({subquestion.qid})"
    wanted = f"{question.code}_{subquestion.code}{axis.behind[0]}"
    name = manuscript.variable(question, wanted, place)
    text = _between(
        manuscript, place, labelled(manuscript, subquestion.text, subquestion.code, place, True)
    )
    row: Plain = {"name": name, "text": manuscript.say(f"row.{name}.text", text)}
    if ask_if:
        row["ask_if"] = ask_if
    reference = Reference(name, "code", axis.codes, when=both(asked.when, ask_if))
    identities.row(manuscript, question, subquestion, reference, axis.behind)
    return row


def _between(manuscript: Manuscript, place: str, text: Words) -> Words:
    """The two ends of a row, which LimeSurvey writes with a stroke between them."""
    if not any("|" in said for said in text.values()):
        return text
    manuscript.report.add(place, "a text on either side of the row", "both in one, with a dash")
    return {tag: " – ".join(part.strip() for part in said.split("|")) for tag, said in text.items()}


def any_row(conditions: list[Condition | None], ask_if: Condition | None) -> Condition | None:
    """When a page is asked of which every part has a condition."""
    if any(each is None for each in conditions):
        return ask_if
    parts: list[Said] = [each for each in conditions if each is not None]
    some = any_of(parts)
    return both(ask_if, some if isinstance(some, dict) else None)
