"""The documentation keeps up with the code: commands, settings, kinds, the schema and links."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import jsonschema
import pytest

from engage.cli import engage
from engage.questionnaire.kinds import KINDS
from engage.questionnaire.schema import schema as schema_of_code
from tests.support.commands import ROOT

REFERENCE = ROOT / "docs" / "reference"
QUESTIONNAIRES = (
    ROOT / "questionnaires" / "smart-citizens.json",
    ROOT / "docs" / "tutorial" / "library-visits.json",
)
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?\s*\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
# The indented and the fenced blocks, and code within a line: nothing in them is a link.
CODE = re.compile(r"^(?: {4}|\t).*$|^```[^`]*```|`[^`\n]*`", re.MULTILINE)


def commands(
    group: click.Group = engage, name: str = "engage"
) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its whole name."""
    for own, command in group.commands.items():
        whole = f"{name} {own}"
        if isinstance(command, click.Group):
            yield from commands(command, whole)
        else:
            yield whole, command


def named(paths: list[Path]) -> list[str]:
    """Paths as a test's id."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


def anchors(page: Path) -> set[str]:
    """The fragments that lead to a heading of a page, as code hosts make them."""
    plain = (
        re.sub(r"[`*]|\]\([^)]*\)|[\[]", "", found)
        for found in HEADING.findall(page.read_text("utf-8"))
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[n for n, _ in commands()])
def test_a_command_is_in_the_reference_and_its_help_has_an_example(
    name: str, command: click.Command
) -> None:
    headings = HEADING.findall((REFERENCE / "commands.md").read_text("utf-8"))
    assert any(re.search(rf"\b{name}\b", heading) for heading in headings)
    assert re.search(rf"\b{name}\b", command.epilog or ""), "the example calls the command itself"
    for option in command.params:
        if isinstance(option, click.Option):
            section = (REFERENCE / "commands.md").read_text("utf-8").partition(f"## {name}\n")[2]
            assert option.opts[0] in section.partition("\n## ")[0], "every option is mentioned"


def test_every_setting_is_in_the_reference_and_no_other() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "engage").rglob("*.py"))
    used = set(re.findall(r"""["'](ENGAGE_[A-Z_]+)["']""", code))
    rows = re.findall(
        r"^\| `(ENGAGE_[A-Z_]+)` \|", (REFERENCE / "settings.md").read_text("utf-8"), re.M
    )
    assert used == set(rows)


def test_every_kind_has_a_heading_and_no_other_is_there() -> None:
    reference = (REFERENCE / "question-kinds.md").read_text("utf-8")
    kinds = [str(kind.model_fields["kind"].annotation.__args__[0]) for kind in KINDS]  # type: ignore[union-attr]
    assert re.findall(r"^## (.+)$", reference, re.MULTILINE) == kinds


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((REFERENCE / "questionnaire.schema.json").read_text("utf-8"))


def test_the_schema_is_that_of_the_code(schema: Any) -> None:
    assert schema == schema_of_code(), (
        "run: engage survey schema > docs/reference/questionnaire.schema.json"
    )


@pytest.mark.parametrize("file", QUESTIONNAIRES, ids=lambda file: file.stem)
def test_the_schema_accepts_the_questionnaires(schema: Any, file: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    plain = json.loads(file.read_text("utf-8"))
    assert not list(validator.iter_errors(plain))
    del plain["title"]
    assert list(validator.iter_errors(plain)), "and refuses what lacks something"


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
        address, _, fragment = unquote(target).partition("#")
        if re.match(r"[a-z]+:", address):
            continue
        file = (page.parent / address).resolve() if address else page
        inside = file.is_relative_to(ROOT) and file.exists()
        if not inside or (fragment and file.suffix == ".md" and fragment not in anchors(file)):
            broken.append(target)
    assert not broken


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        targets = (t.partition("#")[0] for t in LINK.findall(page.read_text("utf-8")))
        waiting += [(page.parent / t).resolve() for t in targets if t and ":" not in t]
    assert set(PAGES) <= reached


# In two parts, so that this file does not name what it forbids.
REGISTRIES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("anaconda", "(org|com)"),
    ("crates", "io"),
    ("(deb|security).debian", "org"),
    ("archive.ubuntu", "com"),
    ("proxy.golang", "org"),
)
REGISTRY = re.compile("|".join(rf"\b{name}\.{end}\b" for name, end in REGISTRIES))
MACHINE = re.compile(r"(?<![\w.~$-])/(?:home|root|Users|work|mnt|var/folders)/[\w.]")
MADE = {
    ".git", ".venv", "instance", "build", "dist", "node_modules", "output", "__pycache__",
    ".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache",
}  # fmt: skip


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the checkout that a person wrote or keeps, with what is in it."""
    waiting = [ROOT]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.name in MADE or path.name.endswith(".egg-info") or path.is_symlink():
                continue
            if path.is_dir():
                if not (path / "pyvenv.cfg").exists():
                    waiting.append(path)
                continue
            try:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture, or a compiled catalogue


def test_no_file_names_a_package_registry_or_a_place_on_somebodys_machine() -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in texts()
        for pattern in (REGISTRY, MACHINE)
        for match in pattern.finditer(text)
    ]
    assert not found
    assert REGISTRY.search("files." + "python" + "hosted.org")
    assert MACHINE.search(" /" + "home/ada")
