"""The app behind a real web server, in processes of its own, on a loopback port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.support.commands import ROOT, engage, environment
from tests.support.databases import Content, NewDatabase

PATIENCE = 20.0  # seconds that a server may take to answer, or to end
GRANIAN = Path(sys.executable).parent / "granian"


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """One app on one database; it can be ended, killed and started again at the same address."""

    instance: Path
    database_url: str
    settings: dict[str, str] = field(default_factory=dict)
    workers: int = 2
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """All that the server has written so far, over every start."""
        path = self.instance / "server.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def client(self, **options: object) -> httpx.Client:
        """A visitor with cookies of its own; redirects are for the test to follow."""
        return httpx.Client(base_url=self.url, timeout=PATIENCE, **options)  # type: ignore[arg-type]

    def engage(self, *arguments: str | Path) -> str:
        """Run a command of `engage` on this server's instance and database."""
        return engage(*arguments, instance=str(self.instance), database_url=self.database_url)

    def start(self) -> None:
        """Start, and wait until it answers; fails with its log if it does not."""
        settings = {
            "ENGAGE_INSTANCE": str(self.instance),
            "ENGAGE_DATABASE_URL": self.database_url,
            **{f"ENGAGE_{name.upper()}": value for name, value in self.settings.items()},
        }
        listen = ["--interface", "wsgi", "--no-ws", "--blocking-threads", "4"]
        # A worker told to end while it is still starting never does so by itself.
        listen += ["--workers-kill-timeout", "3"]
        listen += ["--host", "127.0.0.1", "--port", str(self.port)]
        with (self.instance / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [GRANIAN, *listen, "--workers", str(self.workers), "wsgi:app"],
                cwd=ROOT,
                env=environment(settings),
                stdout=log,
                stderr=subprocess.STDOUT,
                # A group of its own, so that its workers can be ended with it.
                start_new_session=True,
            )
        self._wait_until_ready()

    def stop(self) -> None:
        """Ask it to end, as a service manager would; kill what does not in time."""
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the server and its workers at once, as a power cut would."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self.process = None

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        assert self.process is not None
        while time.monotonic() < deadline and self.process.poll() is None:
            with suppress(httpx.TransportError):
                httpx.get(f"{self.url}/", timeout=PATIENCE)
                return
            time.sleep(0.05)
        self.kill()
        pytest.fail(f"The server does not start. Its log:\n{self.log}", pytrace=False)


StartServer = Callable[..., Server]


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the survey "smart-citizens" open, shared by the tests of a module."""
    with new_database("surveyed") as url:
        started = Server(
            tmp_path_factory.mktemp("instance"), url, settings={"offer_unreviewed": "1"}
        )
        started.start()
        yield started
        started.stop()


@pytest.fixture
def start_server(
    new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StartServer]:
    """Starts a server for one test alone: `start_server(workers=1, deployment="1")`.

    `content` says what its database holds; names that it does not know are ENGAGE_* settings.
    """
    with ExitStack() as stack:

        def start(content: Content = "surveyed", workers: int = 2, **settings: str) -> Server:
            url = stack.enter_context(new_database(content))
            settings = {"offer_unreviewed": "1", **settings}
            started = Server(tmp_path_factory.mktemp("instance"), url, settings, workers)
            stack.callback(started.stop)
            started.start()
            return started

        yield start


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A visitor of the shared server who has not been there before."""
    with server.client() as visitor:
        yield visitor


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the server's log beside a failure."""
    report = yield
    server = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(server, Server):
        report.sections.append(("Server log", server.log[-5000:]))
    return report
