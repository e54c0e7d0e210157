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

GO = """fragment => {
    delete document.documentElement.dataset.ready;
    delete document.documentElement.dataset.made;
    history.pushState(null, "", fragment);
    dispatchEvent(new HashChangeEvent("hashchange"));
}"""
"""As a link does, also to the view that is shown."""
LOAD_AGAIN = "fragment => { history.pushState(null, '', fragment); location.reload(); }"
FORGET = """async () => {
    localStorage.clear();
    const kept = await indexedDB.databases();
    await Promise.all(kept.map(({ name }) => new Promise((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onerror = failed;
        asked.onsuccess = () => {
            const stores = [...asked.result.objectStoreNames];
            const work = asked.result.transaction(stores, "readwrite");
            for (const store of stores) work.objectStore(store).clear();
            work.oncomplete = () => { asked.result.close(); done(); };
        };
    })));
}"""
"""Empties what the page has kept in the browser."""
FREE: dict[str, Any] = {}
"""A loaded page that nobody uses, by the address of its server: to load one takes as long as many a test."""


@contextmanager
def running_browser() -> Iterator[Any]:
    """The browser, until the block ends; the test is skipped where there is none."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is no browser here: {', '.join(BROWSERS)}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--in-process-gpu"])
        yield browser
        FREE.clear()
        browser.close()


class Person:
    """Somebody at the page in a browser that has kept nothing, and everything that went wrong in it.

    The page may be loaded already; it is not for a `newcomer`, who loads it with the first view that is opened.
    """

    def __init__(self, browser: Any, address: str, size: tuple[int, int], newcomer: bool) -> None:
        self.address = address
        loaded = None if newcomer else FREE.pop(address, None)
        self.page = loaded or _new_page(browser)
        self.context = self.page.context
        self.look(size, dark=False)
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.listeners = {
            "console": lambda said: said.type == "error" and self.errors.append(said.text),
            "weberror": lambda error: self.errors.append(str(error.error)),
            "request": lambda request: self.asked.append(request.url),
        }
        for event, listener in self.listeners.items():
            self.context.on(event, listener)

    def look(self, size: tuple[int, int], dark: bool) -> None:
        """Take another screen, or light or dark colors."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme="dark" if dark else "light")

    def open(self, fragment: str = "#/") -> None:
        """Go to a view, and wait until it is there."""
        if self.page.url == "about:blank":
            self.load(fragment)
        else:
            self.page.evaluate(GO, fragment)
            self.page.wait_for_selector("html[data-ready]", state="attached")

    def load(self, fragment: str = "#/") -> None:
        """Load the page, and wait until this view is there."""
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
        if not self.page.evaluate("'axe' in window"):
            axe = resources.files("axe_playwright_python").joinpath("axe.min.js")
            self.page.evaluate(axe.read_text(encoding="utf-8"))
        return self.page.evaluate(AXE, [place, STANDARDS])

    def overflows(self) -> bool:
        """Whether one must scroll sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def leave(self) -> None:
        """Leave the page for somebody else; nothing may have gone wrong, and nothing been asked from elsewhere."""
        self.context.unroute_all()
        self.page.unroute_all()
        self.open("#/help")
        for event, listener in self.listeners.items():
            self.context.remove_listener(event, listener)
        assert self.errors == [], self.errors
        own = (self.address, "blob:", "about:", "data:")
        assert [url for url in self.asked if not url.startswith(own)] == []
        self.context.clear_permissions()
        self.page.evaluate(FORGET)
        for other in self.context.pages:
            if other != self.page:
                other.close()


def _new_page(browser: Any) -> Any:
    context = browser.new_context(locale="en-GB", accept_downloads=True, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    return context.new_page()


@contextmanager
def person(browser: Any, address: str, size: tuple[int, int] = DESKTOP, newcomer: bool = False) -> Iterator[Person]:
    """Somebody who uses the page until the block ends, without errors; nobody else uses a page that has failed."""
    somebody = Person(browser, address, size, newcomer)
    try:
        yield somebody
        somebody.leave()
    except BaseException:
        somebody.context.close()
        raise
    if newcomer or address in FREE:
        somebody.context.close()
    else:
        FREE[address] = somebody.page
