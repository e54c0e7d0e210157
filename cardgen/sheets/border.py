"""The border of a sheet that a printer cannot reach, and the cards with content in it."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.scene.outlines import bounds
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.text import CAP, DESCENT
from cardgen.scene.text import width as text_width
from cardgen.sheets.paper import TOLERANCE
from cardgen.sheets.printer_marks import GUIDE_COLOR
from cardgen.units import Box

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom, in a face's own points."""


def find_cut_off(page: Page, border: float) -> Iterator[str]:
    """The names of the faces with content within `border` points of the edge of their page."""
    for placed in page.faces:
        reached = _printable(placed, page, border)
        safe = reached.x, reached.y, reached.right, reached.bottom
        width, height = placed.face.size
        near = safe[0] > 0 or safe[1] > 0 or safe[2] < width or safe[3] < height
        if near and any(_is_outside(mark, safe) for mark in placed.face.marks):
            yield placed.face.name


def _printable(placed: PlacedFace, page: Page, border: float) -> Box:
    """The area that the printer can reach, in a face's own points."""
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
    return Box(left, top, width - right - left, height - bottom - top)


def _is_outside(mark: Mark, safe: Edges) -> bool:
    """Whether a mark is at least partly outside a box; guides for a knife or a punch never are."""
    if isinstance(mark, Path) and mark.stroke == GUIDE_COLOR:
        return False
    left, top, right, bottom = _edges(mark)
    return left < safe[0] or top < safe[1] or right > safe[2] or bottom > safe[3]


def _edges(mark: Mark) -> Edges:
    """The edges of a mark: for text, from its capitals to its descenders. Plain numbers, because a deck has many."""
    if isinstance(mark, Text):
        right = mark.x + text_width(mark.text, mark.font, mark.size)
        return mark.x, mark.y - CAP * mark.size, right, mark.y + DESCENT * mark.size
    box = mark.box if isinstance(mark, Use) else bounds(mark.outline)
    return box.x, box.y, box.right, box.bottom
