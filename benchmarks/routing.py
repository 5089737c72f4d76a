"""`make bench-routing`: which page comes next, and many walks, for the five questionnaires.

Next page: a draft's answers up to a page are given, and the page after it is asked for, for every
page of random walks. The floor is reading the same answers from their JSON, which has to be done
before any page can be shown. Walks: `engage simulate` of the longest questionnaire, all cores.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from engage.exchange.questionnaire_folder import load
from engage.questionnaire.definition import Questionnaire
from engage.questionnaire.inventing import invent
from engage.questionnaire.routing import route

ROOT = Path(__file__).parent.parent
SLICES = ("citizens", "businesses", "governance", "data", "visuals")
SEED = "0123456789abcdef"
Case = tuple[str, dict[str, Any], str]


def main() -> None:
    """Measure, print, and write docs/benchmarks-routing.json."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--walks", type=int, default=100_000)
    chosen = arguments.parse_args()
    found: dict[str, Any] = {"machine": platform.machine(), "cores": os.cpu_count()}
    found |= {"python": platform.python_version(), "rounds": chosen.rounds, "next_page": {}}
    sizes: dict[str, int] = {}
    for name in SLICES:
        file = ROOT / "questionnaires" / f"smart-{name}.json"
        questionnaire = load(file)
        sizes[name] = sum(len(section.pages) for section in questionnaire.parts)
        found["next_page"][f"smart-{name}"] = _measured(questionnaire, chosen.rounds)
        print(f"smart-{name}: {found['next_page'][f'smart-{name}']}", flush=True)
    longest = max(sizes, key=lambda name: sizes[name])
    found["walks"] = _walked(longest, chosen.walks)
    print(found["walks"])
    written = json.dumps(found, indent=2) + "\n"
    (ROOT / "docs" / "benchmarks-routing.json").write_text(written, encoding="utf-8")


def _measured(questionnaire: Questionnaire, rounds: int) -> dict[str, float]:
    cases = list(_cases(questionnaire))
    floors, nexts = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        for _, _, text in cases:
            json.loads(text)
        between = time.perf_counter()
        for page, answers, _ in cases:
            route(questionnaire, answers, SEED).after(page)
        ended = time.perf_counter()
        floors.append((between - began) / len(cases) * 1e6)
        nexts.append((ended - between) / len(cases) * 1e6)
    ratios = [after / floor for after, floor in zip(nexts, floors, strict=True)]
    return {
        "pages": sum(len(section.pages) for section in questionnaire.parts),
        "microseconds": round(statistics.median(nexts), 1),
        "floor_microseconds": round(statistics.median(floors), 1),
        "ratio": round(statistics.median(ratios), 2),
    }


def _cases(questionnaire: Questionnaire) -> list[Case]:
    """Each page of each walk, with the answers that a draft has on leaving it."""
    found: list[Case] = []
    random = Random(1)
    for _ in range(100):
        answers: dict[str, Any] = {}
        way = invent(questionnaire, random)
        for step in route(questionnaire, way.answers, SEED).steps:
            answers |= {v: way.answers[v] for v in step.variables if v in way.answers}
            found.append((step.page.name, dict(answers), json.dumps(answers)))
    return found


def _walked(name: str, walks: int) -> dict[str, Any]:
    engage = Path(sys.executable).with_name("engage")
    file = ROOT / "questionnaires" / f"smart-{name}.json"
    began = time.perf_counter()
    subprocess.run(
        [engage, "simulate", file, "-n", str(walks)], check=True, capture_output=True, cwd=ROOT
    )
    seconds = round(time.perf_counter() - began, 1)
    return {"questionnaire": f"smart-{name}", "walks": walks, "seconds": seconds}


if __name__ == "__main__":
    main()
