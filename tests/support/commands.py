"""Runs the console script `engage` as a person would."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGAGE = Path(sys.executable).parent / "engage"
SURVEY = ROOT / "questionnaires" / "smart-citizens.json"


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process of ours: no ENGAGE_* setting but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ENGAGE_")}
    return {**kept, **settings}


def engage(*arguments: str | Path, **settings: str) -> str:
    """Run `engage` with ENGAGE_* settings, such as `instance="..."`, and return what it prints.

    Fails the test with all that it printed if it does not exit with 0.
    """
    done = run_engage(*arguments, **settings)
    assert done.returncode == 0, (
        f"engage {' '.join(map(str, arguments))} exited {done.returncode}:\n"
        f"{done.stdout}\n{done.stderr}"
    )
    return done.stdout


def run_engage(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `engage` like `engage()` but return the finished process, whatever came of it."""
    given = {f"ENGAGE_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(
        [ENGAGE, *map(str, arguments)],
        cwd=ROOT,
        env=environment(given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
