"""Choices: a list, a dropdown, a list with a comment, yes or no, gender, several, a ranking."""

from dataclasses import replace

from . import identities
from .asking import Asked
from .combining import both
from .manuscript import Manuscript, Option, Plain
from .options import (
    built_in,
    of_answers,
    of_rows_as_codes,
    ordered,
    whole_number,
    with_other,
)
from .references import OTHER, Reference

SHARED = {"Y": "yes_no", "G": "gender"}
"""Names of the code lists that several questions have together."""


def single(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types L, ! and O: one of the answers, with "other" and a comment asked afterwards."""
    question = asked.question
    options, codes = of_answers(manuscript, asked, question.answers_of(), filtered=True)
    other: Option | None = None
    if question.other:
        other, options = with_other(manuscript, asked, options)
        codes = {**codes, OTHER: other.code}
    if not options:
        return []
    choice = manuscript.ask("single_choice", asked.variable, asked.text, asked.hint)
    choice["code_list"] = manuscript.list_of(asked.variable, options)
    ordered(manuscript, asked, choice)
    pages = [manuscript.page(asked.variable, [choice], asked.ask_if)]
    if other is not None:
        pages.append(_other(manuscript, asked, other))
    if question.kind == "O":
        pages.append(_comment(manuscript, asked))
    _known(manuscript, asked, codes)
    return pages


def yes_no_gender(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types Y and G: a single choice with answers that LimeSurvey has by itself."""
    options, codes = built_in(manuscript, asked.question.kind)
    choice = manuscript.ask("single_choice", asked.variable, asked.text, asked.hint)
    choice["code_list"] = manuscript.list_of(SHARED[asked.question.kind], options)
    _known(manuscript, asked, codes)
    return [manuscript.page(asked.variable, [choice], asked.ask_if)]


def several(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Types M and P: any of the options; what belongs to one is asked if it was chosen."""
    question = asked.question
    rows = question.rows_of()
    alone = [code.strip() for code in question.attribute("exclude_all_others").split(";")]
    options, codes = of_rows_as_codes(manuscript, asked, rows, set(alone) - {""})
    own = list(options)
    other: Option | None = None
    if question.other:
        other, options = with_other(manuscript, asked, options)
    if not options:
        return []
    options = _not_all_alone(manuscript, asked, options)
    choice = manuscript.ask("multiple_choice", asked.variable, asked.text, asked.hint)
    choice["code_list"] = manuscript.list_of(asked.variable, options)
    most = whole_number(manuscript, asked, "max_answers")
    if most is not None and most < len(options):
        choice["most"] = most
    ordered(manuscript, asked, choice)
    pages = [manuscript.page(asked.variable, [choice], asked.ask_if)]
    if other is not None:
        pages.append(_other(manuscript, asked, other))
        reference = _chosen(asked, other.code)
        identities.part(manuscript, question, "other", reference)
    if question.kind == "P" and own:
        pages.append(_comments(manuscript, asked, own, codes))
    for row in rows:
        if row.code in codes:
            identities.row(manuscript, question, row, _chosen(asked, codes[row.code]))
    reference = Reference(asked.variable, "several", codes, when=asked.when)
    identities.whole(manuscript, question, reference)
    return pages


def _not_all_alone(manuscript: Manuscript, asked: Asked, options: list[Option]) -> list[Option]:
    """Where every option would go with no other, none does."""
    if not all(option.exclusive for option in options):
        return options
    place = f"{asked.place}, attribute exclude_all_others"
    done = "left out: every option would go with no other; a single choice says that"
    manuscript.report.add(place, ", ".join(option.code for option in options), done)
    return [replace(option, exclusive=False) for option in options]


def ranking(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Type R: answers put in order."""
    question = asked.question
    if question.answers:
        options, codes = of_answers(manuscript, asked, question.answers_of(), filtered=True)
    else:  # newer versions rank subquestions
        options, codes = of_rows_as_codes(manuscript, asked, question.rows_of())
    if not options:
        return []
    order = manuscript.ask("ranking", asked.variable, asked.text, asked.hint)
    order["code_list"] = manuscript.list_of(asked.variable, options)
    most = whole_number(manuscript, asked, "max_answers") or whole_number(
        manuscript, asked, "max_subquestions"
    )
    if most is not None and most < len(options):
        order["most"] = most
    ordered(manuscript, asked, order)
    why = "one place of a ranking, which cannot be looked at"
    for place in range(1, len(options) + 1):
        reference = Reference("", "absent", why=why)
        identities.part(manuscript, question, str(place), reference)
    reference = Reference(asked.variable, "several", codes, when=asked.when)
    identities.whole(manuscript, question, reference)
    return [manuscript.page(asked.variable, [order], asked.ask_if)]


def _known(manuscript: Manuscript, asked: Asked, codes: dict[str, str]) -> None:
    reference = Reference(asked.variable, "code", codes, when=asked.when)
    identities.whole(manuscript, asked.question, reference)


def _chosen(asked: Asked, code: str) -> Reference:
    return Reference(asked.variable, "chosen", code=code, when=asked.when)


def _other(manuscript: Manuscript, asked: Asked, other: Option) -> Plain:
    name = manuscript.variables.fresh(f"{asked.variable[:26]}_other", "other")
    what = manuscript.said("what")
    chosen = {"is": {"variable": asked.variable, "value": other.code}}
    words = manuscript.ask("short_text", name, other.label, what)
    if asked.question.kind in ("L", "!", "O"):
        reference = Reference(name, "words", when=both(asked.when, chosen))
        identities.part(manuscript, asked.question, "other", reference)
    done = f'asked on a page after it as "{name}"'
    manuscript.report.add(f"{asked.place}, column other", "a field for another answer", done)
    return manuscript.page(name, [words], chosen)


def _comment(manuscript: Manuscript, asked: Asked) -> Plain:
    name = manuscript.variables.fresh(f"{asked.variable[:24]}_comment", "comment")
    words = manuscript.ask("short_text", name, manuscript.said("more"), asked.text)
    words["limit"] = 500
    reference = Reference(name, "words", when=asked.when)
    identities.part(manuscript, asked.question, "comment", reference)
    done = f'asked on a page after it as "{name}"'
    manuscript.report.add(asked.place, "a field for a comment", done)
    return manuscript.page(name, [words], asked.ask_if)


def _comments(
    manuscript: Manuscript, asked: Asked, options: list[Option], codes: dict[str, str]
) -> Plain:
    """One page after a multiple choice, with a text for each option that was chosen."""
    theirs = {ours: code for code, ours in codes.items()}
    questions = []
    for option in options:
        wanted = f"{asked.variable}_{option.code}"[:24].lower()
        name = manuscript.variables.fresh(f"{wanted}_comment", "comment")
        words = manuscript.ask("short_text", name, option.label, manuscript.said("more"))
        chosen = {"is": {"variable": asked.variable, "value": option.code}}
        words["ask_if"] = chosen
        questions.append(words)
        reference = Reference(name, "words", when=both(asked.when, chosen))
        part = f"{theirs[option.code]}comment"
        identities.part(manuscript, asked.question, part, reference)
    done = "asked on a page after it, of each option that was chosen"
    manuscript.report.add(asked.place, "a field for a comment beside each option", done)
    return manuscript.page(f"{asked.variable}-comments", questions)
