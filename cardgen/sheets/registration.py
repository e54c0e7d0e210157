"""Backs that meet their fronts: moved for a printer that is a little off, in order for one that prints on one side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from msgspec.structs import replace

from cardgen.scene.marks import Path
from cardgen.scene.outlines import move_outline
from cardgen.scene.pages import Link, Page, Placed
from cardgen.units import Box


class Sided(Protocol):
    """One side of a sheet."""

    @property
    def back(self) -> bool: ...


SideT = TypeVar("SideT", bound=Sided)


def fronts_first(sides: Iterable[SideT]) -> list[SideT]:
    """All fronts, then all backs from the last one on: the order of a stack that is put back as it came out."""
    held = list(sides)
    backs = [side for side in held if side.back]
    return [*(side for side in held if not side.back), *reversed(backs)]


def move_backs(pages: Iterable[Page], shift: tuple[float, float]) -> Iterator[Page]:
    """The same pages; everything on a back lies `shift` points farther to the right and down."""
    return (_moved(page, *shift) if page.back and any(shift) else page for page in pages)


def _moved(page: Page, right: float, down: float) -> Page:
    def box(old: Box) -> Box:
        return old._replace(x=old.x + right, y=old.y + down)

    def face(old: Placed) -> Placed:
        return replace(old, box=box(old.box))

    def mark(old: Path) -> Path:
        return replace(old, outline=move_outline(old.outline, right, down))

    def link(old: Link) -> Link:
        return replace(old, box=box(old.box))

    return replace(
        page,
        faces=tuple(map(face, page.faces)),
        marks=tuple(map(mark, page.marks)),
        links=tuple(map(link, page.links)),
    )
