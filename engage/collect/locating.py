"""Locating: a postcode that was typed becomes an area at once, and is kept nowhere."""

from collections.abc import Callable
from functools import partial

from engage.questionnaire.answers import Posted
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.kinds import Area
from engage.questionnaire.step import Step

Find = Callable[[str, str], str | None]
"""From the name of a list of areas and a postcode to the code of its area."""


def located(questionnaire: Questionnaire, step: Step, posted: Posted, find: Find) -> Posted:
    """The fields of a page with areas chosen in place of the postcodes that lie in one."""
    for question in step.questions:
        if isinstance(question, Area):
            lists = step.lists(question, questionnaire.code_lists)
            offered = lists[question.code_list].names()
            posted = question.located(posted, partial(_area, find, question.code_list, offered))
    return posted


def _area(find: Find, list_name: str, offered: tuple[str, ...], postcode: str) -> str | None:
    code = find(list_name, postcode)
    return code if code in offered else None
