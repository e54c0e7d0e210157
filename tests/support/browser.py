"""A person at the page: the browser that the system has, driven by Playwright; without one, tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESKTOP, TELEPHONE = (1280, 900), (360, 740)
PATIENCE = 20_000
"""Milliseconds after which something surely does not come."""
expect = playwright.expect
"""Waits until what it is given looks as asked; the page answers when it can, so a test does not look only once."""
expect.set_options(timeout=PATIENCE)
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe looks for: WCAG 2.2 AA, and what it thinks wise beside it."""
AXE = """([place, tags]) => axe.run(place, {runOnly: tags, resultTypes: ["violations"]}).then((found) =>
    found.violations.map((each) => [each.id, each.nodes.map((node) => node.html)]))"""

LOAD_AGAIN = "fragment => { history.pushState(null, '', fragment); location.reload(); }"


@contextmanager
def running_browser() -> Iterator[Any]:
    """The browser, until the block ends; the test is skipped where there is none."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is no browser here: {', '.join(BROWSERS)}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Person:
    """Somebody with a browser of their own, and everything that went wrong in it."""

    def __init__(self, browser: Any, address: str, size: tuple[int, int] = DESKTOP, dark: bool = False) -> None:
        self.address = address
        self.context = browser.new_context(locale="en-GB", accept_downloads=True, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.look(size, dark)
        self.page.set_default_timeout(PATIENCE)
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def look(self, size: tuple[int, int], dark: bool) -> None:
        """Take another screen, or light or dark colors."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme="dark" if dark else "light")

    def open(self, fragment: str = "#/") -> None:
        """Go to a view, and wait until it is there."""
        if self.page.url == "about:blank":
            self.page.goto(self.address + fragment)
        else:  # another fragment alone would not load the page again, and a page in between costs a process
            with self.page.expect_navigation():
                self.page.evaluate(LOAD_AGAIN, fragment)
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def wait_for_pages(self, count: int = 1) -> None:
        """Wait until a preview was made so often, or more: two quick ones may be done before the page is looked at."""
        fewer = "".join(f":not([data-made='{number}'])" for number in range(count))
        self.page.locator(f"html[data-made]{fewer}").wait_for(state="attached")

    def print_nothing(self) -> None:
        """Leave the requests for prints unanswered: the page's form is there without them, and much sooner."""
        self.context.route("**/api/print", lambda _never_answered: None)

    def download(self) -> bytes:
        """The file that the page's button gives."""
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name="Download PDF").click()
        return Path(started.value.path()).read_bytes()

    def barriers(self, place: str = "html") -> Any:
        """What keeps people from using the view that is shown, or a place in it, given by its selector."""
        axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        self.page.evaluate(axe)
        return self.page.evaluate(AXE, [place, STANDARDS])

    def overflows(self) -> bool:
        """Whether one must scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def leave(self) -> None:
        """Close the browser; nothing may have gone wrong, and nothing been asked from elsewhere."""
        self.context.close()
        assert self.errors == [], self.errors
        own = (self.address, "blob:", "about:", "data:")
        assert [url for url in self.asked if not url.startswith(own)] == []


@contextmanager
def person(browser: Any, address: str, size: tuple[int, int] = DESKTOP, dark: bool = False) -> Iterator[Person]:
    """Somebody who uses the page until the block ends, without errors."""
    somebody = Person(browser, address, size, dark)
    try:
        yield somebody
    except BaseException:
        somebody.context.close()
        raise
    somebody.leave()
