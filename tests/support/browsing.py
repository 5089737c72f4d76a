"""A real Chromium, driven by Playwright; every page is watched for what must never happen."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

PHONE = (360, 740)
DESK = (1280, 1024)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
MAC_APPS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)

NewPage = Callable[..., Page]
Screenshot = Callable[[Page, str], Path]


def chromium_path() -> str:
    """Where the system's Chromium is; fails, never skips, where there is none."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [str(path) for path in MAC_APPS if path.exists()]
    if not found:
        pytest.fail(
            "The browser tests need Chromium: install the package chromium (or Google Chrome).",
            pytrace=False,
        )
    return found[0]


@dataclass
class Watch:
    """Notes what no page may do: fail in a script, break its own policy, or call another host."""

    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._requested(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda failure: self.faults.append(f"A script: {failure.error}"))

    def _requested(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self.faults.append(f"Asked another host: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, one for the run."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, *, viewport: tuple[int, int], **options: object) -> Iterator[Page]:
    """A page in a context of its own, like a browser that was never used."""
    size = {"width": viewport[0], "height": viewport[1]}
    context = browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
    watch = Watch()
    watch.over(context)
    try:
        yield context.new_page()
    finally:
        context.close()
    if watch.faults:
        pytest.fail("\n".join(watch.faults), pytrace=False)


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Opens pages that share nothing: `new_page(PHONE, scripts=False, locale="ur")`.

    Further names are options of a Playwright context, such as `forced_colors="active"`.
    """
    with ExitStack() as stack:

        def new(
            viewport: tuple[int, int] = PHONE, *, scripts: bool = True, **options: object
        ) -> Page:
            return stack.enter_context(
                opened(chromium, viewport=viewport, java_script_enabled=scripts, **options)
            )

        yield new


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def viewport(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each of the two sizes that every page must be right in."""
    size: tuple[int, int] = request.param
    return size


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """With JavaScript, and without."""
    switch: bool = request.param
    return switch


@pytest.fixture
def page(new_page: NewPage, viewport: tuple[int, int]) -> Page:
    """A page in each of the two sizes, with JavaScript."""
    return new_page(viewport)


@pytest.fixture(scope="session")
def screenshot(request: pytest.FixtureRequest) -> Screenshot:
    """`screenshot(page, "start-urdu")` puts a picture of the whole page into --screenshots."""
    folder: Path = request.config.getoption("--screenshots")

    def take(page: Page, name: str) -> Path:
        size = page.viewport_size or {"width": 0}
        path = folder / f"{name}-{size['width']}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=True, animations="disabled")
        return path

    return take
