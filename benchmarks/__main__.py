"""`make bench`: the real site over loopback against a floor, A B A B in one run, with wrk.

The floor is the same server with the same workers and one bare Flask route of 10 kB. Two deeds are
measured: GET of a ten-option question page in a live draft, and POST of a valid answer, durable in
SQLite (WAL, synchronous FULL), over 64 drafts. Ratios are medians over the rounds.
"""

import argparse
import json
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import httpx

HERE = Path(__file__).parent
ROOT = HERE.parent
WORKERS, THREADS, CONNECTIONS, DRAFTS = 2, 4, 16, 64
GET_PAGE = "/en/ten-options/question/ten"
QUESTION = re.compile(r'name="(csrf|page-seen)" value="([^"]*)"')


def main() -> None:
    """Measure, print, and write docs/benchmarks.json."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seconds", type=int, default=4)
    chosen = arguments.parse_args()
    wrk = shutil.which("wrk")
    if wrk is None:
        sys.exit("The benchmark needs wrk: install the package wrk.")
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        site, floor = _servers(stack, Path(folder))
        cookie, drafts = _drafts(site, Path(folder))
        runs: dict[str, list[float]] = {"floor": [], "get": [], "post": []}
        for number in range(chosen.rounds):
            for deed in ("floor", "get", "floor", "post"):
                rate = _rate(wrk, deed, site, floor, cookie, drafts, chosen.seconds)
                runs[deed].append(rate)
                print(f"round {number + 1}: {deed:5} {rate:9.0f} a second", flush=True)
    _report(runs, chosen.rounds, chosen.seconds)


def _servers(stack: ExitStack, folder: Path) -> tuple[str, str]:
    environment = {**os.environ, "ENGAGE_INSTANCE": str(folder), "PYTHONPATH": str(ROOT)}
    engage = Path(sys.executable).with_name("engage")
    subprocess.run([engage, "db", "upgrade"], env=environment, check=True, stdout=-3)
    questionnaire = HERE / "ten-options.json"
    subprocess.run(
        [engage, "survey", "import", questionnaire], env=environment, check=True, stdout=-3
    )
    ports = [_free_port(), _free_port()]
    apps = [(ROOT, ["--factory", "engage.app:create_app"]), (HERE, ["floor:app"])]
    for port, (where, app) in zip(ports, apps, strict=True):
        command = [Path(sys.executable).with_name("granian"), "--interface", "wsgi"]
        command += ["--port", str(port), "--workers", str(WORKERS)]
        command += ["--blocking-threads", str(THREADS), "--log-level", "warning"]
        server = subprocess.Popen([*command, *app], cwd=where, env=environment)
        stack.callback(server.wait)
        stack.callback(server.terminate)
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    for address in addresses:
        _wait_for(address)
    return addresses[0], addresses[1]


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            httpx.get(address).raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.1)
    sys.exit(f"{address} does not answer.")


def _drafts(site: str, folder: Path) -> tuple[str, Path]:
    """Begin the drafts; a Lua table with each one's cookie and its two bodies."""
    lines = []
    for _ in range(DRAFTS):
        with httpx.Client(base_url=site) as client:
            first = "/en/ten-options/question/consent"
            found = dict(QUESTION.findall(client.get(first).text))
            client.post(first, data={**found, "consent": "yes"})
            bodies = []
            for code in ("c1", "c2"):
                found = dict(QUESTION.findall(client.get(GET_PAGE).text))
                # The mark that the page bears once the other answer is stored.
                bodies.append(f"csrf={found['csrf']}&page-seen={found['page-seen']}&ten={code}")
                assert client.post(GET_PAGE, data={**found, "ten": code}).status_code == 303
            found = dict(QUESTION.findall(client.get(GET_PAGE).text))
            bodies[0] = f"csrf={found['csrf']}&page-seen={found['page-seen']}&ten=c1"
            cookie = f"engage={client.cookies['engage']}"
            pair = ", ".join(f'"{body}"' for body in bodies)
            lines.append(f'{{path = "{GET_PAGE}", cookie = "{cookie}", bodies = {{{pair}}}}},')
    file = folder / "drafts.lua"
    file.write_text("return {\n" + "\n".join(lines) + "\n}\n")
    return cookie, file


def _rate(
    wrk: str, deed: str, site: str, floor: str, cookie: str, drafts: Path, seconds: int
) -> float:
    command = [wrk, "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    if deed == "floor":
        command.append(floor + "/")
    elif deed == "get":
        command += ["-H", f"Cookie: {cookie}", site + GET_PAGE]
    else:
        command += ["-s", str(HERE / "answering.lua"), site + GET_PAGE]
    environment = {**os.environ, "ENGAGE_BENCH_DRAFTS": str(drafts)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=seconds + 60
    )
    if "Non-2xx" in done.stdout or done.stderr.strip():
        sys.exit(f"{deed} was refused:\n{done.stdout}{done.stderr}")
    return float(re.findall(r"Requests/sec:\s*([\d.]+)", done.stdout)[0])


def _report(runs: dict[str, list[float]], rounds: int, seconds: int) -> None:
    floor = runs["floor"]
    before = {"get": floor[0::2], "post": floor[1::2]}
    ratios = {
        deed: [a / b for a, b in zip(runs[deed], before[deed], strict=True)]
        for deed in ("get", "post")
    }
    report = {
        "machine": {"cores": os.cpu_count(), "system": platform.system()},
        "python": platform.python_version(),
        "rounds": rounds,
        "seconds": seconds,
        "workers": WORKERS,
        "connections": CONNECTIONS,
        "a_second": {name: round(statistics.median(found)) for name, found in runs.items()},
        "ratio": {name: round(statistics.median(found), 3) for name, found in ratios.items()},
        "ratios": {name: [round(r, 3) for r in found] for name, found in ratios.items()},
    }
    (ROOT / "docs" / "benchmarks.json").write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report["ratio"]))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


main()
