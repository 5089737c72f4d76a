"""What to answer to whatever a page asks: drawn at random, the same for the same seed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from bs4 import Tag

Answers = dict[str, list[str]]
"""The values of each field by its name; a field that is not named is left as it is."""

WAY_OUT = 0.12
"""How often a box such as "prefer not to say" is ticked below a field."""

BLANK = 0.06
"""How often a question is left blank."""


@dataclass
class Whim:
    """Somebody who answers as it comes; `words` where words are asked for.

    `settled`: the codes of answers that are not left to chance, by their variables.
    """

    seed: str
    words: str
    settled: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def answers_to(self, form: Tag) -> Answers:
        """Something that the form of a page takes."""
        found: Answers = {}
        for question in form.select(".question"):
            found |= self._answer(question)
        return found

    def _answer(self, question: Tag) -> Answers:
        ways_out = question.select(".choices[data-way] input")
        fields = [
            field
            for field in question.select("input[name], textarea[name], select[name]")
            if field not in ways_out and not str(field["name"]).endswith("-postcode")
        ]
        names = list(dict.fromkeys(str(field["name"]) for field in fields))
        if settled := {name: [self.settled[name]] for name in names if name in self.settled}:
            return settled
        if ways_out and self.random.random() < WAY_OUT:
            box = self.random.choice(ways_out)
            return {str(box["name"]): [str(box["value"])]}
        if not names or self.random.random() < BLANK:
            return {}
        if all("-place-" in name for name in names):
            return _ranked(names, fields[0], self.random)
        by_name = {name: [field for field in fields if field["name"] == name] for name in names}
        return {
            name: _filled(name, those, self.random, self.words) for name, those in by_name.items()
        }


def _filled(name: str, fields: list[Tag], random: Random, words: str) -> list[str]:
    """The values of one field, which may consist of several boxes."""
    field = fields[0]
    if field.get("type") == "radio":
        return [str(random.choice(fields)["value"])]
    if field.get("type") == "checkbox":
        alone = [str(box["value"]) for box in fields if box.has_attr("data-exclusive")]
        free = [str(box["value"]) for box in fields if not box.has_attr("data-exclusive")]
        if alone and random.random() < WAY_OUT:
            return [random.choice(alone)]
        return random.sample(free, min(2, len(free)))
    if field.name == "select":
        options = [str(option["value"]) for option in field.select("option") if option["value"]]
        return [random.choice(options)]
    if not field.get("inputmode"):
        return [words]
    ends = {"day": (1, 28), "month": (1, 12), "year": (2015, 2025)}
    return [str(random.randint(*ends.get(name.rpartition("-")[2], (1, 20))))]


def _ranked(names: list[str], first: Tag, random: Random) -> Answers:
    """A place for some of the options, each place for one."""
    places = [str(option["value"]) for option in first.select("option") if option["value"]]
    chosen = random.sample(names, len(places))
    return {name: [place] for name, place in zip(chosen, places, strict=True)}
