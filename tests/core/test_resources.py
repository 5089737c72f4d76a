"""Where Engage finds the files that it comes with."""

from pathlib import Path

import pytest

from engage import resources


def test_a_checkout_has_them_beside_the_package() -> None:
    found = resources.resource("pyproject.toml")
    assert found == Path(resources.__file__).parents[1] / "pyproject.toml"


def test_an_installed_package_carries_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path)
    assert resources.resource("templates") == tmp_path / "templates"


def test_what_is_missing_is_named() -> None:
    with pytest.raises(resources.MissingResourceError, match="no-such-folder"):
        resources.resource("no-such-folder")
