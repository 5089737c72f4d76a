"""SVG elements as escaped markup."""

from __future__ import annotations

from markupsafe import Markup, escape


def element(name: str, *content: str, **attributes: str | float) -> Markup:
    """One element. Underscores in attribute names stand for hyphens, `class_` for class.

    Content and attribute values are escaped, except what is markup already.
    """
    pairs = (
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _text(value))
        for key, value in attributes.items()
    )
    return Markup("<{0}{1}>{2}</{0}>").format(
        name, Markup("").join(pairs), Markup("").join(map(escape, content))
    )


def _text(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"
