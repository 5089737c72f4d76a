"""Pictures: there, and with words for those who do not see them."""

from collections.abc import Iterator

from ..definition import Questionnaire
from ..kinds import Picture
from ..problem import Problem


def pictures(q: Questionnaire) -> Iterator[Problem]:
    """Pictures that are named and not there, or asked about without an alt text."""
    for _, _, question in q.walk():
        for name in question.pictures if isinstance(question, Picture) else ():
            if name not in q.pictures:
                yield Problem("unknown_picture", question.name, {"name": name})
            elif q.pictures[name].alt is None:
                yield Problem("alt_missing", question.name, {"name": name})
    for language, translation in q.translations.items():
        for question_name, name in translation.pictures.items():
            place = f"translations.{language}.pictures.{question_name}"
            if name not in q.pictures:
                yield Problem("unknown_picture", place, {"name": name})
