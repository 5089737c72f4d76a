"""The options of a question: legal codes, labels, and the order they are shown in."""

from collections.abc import Collection, Iterable, Sequence

from .asking import Asked, of_rows
from .combining import Said
from .manuscript import Manuscript, Option, Plain
from .naming import legal_codes, untaken_code
from .survey import Answer, Question, Subquestion, Words

BUILT_IN = {
    "Y": (("Y", "yes"), ("N", "no")),
    "G": (("F", "female"), ("M", "male")),
    "C": (("Y", "yes"), ("U", "uncertain"), ("N", "no")),
    "E": (("I", "increase"), ("S", "same"), ("D", "decrease")),
}
"""Answers that LimeSurvey has by itself: the code, and the word for it."""


def of_answers(
    manuscript: Manuscript, asked: Asked, answers: Sequence[Answer], filtered: bool = False
) -> tuple[list[Option], dict[str, str]]:
    """Options from a question's answers, and LimeSurvey's code of each with ours."""
    rows = [(each.code, "") for each in answers]
    when = of_rows(manuscript, asked.question, rows) if filtered else {}
    return _options(manuscript, asked, [(a.code, a.label, when.get(a.code, True)) for a in answers])


def of_rows_as_codes(
    manuscript: Manuscript,
    asked: Asked,
    rows: Sequence[Subquestion],
    exclusive: Collection[str] = (),
) -> tuple[list[Option], dict[str, str]]:
    """The same from subquestions, which are the options of a multiple choice."""
    when = of_rows(manuscript, asked.question, [(row.code, row.relevance) for row in rows])
    found = [(row.code, row.text, when[row.code]) for row in rows]
    return _options(manuscript, asked, found, exclusive)


def _options(
    manuscript: Manuscript,
    asked: Asked,
    found: Sequence[tuple[str, Words, Said]],
    exclusive: Collection[str] = (),
) -> tuple[list[Option], dict[str, str]]:
    codes = legal_codes(code for code, _, _ in found)
    options: dict[str, Option] = {}
    for code, label, when in found:
        place = f"{asked.place}, option {code}"
        ours = codes[code]
        if ours != code:
            manuscript.report.add(place, "a code that is not legal", f'called "{ours}" here')
        if when is False:
            manuscript.report.add(place, "it is never offered", "left out")
            continue
        if ours in options:
            manuscript.report.add(place, "the code stands twice", "the second is left out")
            continue
        said = labelled(manuscript, label, code, place)
        ask_if = when if isinstance(when, dict) else None
        options[ours] = Option(ours, said, code in exclusive, ask_if)
    return list(options.values()), {code: codes[code] for code in codes if codes[code] in options}


def labelled(
    manuscript: Manuscript, label: Words, code: str, place: str, answers: bool = False
) -> Words:
    """A label in every language; where there is none, the code."""
    said = manuscript.plain(label, place, answers)
    if not said:
        manuscript.report.add(place, "no text", f'"{code or "?"}" stands there instead')
        return {manuscript.source: code or "?"}
    return said


def built_in(manuscript: Manuscript, kind: str) -> tuple[list[Option], dict[str, str]]:
    """Options that every survey of LimeSurvey has without writing them down."""
    told = BUILT_IN[kind]
    options = [Option(code, manuscript.said(word)) for code, word in told]
    return options, {code: code for code, _ in told}


def points(manuscript: Manuscript, most: int) -> tuple[list[Option], dict[str, str]]:
    """The figures from 1 on."""
    figures = [str(figure) for figure in range(1, most + 1)]
    tags = manuscript.tags.values()
    options = [Option(figure, dict.fromkeys(tags, figure)) for figure in figures]
    return options, {figure: figure for figure in figures}


def with_other(
    manuscript: Manuscript, asked: Asked, options: list[Option]
) -> tuple[Option, list[Option]]:
    """The option "other", and all of them with it at the end."""
    place = f"{asked.place}, attribute other_replace_text"
    label = manuscript.plain(asked.question.texts("other_replace_text"), place, answers=False)
    code = untaken_code("other", [option.code for option in options])
    other = Option(code, label or manuscript.said("other"))
    return other, [*options, other]


RANDOM = ("1", "random", "random_order")


def random(question: Question) -> bool:
    """Whether options or rows are shown in a random order."""
    names = ("random_order", "answer_order", "subquestion_order")
    values = [question.attribute(name) for name in names]
    return any(value in RANDOM for value in values)


def ordered(manuscript: Manuscript, asked: Asked, part: Plain) -> None:
    """Give a question, or a page of several, the variable that records a random order."""
    if random(asked.question):
        wanted = f"{asked.variable[:26]}_order"
        part["order"] = manuscript.variables.fresh(wanted, wanted)
    names = ("alphasort", "answer_order", "subquestion_order")
    values = [asked.question.attribute(name) for name in names]
    if any(value in ("alphabetical", "1") for value in values):
        manuscript.report.add(
            asked.place, "options in alphabetical order", "they keep the order of the file"
        )


def whole_number(manuscript: Manuscript, asked: Asked, name: str) -> int | None:
    """An attribute that must be a whole number from 1 on; anything else is noted."""
    value = asked.question.attribute(name)
    if value in ("", "0"):
        return None
    if value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    note_attribute(manuscript, asked, name, value)
    return None


def note_attribute(manuscript: Manuscript, asked: Asked, name: str, value: str) -> None:
    """An attribute with a value that has no equal."""
    manuscript.report.add(f"{asked.place}, attribute {name}", value, "left out: no equal here")


def codes_of(options: Iterable[Option]) -> list[str]:
    """The codes of options, in order."""
    return [option.code for option in options]
