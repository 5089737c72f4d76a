"""The names that LimeSurvey has for the answers to a question."""

from .manuscript import Manuscript
from .references import Reference
from .survey import Question, Subquestion


def whole(manuscript: Manuscript, question: Question, reference: Reference) -> None:
    """Q1, 123X4X567 and Q567: the question itself."""
    numbers = (_sgqa(manuscript, question), f"Q{question.qid}")
    manuscript.references.add(reference, [question.code], numbers)


def part(manuscript: Manuscript, question: Question, name: str, reference: Reference) -> None:
    """Q1_other and its like: a field beside the answer, or a place of a ranking."""
    numbers = (f"{_sgqa(manuscript, question)}{name}", f"Q{question.qid}_C{name}")
    manuscript.references.add(reference, [f"{question.code}_{name}"], numbers)


def row(
    manuscript: Manuscript,
    question: Question,
    subquestion: Subquestion,
    reference: Reference,
    behind: tuple[str, str] = ("", ""),
) -> None:
    """Q1_SQ001: a row or an option. `behind`: what follows in a title, and in an identifier."""
    code = subquestion.code
    numbers = (
        f"{_sgqa(manuscript, question)}{code}{behind[1]}",
        f"Q{question.qid}_S{subquestion.qid}{behind[1]}",
    )
    manuscript.references.add(reference, [f"{question.code}_{code}{behind[0]}"], numbers)


def absent(manuscript: Manuscript, question: Question, why: str) -> None:
    """A question that has been left out, with all that its rows would be called."""
    reference = Reference("", "absent", why=why)
    whole(manuscript, question, reference)
    for subquestion in question.subquestions:
        row(manuscript, question, subquestion, reference)


def _sgqa(manuscript: Manuscript, question: Question) -> str:
    return f"{manuscript.survey.sid}X{question.gid}X{question.qid}"
