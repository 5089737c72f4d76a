"""The interface in every language: whole, with the places to fill kept, and in its own plurals."""

import json
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from engage.resources import resource
from engage.web.languages import LANGUAGES, SOURCE, InterfaceLanguage
from engage.web.wording import catalogue
from tests.support.commands import ROOT

TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE)
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")

each_language = pytest.mark.parametrize("language", TRANSLATED, ids=lambda each: each.tag)


@lru_cache
def read(folder: str) -> Catalog:
    file = "messages.pot" if not folder else f"{folder}/LC_MESSAGES/messages.po"
    with (resource("translations") / file).open("rb") as opened:
        return read_po(opened, ignore_obsolete=True)


def messages(found: Catalog) -> dict[tuple[str | None, str], Message]:
    texts = (message for message in found if message.id)
    return {(message.context, one(message)): message for message in texts}


def one(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def places(text: str) -> list[str]:
    return sorted(set(PLACE.findall(text)))


def folder(language: InterfaceLanguage) -> str:
    return language.catalogue or language.tag


def test_each_language_has_a_catalogue_and_a_place_for_its_reviewer() -> None:
    translations = resource("translations")
    assert {path.name for path in translations.iterdir() if path.is_dir()} == {
        folder(language) for language in TRANSLATED
    }
    reviewers = json.loads((translations / "reviewers.json").read_text(encoding="utf-8"))
    assert set(reviewers) == {language.tag for language in TRANSLATED}


@each_language
def test_every_text_is_translated(language: InterfaceLanguage) -> None:
    there = messages(read(folder(language)))
    wanted = messages(read(""))
    assert set(there) == set(wanted)
    assert not [key for key, message in there.items() if message.fuzzy or not all(forms(message))]


@each_language
def test_what_is_filled_in_is_kept(language: InterfaceLanguage) -> None:
    found = read(folder(language))
    for message in messages(found).values():
        sources = (message.id,) if isinstance(message.id, str) else message.id
        allowed = [places(source) for source in sources]
        assert all(places(form) in allowed for form in forms(message)), message.id
        if not isinstance(message.id, str):
            assert len(forms(message)) == found.num_plurals, message.id
            assert places(forms(message)[-1]) == allowed[-1], message.id


@each_language
def test_pages_ask_for_the_words_of_the_catalogue(language: InterfaceLanguage) -> None:
    compiled = catalogue(language.tag)
    for (context, text), message in messages(read(folder(language))).items():
        if isinstance(message.id, str):
            assert compiled.upgettext(context, text) == message.string


@each_language
def test_babel_knows_its_dates(language: InterfaceLanguage) -> None:
    assert Locale.parse(language.locale or language.tag).language == language.tag.split("-")[0]


@pytest.mark.parametrize(
    ("tag", "alike"),
    [
        ("en-x-easyread", [{1}, {0, 2, 11, 100}]),
        ("ar", [{1}, {2}, {3, 10, 103}, {11, 99, 111}, {100, 101, 202}]),
        ("uk", [{1, 21, 101}, {2, 24, 102}, {5, 11, 12, 100}]),
        ("zh-Hant", [{0, 1, 2, 11, 100}]),
    ],
)
def test_plurals_are_those_of_the_language(tag: str, alike: list[set[int]]) -> None:
    compiled = catalogue(tag)

    def said(n: int) -> str:
        return compiled.unpgettext("desk", "%(num)s response", "%(num)s responses", n)

    groups = [{said(n) for n in numbers} for numbers in alike]
    assert all(len(group) == 1 for group in groups)
    assert len(set.union(*groups)) == len(alike)


def test_the_template_has_every_text_of_pages_and_code(tmp_path: Path) -> None:
    collected = tmp_path / "messages.pot"
    pybabel = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"]
    keywords = "lazy_gettext lazy_ngettext:1,2 lazy_pgettext:1c,2 lazy_npgettext:1c,2,3"
    options = ["--mapping-file", "pyproject.toml", "--keywords", keywords]
    subprocess.run([*pybabel, *options, "--output-file", collected, "."], cwd=ROOT, check=True)
    with collected.open("rb") as opened:
        assert set(messages(read_po(opened))) == set(messages(read(""))), "run: make translations"
