"""Simulation: many random walks through a questionnaire, counted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from .definition import Questionnaire
from .inventing import invent
from .routing import Route

BATCH = 500


@dataclass
class Reached:
    """How many of `walks` came to each page, by the page's name."""

    walks: int = 0
    pages: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Reached") -> "Reached":
        self.walks += other.walks
        self.pages.update(other.pages)
        return self


def walks(questionnaire: Questionnaire, seed: int, batch: int, size: int) -> Iterator[Route]:
    """The walks of one batch: they depend on the seed and the batch's number, on nothing else."""
    random = Random(f"{seed}/{batch}")  # noqa: S311 - the same walks for the same seed
    for _ in range(size):
        yield invent(questionnaire, random)


def reached(questionnaire: Questionnaire, seed: int, batch: int, size: int) -> Reached:
    """How often one batch comes to each page."""
    found = Reached(size)
    for way in walks(questionnaire, seed, batch, size):
        found.pages.update(step.page.name for step in way.steps)
    return found


def batches(number: int) -> list[int]:
    """The sizes of the batches that `number` walks are made in."""
    whole, rest = divmod(number, BATCH)
    return [BATCH] * whole + ([rest] if rest else [])
