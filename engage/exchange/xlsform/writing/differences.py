"""What an import of an exported workbook would not give back."""

import json
from collections.abc import Iterator
from typing import Any

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.document import DocumentRefused, json_path

from ...imported import Note
from ...refused import FileRefused
from ..reading import read

DONE = "an import of this workbook does not give it back"


def differences(questionnaire: Questionnaire, content: bytes) -> Iterator[Note]:
    """A note on each value that is another one after the way there and back."""
    try:
        back = document.validated(read(content, f"{questionnaire.survey}.xlsx").document)
    except FileRefused as error:
        for mistake in error.mistakes:
            yield Note("the workbook", mistake, "other programs may refuse it")
        return
    except DocumentRefused as error:
        for problem in error.problems:
            yield Note("the workbook", f"{problem.place}: {dict(problem.parameters)}", DONE)
        return
    before, after = (json.loads(document.write(each)) for each in (questionnaire, back))
    for path, value in _different(before, after, ()):
        if path[0] == "pictures" and path[-1] in ("content", "media_type"):
            continue  # that the file goes its own way is noted already
        found = json.dumps(value, ensure_ascii=False)
        yield Note(json_path(path), found if len(found) <= 120 else f"{found[:119]}…", DONE)


def _different(before: Any, after: Any, path: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            yield from _different(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for at, pair in enumerate(zip(before, after, strict=True)):
            yield from _different(*pair, (*path, at))
    elif before != after:
        yield path, before
