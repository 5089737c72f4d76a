"""The questionnaire as one JSON document: read, written, and known by its digest."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, TypeVar

from pydantic import ValidationError

from .definition import Questionnaire
from .frozen import Frozen
from .problem import Parameter, Problem
from .translation import Translation

Part = TypeVar("Part", bound=Frozen)


class DocumentRefused(Exception):
    """The document cannot be read; `problems` say where and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


class TranslationFile(Translation):
    """One language of a questionnaire in a file of its own."""

    language: str


def read(content: bytes | str) -> Questionnaire:
    """A questionnaire from its JSON document; raises DocumentRefused."""
    return validated(plain(content))


def plain(content: bytes | str) -> Any:
    """The JSON of a document as plain data, not yet looked at; raises DocumentRefused."""
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        place = {"byte": error.start + 1}
        raise DocumentRefused([Problem("not_utf8", "$", place)]) from None
    except json.JSONDecodeError as error:
        at: dict[str, Parameter] = {"line": error.lineno, "column": error.colno}
        at["expected"] = error.msg
        raise DocumentRefused([Problem("not_json", "$", at)]) from None
    except (RecursionError, _Unreadable) as error:
        what = str(error) if isinstance(error, _Unreadable) else "nested too deeply"
        raise DocumentRefused([Problem("not_a_document", "$", {"expected": what})]) from None


def validated(raw: Any) -> Questionnaire:
    """A questionnaire from plain data; raises DocumentRefused."""
    return _validated(Questionnaire, raw)


def read_translation(content: bytes | str) -> tuple[str, Translation]:
    """A language and its texts from a translation file; raises DocumentRefused."""
    file = _validated(TranslationFile, plain(content))
    own = Translation(reviewer=file.reviewer, pictures=file.pictures, texts=file.texts)
    return file.language, own


def with_translations(
    questionnaire: Questionnaire, translations: dict[str, Translation]
) -> Questionnaire:
    """The same questionnaire with these languages added or replaced."""
    merged = {**questionnaire.translations, **translations}
    return changed(questionnaire, translations=merged)


def changed(questionnaire: Questionnaire, **parts: Any) -> Questionnaire:
    """The same questionnaire with other parts, and nothing remembered of the parts it had."""
    own = {field: getattr(questionnaire, field) for field in type(questionnaire).model_fields}
    return Questionnaire.model_construct(**{**own, **parts})


def write(questionnaire: Questionnaire) -> str:
    """The document, in the one form that has the one digest: `read` is its inverse."""
    plain = questionnaire.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(questionnaire: Questionnaire) -> str:
    """SHA-256 of the document, in hex."""
    return sha256(write(questionnaire).encode()).hexdigest()


def json_path(location: Sequence[str | int]) -> str:
    """`$.sections[0].title` for ("sections", 0, "title")."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "$" + "".join(steps)


def _validated(part: type[Part], raw: Any) -> Part:
    try:
        return part.model_validate(raw)
    except ValidationError as error:
        found = [_problem(raw, dict(e)) for e in error.errors(include_url=False)]
        raise DocumentRefused(_innermost(found)) from None


class _Unreadable(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(k for k, _ in pairs if [key for key, _ in pairs].count(k) > 1)
        raise _Unreadable(f'the name "{twice}" once in one object, not twice')
    return found


def _no_constant(name: str) -> float:
    raise _Unreadable(f"a number, not {name}")


def _innermost(problems: list[Problem]) -> list[Problem]:
    """One for each place, without those that only follow from another deeper in it."""
    at = {problem.place: problem for problem in problems}  # of alternatives the widest is last
    return [
        problem
        for place, problem in at.items()
        if not any(other.startswith((f"{place}.", f"{place}[")) for other in at)
    ]


def _problem(raw: Any, error: dict[str, Any]) -> Problem:
    missing = error["type"] == "missing"
    place = json_path(_without_tags(raw, error["loc"], missing))
    return Problem("not_a_document", place, {"expected": str(error["msg"])})


def _without_tags(raw: Any, location: Sequence[str | int], missing: bool) -> list[str | int]:
    """The library names the chosen alternative in its locations; a JSON path has no such step."""
    path: list[str | int] = []
    here = raw
    for at, step in enumerate(location):
        absent = missing and at == len(location) - 1  # what is not there has a place as well
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            if not absent:
                continue
        path.append(step)
    return path
