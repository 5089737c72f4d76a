"""Where the templates, translations, migrations and data files are that stand beside the package.

In a checkout they are folders next to `engage/`; an installed wheel carries them inside itself.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent


class MissingResourceError(FileNotFoundError):
    """A file or folder that Engage comes with is not where it belongs."""


def resource(name: str) -> Path:
    """The path of a file or folder that Engage comes with, such as "templates" or
    "questionnaires/smart-citizens.json".

    Raises MissingResourceError where neither the installed package nor a checkout has it.
    """
    base = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = base / name
    if not path.exists():
        raise MissingResourceError(
            f"Engage comes with “{name}”, but it is not in {base}: "
            "the installation is incomplete; install Engage again."
        )
    return path
