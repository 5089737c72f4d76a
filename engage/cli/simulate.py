"""`engage simulate`: random walks through a questionnaire, to see which pages are reached."""

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import click

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.simulation import Reached, batches, reached, walks
from engage.store import audit, responses, surveys

from .inventing import invented
from .opening import opened
from .refusal import Refused
from .versions import named

CHANNEL = "simulation"


@click.command(epilog="Example: engage simulate smart-citizens -n 10000 --seed 1")
@click.argument("survey")
@click.option("-n", "--number", default=1000, show_default=True, type=click.IntRange(1, 10_000_000))
@click.option("--seed", default=1, show_default=True, help="The same seed walks the same ways.")
@click.option("--store", is_flag=True, help="Store the walks as responses, marked as invented.")
def simulate(survey: str, number: int, seed: int, store: bool) -> None:
    """Walk through SURVEY (a name, NAME:VERSION or a file) with random answers.

    Prints for each page how many of the walks came to it, pages that nobody came to included.
    """
    questionnaire = named(survey)
    began = time.perf_counter()
    found = _stored(questionnaire, number, seed) if store else _walked(questionnaire, number, seed)
    took = time.perf_counter() - began
    for section in questionnaire.parts:
        for page in section.pages:
            times = found.pages[page.name]
            click.echo(f"{times:>9}  {times / found.walks:>6.1%}  {page.name}")
    nobody = sum(not found.pages[p.name] for s in questionnaire.parts for p in s.pages)
    pages = sum(found.pages.values()) / found.walks
    click.echo(
        f"{found.walks} walks in {took:.1f} seconds, {pages:.1f} pages each; "
        f"pages that nobody reached: {nobody}."
    )


def _walked(questionnaire: Questionnaire, number: int, seed: int) -> Reached:
    sizes = batches(number)
    found = Reached()
    with click.progressbar(length=len(sizes), label="Walking", file=sys.stderr) as bar:
        for part in _counted(questionnaire, seed, sizes):
            found += part
            bar.update(1)
    return found


def _counted(questionnaire: Questionnaire, seed: int, sizes: list[int]) -> Iterator[Reached]:
    """The batches on every core, or here where there are too few to be worth a process."""
    if len(sizes) < 4:
        yield from (reached(questionnaire, seed, at, size) for at, size in enumerate(sizes))
        return
    text = document.write(document.changed(questionnaire, translations={}, pictures={}))
    with ProcessPoolExecutor(os.cpu_count(), initializer=_read, initargs=(text,)) as pool:
        yield from pool.map(partial(_batch, seed), range(len(sizes)), sizes)


_QUESTIONNAIRE: list[Questionnaire] = []


def _read(text: str) -> None:
    _QUESTIONNAIRE[:] = [document.read(text)]  # once in each process


def _batch(seed: int, at: int, size: int) -> Reached:
    return reached(_QUESTIONNAIRE[0], seed, at, size)


def _stored(questionnaire: Questionnaire, number: int, seed: int) -> Reached:
    found = Reached()
    with opened() as database, database.writing() as connection:
        survey = surveys.find(connection, questionnaire.survey)
        if survey is None or survey.digest != document.digest(questionnaire):
            raise Refused(
                f"Only the newest version of a survey can take responses: "
                f"import {questionnaire.survey} first."
            )
        sizes = batches(number)
        with click.progressbar(enumerate(sizes), len(sizes), "Storing", file=sys.stderr) as bar:
            for at, size in bar:
                ways = list(walks(questionnaire, seed, at, size))
                language = questionnaire.source_language
                new = (invented(survey, questionnaire, way, CHANNEL, language) for way in ways)
                responses.store(connection, new)
                found += Reached(size)
                for way in ways:
                    found.pages.update(step.page.name for step in way.steps)
        audit.record(
            connection, "command line", "responses invented", survey.name, f"{number}, seed {seed}"
        )
    return found
