"""Repeated sections: written once, asked once for each option chosen earlier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .codes import CodeList
from .conditions import All, Condition, Is, OneValue, renamed
from .kinds import MultipleChoice, Question
from .kinds.question import Renamer
from .pages import Page, Section


@dataclass(frozen=True)
class Origin:
    """What a part of a repeated section is called where it is written, and for which option."""

    template: str
    variable: str
    code: str


@dataclass(frozen=True)
class Expansion:
    """The sections as they are asked, and the origin of each part that repeats, by its name."""

    sections: tuple[Section, ...]
    origins: Mapping[str, Origin]


def expanded(sections: tuple[Section, ...], lists: Mapping[str, CodeList]) -> Expansion:
    """Each repeated section once for each option that says something and can go with others.

    A variable x becomes x_code; a page or section p becomes p-code. What cannot be repeated, since
    the variable is not there, stays as it is; checking says so.
    """
    found: list[Section] = []
    origins: dict[str, Origin] = {}
    for section in sections:
        codes = repeated_codes(section, sections, lists)
        if section.repeat is None or not codes:
            found.append(section)
            continue
        for code in codes:
            found.append(_instance(section, section.repeat.variable, code, origins))
    return Expansion(tuple(found), origins)


def repeated_codes(
    section: Section, sections: tuple[Section, ...], lists: Mapping[str, CodeList]
) -> tuple[str, ...]:
    """The codes that a section repeats for; none if it does not repeat, or cannot."""
    if section.repeat is None:
        return ()
    for question in _questions(sections):
        if isinstance(question, MultipleChoice) and question.name == section.repeat.variable:
            codes = lists.get(question.code_list)
            if codes is not None:
                return tuple(code for code in codes.valid() if code not in codes.exclusive())
    return ()


def _questions(sections: tuple[Section, ...]) -> Iterator[Question]:
    for section in sections:
        for page in section.pages:
            yield from page.questions


class _Renamer(Renamer):
    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def __call__(self, condition: Condition | None) -> Condition | None:
        return None if condition is None else renamed(condition, self.names)


def _instance(section: Section, variable: str, code: str, origins: dict[str, Origin]) -> Section:
    slug = code.lower().translate(str.maketrans("_.+", "---"))
    names = {name: f"{name}_{code}" for name in _names(section)}
    rename = _Renamer(names)
    pages = tuple(_page(page, slug, names, rename) for page in section.pages)
    for name, made in names.items():
        origins[made] = Origin(name, variable, code)
    for name in (section.name, *(page.name for page in section.pages)):
        origins[f"{name}-{slug}"] = Origin(name, variable, code)
    chosen = Is.model_validate({"is": OneValue(variable=variable, value=code)})
    asked: Condition = chosen
    if section.ask_if is not None:
        asked = All.model_validate({"all": (section.ask_if, chosen)})
    return Section.model_construct(
        name=f"{section.name}-{slug}",
        title=section.title,
        introduction=section.introduction,
        equality=section.equality,
        ask_if=asked,
        repeat=section.repeat,
        order=names.get(section.order) if section.order else None,
        bank=section.bank,
        pages=pages,
    )


def _page(page: Page, slug: str, names: Mapping[str, str], rename: _Renamer) -> Page:
    return Page.model_construct(
        name=f"{page.name}-{slug}",
        ask_if=rename(page.ask_if),
        order=names.get(page.order) if page.order else None,
        questions=_renamed(page, names, rename),
    )


def _renamed(page: Page, names: Mapping[str, str], rename: _Renamer) -> tuple[Any, ...]:
    return tuple(question.renamed(names, rename) for question in page.questions)


def _names(section: Section) -> Iterator[str]:
    """Every name of a section that a variable or a statement has."""
    if section.order is not None:
        yield section.order
    for page in section.pages:
        if page.order is not None:
            yield page.order
        for question in page.questions:
            yield question.name
            yield from question.variables()
            if getattr(question, "order", None):
                yield str(getattr(question, "order", None))
