"""Each question of the file: by its type into pages, or left out with a note."""

from collections.abc import Callable

from . import choices, fields, grids, identities
from .asking import Asked, relevance
from .combining import Condition, both
from .leftovers import told
from .manuscript import Manuscript, Plain
from .options import points
from .references import Reference
from .survey import Question, Words

LONGEST_HEADING = 120

Writer = Callable[[Manuscript, Asked], list[Plain]]


def scale(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Type 5: one of five points."""
    made = manuscript.ask("scale", asked.variable, asked.text, asked.hint)
    for key, figure in (("low", "1"), ("high", "5")):
        in_all = dict.fromkeys(manuscript.tags.values(), figure)
        made[key] = manuscript.say(f"question.{asked.variable}.{key}", in_all)
    manuscript.report.share(
        asked.place, "five points without words at the ends", "write words for low and high"
    )
    _, codes = points(manuscript, 5)
    reference = Reference(asked.variable, "code", codes, when=asked.when)
    identities.whole(manuscript, asked.question, reference)
    return [manuscript.page(asked.variable, [made], asked.ask_if)]


def statement(manuscript: Manuscript, asked: Asked) -> list[Plain]:
    """Type X: a text. Its first paragraph is the heading if it is short, else the group's name."""
    first = {tag: text.partition("\n\n")[0] for tag, text in asked.text.items()}
    body = {tag: text.partition("\n\n")[2] for tag, text in asked.text.items()}
    if len(first[manuscript.source]) > LONGEST_HEADING and asked.title:
        first, body = dict(asked.title), dict(asked.text)
    made = manuscript.ask("statement", asked.variable, first, asked.hint)
    if body[manuscript.source]:
        told = {tag: text for tag, text in body.items() if text}
        made["body"] = manuscript.say(f"question.{asked.variable}.body", told)
    identities.absent(manuscript, asked.question, "a text that is not answered")
    return [manuscript.page(asked.variable, [made], asked.ask_if)]


WRITERS: dict[str, Writer] = {
    "L": choices.single,
    "!": choices.single,
    "O": choices.single,
    "Y": choices.yes_no_gender,
    "G": choices.yes_no_gender,
    "M": choices.several,
    "P": choices.several,
    "R": choices.ranking,
    "5": scale,
    "X": statement,
    "N": fields.single,
    "S": fields.single,
    "T": fields.single,
    "U": fields.single,
    "D": fields.single,
    "Q": fields.several,
    "K": fields.several,
    ";": fields.array,
    ":": fields.array,
    "F": grids.array,
    "H": grids.array,
    "A": grids.array,
    "B": grids.array,
    "C": grids.array,
    "E": grids.array,
    "1": grids.dual_scale,
}
LEFT_OUT = {
    "I": ("a language switch", "the language is chosen above every page"),
    "|": ("an upload of files", "no files are taken here"),
    "*": ("an equation", "nothing is worked out while somebody answers"),
}


def pages_of(
    manuscript: Manuscript, question: Question, title: Words, group: Condition | None
) -> list[Plain]:
    """The pages of one question; none if it has been left out, which is noted."""
    pages = _pages(manuscript, question, title, group)
    told(manuscript, question, taken=bool(pages))
    manuscript.references.settle()
    return pages


def never(manuscript: Manuscript, question: Question, why: str) -> None:
    """Leave a question out, with all its rows."""
    manuscript.report.add(question.place, why, "left out")
    told(manuscript, question, taken=False)
    identities.absent(manuscript, question, f"which was left out ({why})")
    manuscript.references.settle()


def _pages(
    manuscript: Manuscript, question: Question, title: Words, group: Condition | None
) -> list[Plain]:
    why = _left_out(manuscript, question)
    if why:
        identities.absent(manuscript, question, f"which was left out ({why})")
        return []
    when = relevance(manuscript, question)
    if when is False:
        manuscript.report.add(question.place, "it is never asked (relevance 0)", "left out")
        identities.absent(manuscript, question, "which is never asked")
        return []
    ask_if = when if isinstance(when, dict) else None
    asked = _asked(manuscript, question, title, ask_if, group)
    pages = WRITERS[question.kind](manuscript, asked)
    if not pages:
        manuscript.report.add(question.place, "a question without options or rows", "left out")
        identities.absent(manuscript, question, "which was left out (no options)")
    return pages


def _left_out(manuscript: Manuscript, question: Question) -> str:
    """Why a question cannot be taken; empty if it can."""
    found, why = "", ""
    if question.kind in LEFT_OUT:
        found, why = LEFT_OUT[question.kind]
        if question.kind == "*":
            found = f"{found}: {question.attribute('equation') or _any(question)}"
    elif question.kind not in WRITERS:
        found, why = f'the type "{question.kind}"', "this type is not known"
    elif question.is_set("hidden"):
        found, why = "a hidden question", "nobody is shown it"
    if found:
        manuscript.report.add(question.place, found, f"left out: {why}")
    return why


def _any(question: Question) -> str:
    return next(iter(question.text.values()), "")


def _asked(
    manuscript: Manuscript,
    question: Question,
    title: Words,
    ask_if: Condition | None,
    group: Condition | None,
) -> Asked:
    variable = manuscript.variable(question, question.code, question.place)
    text = manuscript.plain(question.text, question.place)
    if not text:
        manuscript.report.add(question.place, "no text", "its code stands there instead")
        text = {manuscript.source: question.code or variable}
    hint = manuscript.plain(question.help, f"{question.place}, column help")
    return Asked(question, variable, text, hint, title, ask_if, both(group, ask_if))
