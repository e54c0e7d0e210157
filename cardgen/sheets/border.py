"""The border of a sheet that a printer cannot reach, and the cards whose content lies in it."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.scene.marks import Mark, Text, Use
from cardgen.scene.outlines import bounds
from cardgen.scene.pages import Page, Placed
from cardgen.scene.text import CAP, DESCENT
from cardgen.scene.text import width as text_width
from cardgen.sheets.marks import GUIDE
from cardgen.units import MM, Box

SLACK = 0.1 * MM


def cut_off(page: Page, border: float) -> Iterator[str]:
    """The names of the faces on a page that have content within `border` points of its edge."""
    for placed in page.faces:
        safe = _printable(placed, page, border)
        width, height = placed.face.size
        near = safe.x > 0 or safe.y > 0 or safe.right < width or safe.bottom < height
        if near and any(_sticks_out(mark, safe) for mark in placed.face.marks):
            yield placed.face.name


def _printable(placed: Placed, page: Page, border: float) -> Box:
    """What the printer can reach, in a face's own points."""
    box, (width, height) = placed.box, placed.face.size
    left, top = border - box.x - SLACK, border - box.y - SLACK
    right, bottom = border - (page.size.width - box.right) - SLACK, border - (page.size.height - box.bottom) - SLACK
    left, top, right, bottom = {
        0: (left, top, right, bottom),
        90: (bottom, left, top, right),
        180: (right, bottom, left, top),
        270: (top, right, bottom, left),
    }[placed.turn]
    return Box(left, top, width - right - left, height - bottom - top)


def _sticks_out(mark: Mark, safe: Box) -> bool:
    """A mark is not wholly in a box; of a text capitals to descenders count, guides for a knife or a punch do not."""
    x, y, width, height = safe
    if isinstance(mark, Text):
        above, below = mark.y - CAP * mark.size, mark.y + DESCENT * mark.size
        if mark.x < x or above < y or below > y + height:
            return True
        return mark.x + text_width(mark.text, mark.font, mark.size) > x + width
    if isinstance(mark, Use):
        box = mark.box
        return box.x < x or box.y < y or box.right > x + width or box.bottom > y + height
    if mark.stroke == GUIDE:
        return False
    box = bounds(mark.outline)
    return box.x < x or box.y < y or box.right > x + width or box.bottom > y + height
