"""The question bank: written in by reference, so that what is frozen needs no bank."""

import json
from pathlib import Path
from typing import Any

import pytest

from engage.exchange.questionnaire_folder import FolderRefused, load
from engage.questionnaire import document
from engage.questionnaire.bank import assembled
from engage.questionnaire.document import DocumentRefused
from engage.questionnaire.texts import sources
from engage.questionnaire.translation import fingerprint
from tests.core.small import Plain, small


def bank_and_source() -> tuple[Plain, Plain]:
    """The small questionnaire, its equality section and sex list moved into a bank."""
    source = small()
    bank: Plain = {
        "bank": "harmonised",
        "version": "7",
        "about": {"operator": "The bank's operator", "privacy": "The bank's privacy"},
        "code_lists": {"sex": source["code_lists"].pop("sex"), "unused": {"codes": []}},
        "sections": [source["sections"].pop()],
        "classifications": [source["classifications"].pop(0)],
        "derived": [],
    }
    source |= {
        "bank": "bank.json",
        "about": {"use": "harmonised", **source["about"], "privacy": "Our own privacy"},
        "sections": [*source["sections"], {"use": "equality"}],
        "classifications": [{"use": "sex"}, *source["classifications"]],
    }
    del source["about"]["operator"]
    return bank, source


def written(folder: Path, **files: Any) -> Path:
    for name, content in files.items():
        (folder / f"{name.replace('__', '.')}.json").write_text(json.dumps(content))
    return folder / "survey.json"


def texts(keys: dict[str, str]) -> dict[str, Any]:
    return {
        key: {"text": f"({text})", "of": fingerprint(text), "state": "machine"}
        for key, text in keys.items()
    }


def test_what_is_used_is_written_in() -> None:
    bank, source = bank_and_source()
    whole = assembled(source, bank)
    made = document.validated(whole)
    assert made.sections[-1].name == "equality"
    assert made.sections[-1].bank == "harmonised 7"
    assert [section.bank for section in made.sections[:-1]] == [None] * 3
    assert "unused" not in made.code_lists
    assert made.code_lists["sex"].names() == ("female", "male", "prefer_not")
    assert [c.variable for c in made.classifications] == ["sex", "age"]
    assert (made.about.operator, made.about.privacy) == ("The bank's operator", "Our own privacy")


def test_neither_source_nor_bank_is_changed() -> None:
    bank, source = bank_and_source()
    before = json.dumps([bank, source])
    whole = assembled(source, bank)
    whole["sections"][-1]["pages"].clear()
    whole["code_lists"]["sex"]["codes"].clear()
    assert json.dumps([bank, source]) == before


def test_a_part_that_the_bank_has_not_is_named() -> None:
    bank, source = bank_and_source()
    source["sections"][-1] = {"use": "equalty"}
    with pytest.raises(DocumentRefused) as refused:
        assembled(source, bank)
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("not_in_bank", "$.sections[3]")
    assert problem.parameters["known"] == "equality"


def test_translations_of_both_are_one(tmp_path: Path) -> None:
    bank, source = bank_and_source()
    keys = sources(document.validated(assembled(source, bank)))
    shared = {key: text for key, text in keys.items() if ".sex" in key or "equality" in key}
    own = {key: text for key, text in keys.items() if key not in shared}
    file = written(
        tmp_path,
        survey=source,
        bank=bank,
        survey__pl={"language": "pl", "texts": texts(own)},
        bank__pl={"language": "pl", "texts": texts({**shared, "question.other.text": "Other"})},
        bank__ro={"language": "ro", "texts": texts(shared)},
    )
    made = load(file)
    assert set(made.translations) == {"pl"}
    assert set(made.translations["pl"].texts) == set(keys)


def test_a_bank_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, source = bank_and_source()
    with pytest.raises(FolderRefused) as refused:
        load(written(tmp_path, survey=source))
    assert refused.value.file == tmp_path / "bank.json"


def test_a_bank_is_looked_for_beside_the_questionnaire_only(tmp_path: Path) -> None:
    bank, source = bank_and_source()
    inner = tmp_path / "inner"
    inner.mkdir()
    written(tmp_path, bank=bank)
    file = written(inner, survey={**source, "bank": "../bank.json"})
    with pytest.raises(FolderRefused) as refused:
        load(file)
    assert refused.value.file == inner / "bank.json"
