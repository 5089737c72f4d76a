"""Where a name stands in the document: its JSON path."""

from collections.abc import Callable

from ..definition import Questionnaire


def paths(q: Questionnaire) -> Callable[[str], str]:
    """From a problem's place to a JSON path; a repeated part has the path of what it is made of."""
    found: dict[str, str] = {}
    around: dict[str, str] = {}
    for s, section in enumerate(q.sections):
        at = f"$.sections[{s}]"
        around[section.name] = at
        for p, page in enumerate(section.pages):
            around.setdefault(page.name, f"{at}.pages[{p}]")
            for n, question in enumerate(page.questions):
                own = f"{at}.pages[{p}].questions[{n}]"
                for r, name in enumerate(question.variables()):
                    found[name] = own if name == question.name else f"{own}.rows[{r}]"
                found[question.name] = own
    found.update((each.name, f"$.derived[{n}]") for n, each in enumerate(q.derived))
    found.update((each.name, f"$.checks[{n}]") for n, each in enumerate(q.checks))

    def path(place: str) -> str:
        origin = q.origin(place)
        named = origin.template if origin is not None else place
        if origin is not None and "-" in place:  # a page or a section: no variable has a hyphen
            return around[named]
        if named in found or named in around:
            return found.get(named) or around[named]
        inner = named.split(".")[1] if named.count(".") else ""
        kind = named.partition(".")[0]
        if kind == "section" and inner in around:
            return around[inner]
        if kind in ("question", "row", "check", "derived", "missing") and inner in found:
            return found[inner]
        return f"${place}" if place.startswith(".") else f"$.{place}"

    return path
