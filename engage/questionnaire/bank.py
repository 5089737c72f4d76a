"""The question bank: shared sections, lists and texts, used by reference and written in once.

A source document refers to the bank; the document that is frozen has everything in it.
"""

import copy
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from .document import DocumentRefused
from .frozen import Frozen, Text
from .problem import Problem
from .translation import Translation

Plain = dict[str, Any]

NAMED_BY = {"sections": "name", "derived": "name", "classifications": "variable"}
"""Lists that may use parts of the bank, with the field that names a part."""


class Use(Frozen):
    """A reference to a part of the bank."""

    use: Text


def assembled(source: Mapping[str, Any], bank: Mapping[str, Any]) -> Plain:
    """The whole document of a source that refers to the bank; raises DocumentRefused.

    Code lists and pictures that are used by name and not written in the source come from the bank.
    """
    whole: Plain = copy.deepcopy({key: part for key, part in source.items() if key != "bank"})
    problems: list[Problem] = []
    for kind, field in NAMED_BY.items():
        if isinstance(whole.get(kind), list):
            shared = {part.get(field): part for part in bank.get(kind, [])}
            whole[kind] = [
                _part(part, shared, f"$.{kind}[{at}]", problems)
                for at, part in enumerate(whole[kind])
            ]
    if problems:
        raise DocumentRefused(problems)
    for section, said in zip(whole.get("sections", ()), source.get("sections", ()), strict=True):
        if _used(said) is not None:
            section["bank"] = f"{bank.get('bank', 'bank')} {bank.get('version', '')}".strip()
    about = whole.get("about")
    if isinstance(about, dict) and about.pop("use", None) is not None:
        whole["about"] = {**bank.get("about", {}), **about}
    for kind, wanted in (
        ("code_lists", set(_named(whole, "code_list"))),
        ("pictures", set(_named(whole, "pictures"))),
    ):
        own, shared = whole.get(kind) or {}, bank.get(kind, {})
        added = {name: part for name, part in shared.items() if name in wanted and name not in own}
        if added:
            whole[kind] = {**copy.deepcopy(added), **own}
    return whole


def with_pictures(
    whole: Plain, bank: Mapping[str, Any], translations: Iterable[Translation]
) -> Plain:
    """The same document with the bank's pictures that its translations show."""
    own, shared = whole.get("pictures", {}), bank.get("pictures", {})
    wanted = {name for translation in translations for name in translation.pictures.values()}
    added = {name: part for name, part in shared.items() if name in wanted and name not in own}
    return {**whole, "pictures": {**copy.deepcopy(added), **own}} if added else whole


def merged(own: Translation, shared: Translation | None, keys: Container[str]) -> Translation:
    """A language's own texts, with the bank's for those of `keys` that are the bank's."""
    if shared is None:
        return own
    texts = {key: text for key, text in shared.texts.items() if key in keys}
    pictures = {
        question: name
        for question, name in shared.pictures.items()
        if f"question.{question}.text" in keys
    }
    return Translation(
        reviewer=own.reviewer,
        pictures={**pictures, **own.pictures},
        texts={**texts, **own.texts},
    )


def _used(part: Any) -> str | None:
    used = part.get("use") if isinstance(part, Mapping) and len(part) == 1 else None
    return used if isinstance(used, str) else None


def _part(part: Any, shared: Mapping[Any, Any], place: str, problems: list[Problem]) -> Any:
    used = _used(part)
    if used is None:
        return part
    if used not in shared:
        known = ", ".join(str(name) for name in shared)
        problems.append(Problem("not_in_bank", place, {"name": used, "known": known}))
        return part
    return copy.deepcopy(shared[used])


def _named(part: Any, field: str) -> Iterator[str]:
    """Every name that stands anywhere in a document under `field`, be it one or a list."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key == field and isinstance(value, str):
                yield value
            elif key == field and isinstance(value, list):
                yield from (each for each in value if isinstance(each, str))
            else:
                yield from _named(value, field)
    elif isinstance(part, list):
        for each in part:
            yield from _named(each, field)
