"""Parts of pages that are the same for everybody: made once per language."""

from flask import current_app, render_template
from markupsafe import Markup

from . import languages


def fragment(name: str) -> Markup:
    """The markup of `components/<name>.html` in the language of the page."""
    made: dict[tuple[str, str], Markup] = current_app.extensions.setdefault("engage-fragments", {})
    language = languages.current()
    key = (name, language.tag)
    if key not in made:
        made[key] = Markup(render_template(f"components/{name}.html", language=language))  # noqa: S704
    return made[key]
