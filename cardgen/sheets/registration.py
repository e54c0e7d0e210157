"""Backs that meet their fronts: shifted for the printer, and in order for printing one side after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec.structs import replace

from cardgen.scene.outlines import move_outline, scale_outline
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


def turn_around(page: Page) -> Page:
    """The same page upside down, for a printer that turns sheets over on the other edge; it must have no links."""
    wide, high = page.size
    return replace(
        page,
        faces=tuple(
            replace(
                face,
                box=face.box._replace(x=wide - face.box.right, y=high - face.box.bottom),
                turn=(face.turn + 180) % 360,
            )
            for face in page.faces
        ),
        marks=tuple(
            replace(mark, outline=move_outline(scale_outline(mark.outline, -1), wide, high)) for mark in page.marks
        ),
    )
