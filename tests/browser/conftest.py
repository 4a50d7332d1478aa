"""A real Chromium with no network at all, and pages of the invented board, plain, hostile and empty."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from graphkit.graph.store import Store
from graphkit.views import write_pages

SMALL = Path(__file__).resolve().parent.parent / "contract" / "small.trig"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RUN = "(window.ran = window.ran || []).push(1)"
EVIL = {
    "Northmere City Council": f'<img src=x onerror="{RUN}">',
    "Northmere and Wolden Partnership NHS Trust": f'see <a href="https://evil.example" onclick="{RUN}">href</a>',
    "Health of new arrivals": f"</script><script>{RUN}</script>",
    "Reducing loneliness": f'" autofocus onfocus="{RUN}" x="',
    "voluntary sector": "\u202egnidaelsim",
    "We will open a warm space in every ward": f"<svg onload='{RUN}'>=1+1",
    "Youth mental health": f"<!--<script>{RUN}",
}


@pytest.fixture(scope="session")
def browser(missing: Callable[[str], NoReturn]) -> Iterator[Browser]:
    """Chromium as the system has it; CHROMIUM names another program."""
    found = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES)]
    program = next((one for one in found if one), None)
    if program is None:
        missing("no Chromium: install chromium (Debian: apt install chromium), or set CHROMIUM to the program")
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield one
        one.close()


class Watched:
    """A page with everything that went wrong in it: requests beyond the file itself, errors, scripts from data."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))

    def open(self, path: Path, choices: str = "") -> Page:
        """Open a file, with what follows its "#"."""
        self.page.goto(path.as_uri() + (f"#{choices}" if choices else ""))
        return self.page

    def check(self, path: Path) -> None:
        """Nothing was asked for but the file, nothing was complained of, nothing of the data ran."""
        assert {url.split("#")[0] for url in self.requests} == {path.as_uri()}
        assert self.complaints == []
        assert self.page.evaluate("window.ran") is None


def _abort(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.continue_()
    else:
        route.abort()


Opening = Callable[..., Watched]


@pytest.fixture
def opening(browser: Browser) -> Iterator[Opening]:
    """Makes watched pages; keywords are those of a browser context (viewport, color_scheme, java_script_enabled)."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Watched:
        context = browser.new_context(offline=True, accept_downloads=True, **options)  # type: ignore[arg-type]
        context.route("**/*", _abort)
        contexts.append(context)
        return Watched(context)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def watched(opening: Opening) -> Watched:
    """One watched page as wide as a laptop."""
    return opening(viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="session")
def plain(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented board's pages."""
    out = tmp_path_factory.mktemp("plain")
    write_pages(small, out)
    return out


@pytest.fixture(scope="session")
def hostile(stored: Callable[[str], Store], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with names that try to run scripts."""
    out = tmp_path_factory.mktemp("hostile")
    text = SMALL.read_text(encoding="utf-8")
    for name, evil in EVIL.items():
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', '"' + evil.replace('"', '\\"') + '"')
    write_pages(stored(text), out)
    return out


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a store with nothing in it."""
    out = tmp_path_factory.mktemp("empty")
    write_pages(Store.in_memory(), out)
    return out
