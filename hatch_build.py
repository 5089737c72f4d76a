"""Ships the folders that stand beside the package, translations compiled, in the wheel."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("migrations", "populations", "questionnaires", "static", "templates", "translations")
LEFT_OUT = {".po", ".pot", ".pyc"}


def compile_catalogues(root: Path) -> None:
    """Write a .mo beside every .po under `root`/translations that has none as new as itself."""
    for source in sorted((root / "translations").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        locale = source.parent.parent.name
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po, locale=locale))


class ResourcesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts each folder of `FOLDERS` that exists under engage/_resources/ in a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        compile_catalogues(root)
        for path in sorted(p for folder in FOLDERS for p in (root / folder).rglob("*")):
            if path.is_file() and path.suffix not in LEFT_OUT:
                inside = path.relative_to(root)
                build_data["force_include"][str(path)] = f"engage/_resources/{inside.as_posix()}"
