"""The border of a sheet that a printer cannot reach, and the cards with content in it."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.scene.outlines import bounds
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.text import CAP, DESCENT
from cardgen.scene.text import width as text_width
from cardgen.sheets.marks import GUIDE_COLOR
from cardgen.sheets.paper import TOLERANCE
from cardgen.units import Box


def find_cut_off(page: Page, border: float) -> Iterator[str]:
    """The names of the faces with content within `border` points of the edge of their page."""
    for placed in page.faces:
        safe = _printable(placed, page, border)
        width, height = placed.face.size
        near = safe.x > 0 or safe.y > 0 or safe.right < width or safe.bottom < height
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


def _is_outside(mark: Mark, safe: Box) -> bool:
    """Whether a mark is at least partly outside a box; guides for a knife or a punch never are."""
    if isinstance(mark, Path) and mark.stroke == GUIDE_COLOR:
        return False
    box = _mark_box(mark)
    return box.x < safe.x or box.y < safe.y or box.right > safe.right or box.bottom > safe.bottom


def _mark_box(mark: Mark) -> Box:
    """The box around a mark: for text, from its capitals to its descenders."""
    match mark:
        case Text():
            width = text_width(mark.text, mark.font, mark.size)
            return Box(mark.x, mark.y - CAP * mark.size, width, (CAP + DESCENT) * mark.size)
        case Use():
            return mark.box
        case Path():
            return bounds(mark.outline)
