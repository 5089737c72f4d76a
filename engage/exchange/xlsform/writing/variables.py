"""The variables of a document as expressions refer to them, and when each is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Plain = dict[str, Any]

SORTS = {
    "consent": "one",
    "single_choice": "one",
    "area": "one",
    "multiple_choice": "several",
    "ranking": "several",
    "scale": "number",
    "number": "number",
    "date": "day",
    "month": "day",
}


@dataclass(frozen=True)
class Variable:
    """`sort`: one, several, number, day or words. `asked`: the conditions it is asked after."""

    name: str
    sort: str
    missing: tuple[str, ...] = ()
    asked: tuple[Plain, ...] = ()
    repeat: str = ""
    derived: tuple[str, ...] = ()
    """The variables that a derived one is worked out from."""
    words: bool = False
    """Its answers are codes, whose words an expression has to look up."""


@dataclass
class Variables:
    """All variables by name; `names` are those of statements and grids as well."""

    by_name: dict[str, Variable] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def get(self, name: str) -> Variable | None:
        return self.by_name.get(name)


def variables(document: Plain) -> Variables:
    """Every variable of a document in plain form."""
    found = Variables()
    lists = document.get("code_lists", {})
    for section, page, question in questions(document):
        found.names.add(question["name"])
        asked = [each["ask_if"] for each in (section, page, question) if "ask_if" in each]
        repeat = section["name"] if "repeat" in section else ""
        for name, own in _variables(question):
            found.names.add(name)
            found.by_name[name] = Variable(
                name,
                _sort(question),
                _missing(question, lists),
                (*asked, *own),
                repeat,
                words=_sort(question) == "one" and question["kind"] != "consent",
            )
    for derived in document.get("derived", []):
        used = {v for case in derived["cases"] for v in looked_at(case["if"])}
        missing = _missing(derived, lists)
        name = derived["name"]
        found.names.add(name)
        found.by_name[name] = Variable(name, "one", missing, derived=tuple(sorted(used)))
    return found


def questions(document: Plain) -> Iterator[tuple[Plain, Plain, Plain]]:
    """Each question as it is written, with its section and page."""
    for section in document["sections"]:
        for page in section["pages"]:
            for question in page["questions"]:
                yield section, page, question


def looked_at(condition: Plain) -> Iterator[str]:
    """The variables that a condition in plain form looks at."""
    operator, of = next(iter(condition.items()))
    if operator == "not":
        yield from looked_at(of)
    elif operator in ("all", "any"):
        for part in of:
            yield from looked_at(part)
    else:
        yield from of.get("variables", [])
        yield from (of[key] for key in ("variable", "other") if key in of)


def _variables(question: Plain) -> Iterator[tuple[str, list[Plain]]]:
    if question["kind"] == "statement":
        return
    for row in question.get("rows", [question]):
        own = [row["ask_if"]] if row is not question and "ask_if" in row else []
        yield row["name"], own


def _sort(question: Plain) -> str:
    if question["kind"] == "grid" or (question["kind"] == "picture" and "code_list" in question):
        return "one"
    return SORTS.get(question["kind"], "words")


def _missing(question: Plain, lists: Mapping[str, Plain]) -> tuple[str, ...]:
    if question.get("kind") == "scale":
        return tuple(code["code"] for code in question.get("missing", []))
    codes = lists.get(question.get("code_list", ""), {}).get("codes", [])
    return tuple(code["code"] for code in codes if code.get("missing"))
