"""The border of a sheet that a printer cannot reach, and the cards whose content lies in it."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.scene import Face, Mark, Page, Path, Placed, Text, Use
from cardgen.text import CAP, DESCENT, width
from cardgen.units import MM, Box

BORDER = 6.35 * MM
"""What most printers cannot reach (print facts: 4 to 4.3 mm, safe 6.35, some inkjets more at the foot)."""
SLACK = 0.1 * MM


def cut_off(page: Page, border: float) -> Iterator[str]:
    """The names of the faces on a page that have content within `border` points of its edge."""
    for placed in page.faces:
        box = placed.box
        near = min(box.x, box.y, page.size.width - box.right, page.size.height - box.bottom)
        if near < border and placed.face.marks and _margin(placed, page) < border - SLACK:
            yield placed.face.name


def _margin(placed: Placed, page: Page) -> float:
    """The least distance of a face's content from the edge of the page."""
    box, face = placed.box, content(placed.face)
    width, height = placed.face.size
    left, top, right, bottom = face.x, face.y, width - face.right, height - face.bottom
    around = {0: (left, top, right, bottom), 90: (top, right, bottom, left), 270: (bottom, left, top, right)}
    around[180] = (right, bottom, left, top)
    left, top, right, bottom = around[placed.turn]
    return min(box.x + left, box.y + top, page.size.width - box.right + right, page.size.height - box.bottom + bottom)


def content(face: Face) -> Box:
    """The box round everything on a face that lies inside it: colour that bleeds ends at its edge."""
    boxes = [_box(mark) for mark in face.marks]
    left, top = max(0, min(box.x for box in boxes)), max(0, min(box.y for box in boxes))
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _box(mark: Mark) -> Box:
    """The box of a mark; of a text, from its capitals to its descenders."""
    match mark:
        case Text():
            high = CAP * mark.size
            return Box(mark.x, mark.y - high, width(mark.text, mark.font, mark.size), high + DESCENT * mark.size)
        case Use():
            return mark.box
        case Path():
            points = [values[at : at + 2] for _, values in mark.outline for at in range(0, len(values), 2)]
            left, top = min(x for x, _ in points), min(y for _, y in points)
            return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)
