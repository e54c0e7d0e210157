"""The files of the page: its template, and what the browser loads beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cardgen.files.folders import shipped_folder
from cardgen.web.guards import PAGE_POLICY
from cardgen.web.replies import DONE, MISSING, Reply, refuse

HERE = Path(__file__).parent
PAGE = "text/html"
MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
"""The media types of the files of the page, by the ends of their names."""


@cache
def static_files() -> dict[str, Path]:
    """Every file of the page, by its address: only files that exist can be requested."""
    return dict(_static_files())


def _static_files() -> Iterator[tuple[str, Path]]:
    static = HERE / "static"
    for path in sorted(static.rglob("*")):
        if path.suffix in MEDIA:
            yield path.relative_to(static).as_posix(), path
    for path in sorted(shipped_folder("fonts").glob("*.ttf")):
        yield f"fonts/{path.name}", path


def read_static(name: str) -> Reply:
    """A file of the page; a refusal when there is none."""
    path = static_files().get(name)
    return Reply(DONE, path.read_bytes(), MEDIA[path.suffix]) if path else refuse(MISSING, "There is no such page.")


def render_page(exported: bool = False) -> Reply:
    """The page itself; `exported` for one that has no server."""
    loader = FileSystemLoader(HERE / "templates")
    templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    text = templates.get_template("page.html").render(exported=exported, policy=PAGE_POLICY)
    return Reply(DONE, text.encode(), f"{PAGE}; charset=utf-8")
