"""Backs moved so that they meet their fronts on a printer that does not put them there by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from cardgen.scene import Link, Outline, Page, Path, Placed
from cardgen.units import Box


def move_backs(pages: Iterable[Page], shift: tuple[float, float]) -> Iterator[Page]:
    """The same pages; everything on a back lies `shift` points farther to the right and down."""
    return (_moved(page, *shift) if page.back and any(shift) else page for page in pages)


def _moved(page: Page, right: float, down: float) -> Page:
    def box(old: Box) -> Box:
        return old._replace(x=old.x + right, y=old.y + down)

    def face(old: Placed) -> Placed:
        return old._replace(box=box(old.box))

    def mark(old: Path) -> Path:
        return old._replace(outline=_outline(old.outline, (right, down)))

    def link(old: Link) -> Link:
        return old._replace(box=box(old.box))

    return replace(
        page,
        faces=tuple(map(face, page.faces)),
        marks=tuple(map(mark, page.marks)),
        links=tuple(map(link, page.links)),
    )


def _outline(old: Outline, shift: tuple[float, float]) -> Outline:
    return tuple(
        (letter, tuple(value + shift[place % 2] for place, value in enumerate(values))) for letter, values in old
    )
