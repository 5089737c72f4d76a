"""The wheel stands alone: built, installed into an empty environment, and asked for a page."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.support.commands import ROOT
from tests.support.serving import free_port

PATIENCE = 30.0  # seconds until the installed app must answer


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment with the locked requirements and the wheel."""
    folder = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", folder)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
    _run(*pip, "--require-hashes", "--requirement", ROOT / "requirements" / "run.txt")
    _run(*pip, "--no-deps", wheel)
    return folder / "bin"


@pytest.fixture
def address(installed: Path, tmp_path: Path) -> Iterator[str]:
    """Where the installed app serves, far from the checkout."""
    environment = _clean_environment(
        ENGAGE_INSTANCE=str(tmp_path / "instance"), ENGAGE_OFFER_UNREVIEWED="1"
    )
    _run(installed / "engage", "db", "upgrade", folder=tmp_path, environment=environment)
    port = free_port()
    log = tmp_path / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [installed / "engage", "serve", "--port", str(port)],
            cwd=tmp_path,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, process, log)
        yield url
    finally:
        # Its workers are in its group; nothing of them is wanted any more.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


def test_it_carries_what_stands_beside_the_package(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("migrations", "populations", "questionnaires", "static", "templates"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                assert f"engage/_resources/{path.relative_to(ROOT).as_posix()}" in carried
    for source in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo").relative_to(ROOT).as_posix()
        assert f"engage/_resources/{compiled}" in carried


def test_it_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"engage"}
    assert not [name for name in names if name.endswith((".pyc", ".po", ".pot"))]


def test_it_serves_the_first_page(address: str) -> None:
    answer = httpx.get(f"{address}/")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    for language in ("en", "pl", "ro", "ur"):
        assert f'lang="{language}"' in answer.text


def _clean_environment(**settings: str) -> dict[str, str]:
    """This environment without what could lead back to the checkout."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ENGAGE_", "PYTHON", "VIRTUAL_ENV"))
    }
    return {**kept, **settings}


def _run(
    *command: str | Path, folder: Path = ROOT, environment: dict[str, str] | None = None
) -> None:
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment or _clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(f"{url}/")
            return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"The installed app does not start. Its log:\n{log.read_text()}")
