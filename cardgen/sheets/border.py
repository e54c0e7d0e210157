"""The border of a sheet that a printer cannot reach, and the cards with content in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from cardgen.scene.fonts import unit_width
from cardgen.scene.marks import Mark, Path, Text
from cardgen.scene.outlines import Outline
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.text import CAP, DESCENT
from cardgen.sheets.paper import TOLERANCE
from cardgen.sheets.printer_marks import GUIDE_COLOR

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom, in a face's own points."""


def find_pushed_off(page: Page, moved: Page, border: float) -> Iterator[str]:
    """The names of the faces with text that comes within `border` points of the edge when a page is moved."""
    if moved is not page:
        near = set(find_cut_off(page, border, only_text=True))
        yield from (name for name in find_cut_off(moved, border, only_text=True) if name not in near)


def find_cut_off(page: Page, border: float, only_text: bool = False) -> Iterator[str]:
    """The names of the faces with content, or text alone, within `border` points of the edge of their page."""
    for placed in page.faces:
        safe = _printable(placed, page, border)
        width, height = placed.face.size
        if safe[0] <= 0 and safe[1] <= 0 and safe[2] >= width and safe[3] >= height:
            continue
        marks = placed.face.marks
        if _has_outside((mark for mark in marks if isinstance(mark, Text)) if only_text else marks, safe):
            yield placed.face.name


def _printable(placed: PlacedFace, page: Page, border: float) -> Edges:
    """The edges of the area that the printer can reach, in a face's own points."""
    box, (width, height) = placed.box, placed.face.size
    left, top = border - box.x - TOLERANCE, border - box.y - TOLERANCE
    right, bottom = (
        border - (page.size.width - box.right) - TOLERANCE,
        border - (page.size.height - box.bottom) - TOLERANCE,
    )
    left, top, right, bottom = {
        0: (left, top, right, bottom),
        90: (bottom, left, top, right),
        180: (right, bottom, left, top),
        270: (top, right, bottom, left),
    }[placed.turn]
    return left, top, width - right, height - bottom


def _has_outside(marks: Iterable[Mark], safe: Edges) -> bool:
    """Whether a mark is at least partly outside a box; guides for a knife or a punch never are.

    Text is measured from its capitals to its descenders. Plain numbers in one loop, because a deck has many marks.
    """
    left, top, right, bottom = safe
    for mark in marks:
        if isinstance(mark, Text):
            x, y, size = mark.x, mark.y, mark.size
            if x < left or y - CAP * size < top or y + DESCENT * size > bottom:
                return True
            if x + unit_width(mark.text, mark.font) * size > right:
                return True
        elif isinstance(mark, Path):
            if mark.stroke != GUIDE_COLOR:
                first, upper, last, lower = _edges(mark.outline)
                if first < left or upper < top or last > right or lower > bottom:
                    return True
        else:
            (wide, high), scale = mark.art.size, mark.scale
            if mark.x < left or mark.y < top or mark.x + wide * scale > right or mark.y + high * scale > bottom:
                return True
    return False


@lru_cache(maxsize=256)  # most outlines are on every card
def _edges(outline: Outline) -> Edges:
    """The edges of an outline."""
    points = [number for _, values in outline for number in values]
    across, down = points[0::2], points[1::2]
    return min(across), min(down), max(across), max(down)
