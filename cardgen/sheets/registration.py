"""Backs that meet their fronts: shifted for the printer, and in order for printing one side after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec.structs import replace

from cardgen.scene.outlines import move_outline
from cardgen.scene.pages import Page
from cardgen.units import Box


class Sided(Protocol):
    """Something that is on the front or on the back of a sheet."""

    @property
    def back(self) -> bool: ...


SideT = TypeVar("SideT", bound=Sided)


def fronts_first(sides: Iterable[SideT]) -> list[SideT]:
    """All fronts, then all backs in reverse: the order for a stack that is put back into the printer as it came out."""
    held = list(sides)
    backs = [side for side in held if side.back]
    return [*(side for side in held if not side.back), *reversed(backs)]


def move_back(page: Page, shift: tuple[float, float]) -> Page:
    """The same page when it is a front; a back with everything `shift` points farther to the right and down."""
    return _move_page(page, *shift) if page.back and any(shift) else page


def _move_page(page: Page, right: float, down: float) -> Page:
    def moved(box: Box) -> Box:
        return box._replace(x=box.x + right, y=box.y + down)

    return replace(
        page,
        faces=tuple(replace(face, box=moved(face.box)) for face in page.faces),
        marks=tuple(replace(mark, outline=move_outline(mark.outline, right, down)) for mark in page.marks),
        links=tuple(replace(link, box=moved(link.box)) for link in page.links),
    )
