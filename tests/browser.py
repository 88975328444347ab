"""A real browser for tests: Debian's chromium, headless, driven from outside; it reaches no network."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="needs chromium to look at pages (Debian, Ubuntu: apt-get install chromium)"
)
_QUIET: Final = [
    "--no-sandbox",  # containers have no user namespaces; the pages are the tests' own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started once for a module's tests, with a profile of its own that is thrown away."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield started
        started.close()


class Opened:
    """A page of ours as a browser shows it, with everything that it complained of or fetched."""

    def __init__(self, browser: Browser, file: Path, *, width: int = 1000, dark: bool = False) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 740}, color_scheme="dark" if dark else "light"
        )
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.fetched.append(request.url))
        self.page.goto(file.as_uri())

    def close(self) -> None:
        self.page.context.close()
