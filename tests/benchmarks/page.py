"""Measures how long somebody at the page waits: for the gallery, for the first preview, and for one after a change."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from cardgen.web.export import export_site
from cardgen.web.workers import Workers
from tests.support.asking import running_site
from tests.support.browser import person, running_browser
from tests.web.test_export import Quiet

DECK = "#/print?routines=chest"
CHANGES = 10
CHANGE = """(number) => new Promise((done) => {
    const page = document.documentElement, before = page.dataset.made;
    const themes = document.querySelectorAll(".themes input");
    const watched = new MutationObserver(() => page.dataset.made !== before && done(performance.now() - begun));
    watched.observe(page, { attributes: true });
    const begun = performance.now();
    themes[number % 2].click();
})"""
"""Chooses another theme; the milliseconds until its first page is drawn."""
QUIET = 1_000
"""Milliseconds in which what follows a preview is done: the pages further down, and collecting garbage."""
PARTS = {"python": "cardgen", "DedicatedWorker": "workers of the page", "chromium": "page"}
"""What the threads do for which somebody waits, by their names."""


class Waited(NamedTuple):
    """Milliseconds: by the clock, of work in each part, and in which these parts waited for a processor."""

    wall: float
    work: dict[str, float]
    queue: float


def main() -> None:
    """Print each measurement with its target; with a folder of Pyodide, also for the page without a server."""
    with running_browser() as browser:
        with running_site(Workers(2)) as site:
            _visit(browser, site.address, "local", usable=1_000, change=100)
        if len(sys.argv) > 1:
            with tempfile.TemporaryDirectory() as folder, _web_space(Path(folder)) as address:
                export_site(Path(folder), Path(sys.argv[1]))
                _visit(browser, address, "exported", usable=8_000, change=300)


def _visit(browser: Any, address: str, what: str, usable: int, change: int) -> None:
    with person(browser, address, newcomer=True) as somebody:
        page = somebody.page
        page.set_default_timeout(120_000)
        _show(f"{what}: gallery, while cardgen starts", [_measure(somebody.load)], 1_000)
        page.wait_for_timeout(QUIET)
        _show(f"{what}: gallery", [_measure(somebody.load) for _ in range(5)], 1_000)
        _show(f"{what}: first preview", [_measure(lambda: _open_deck(somebody))], usable)
        page.wait_for_timeout(QUIET)
        waited = []
        for number in range(1, CHANGES + 2):
            waited.append(_measure(partial(page.evaluate, CHANGE, number)))
            page.wait_for_timeout(QUIET)
        _show(f"{what}: preview of {page.locator('.made').inner_text()}", waited[1:], change)


def _open_deck(somebody: Any) -> None:
    somebody.load(DECK)
    somebody.wait_for_pages()


def _measure(work: Callable[[], float | None]) -> Waited:
    """What the work takes; it may say itself how long that was by the clock."""
    begun, before = perf_counter(), _spent()
    wall = work() or 1e3 * (perf_counter() - begun)
    after = _spent()
    return Waited(wall, {part: after[0][part] - before[0][part] for part in PARTS.values()}, after[1] - before[1])


def _show(what: str, waited: list[Waited], target: int) -> None:
    walls = [each.wall for each in waited]
    print(f"{what:<54}{min(walls):6.0f} ms, median {statistics.median(walls):6.0f} ms    target: {target} ms")
    work = {part: statistics.median(each.work[part] for each in waited) for part in PARTS.values()}
    queue = statistics.median(each.queue for each in waited)
    told = ", ".join(f"{part} {time:.0f} ms" for part, time in work.items())
    print(f"    work: {told}; waiting for a processor: {queue:.0f} ms", flush=True)


def _spent() -> tuple[dict[str, float], float]:
    """Milliseconds that each part has worked, and that all of them have waited for a processor."""
    work, queue = defaultdict[str, float](float), 0.0
    for task in _tasks(os.getpid()):
        with suppress(OSError):  # it has ended meanwhile
            name = (task / "comm").read_text().strip()
            ran, waited, _ = map(float, (task / "schedstat").read_text().split())
            if name in PARTS:
                work[PARTS[name]] += ran / 1e6
                queue += waited / 1e6
    return work, queue


def _tasks(process: int) -> Iterator[Path]:
    """The threads of a process, and of all that it has started, as Linux describes them."""
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            yield task
            for child in (task / "children").read_text().split():
                yield from _tasks(int(child))


@contextmanager
def _web_space(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder are served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


if __name__ == "__main__":
    main()
