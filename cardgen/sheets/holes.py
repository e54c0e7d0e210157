"""Holes in cards, for a ring or for a binder: where they are, and the area to keep clear around them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.marks import Path
from cardgen.scene.outlines import circle
from cardgen.sheets.printer_marks import GUIDE_COLOR, MARK_WEIGHT
from cardgen.units import MM, Box, Size, in_mm

HoleKind = Literal["ring", "iso-838"]

HOLE_DIAMETER = 6 * MM
"""Diameter of a punched hole (ISO 838)."""
LAMINATED_HOLE_DIAMETER = 10 * MM
"""Diameter of the hole in the paper of a laminated card, larger than the punched one so that film seals the rim."""
RING_INSET = 10 * MM
"""From the middle of a ring's hole to both edges (print facts: 8 to 10 mm)."""
SMALL_RING_INSET = 8 * MM
"""The same on a small card."""
SMALL_CARD = 95 * MM
"""A card narrower than this is small."""
ISO_DISTANCE = 80 * MM
"""From hole to hole (ISO 838)."""
ISO_INSET = 12 * MM
"""From the edge to the middle of both holes (ISO 838)."""
ISO_LEAST_EDGE = 100 * MM
"""The shortest edge for two holes (ISO 838)."""
ISO_LEAST_WIDTH = 95 * MM
"""A narrower card has no room beside the two holes."""
CLEARANCE = 2 * MM
"""Kept clear around a hole."""


class Holes(Struct, frozen=True):
    """The holes of a front, in points; on a back they are on the other side."""

    centers: tuple[tuple[float, float], ...]
    diameter: float
    """Diameter of the hole in the paper."""
    clear: Box
    """Nothing is printed here except the marks of the holes."""
    corner: float = 0.0
    """The height below which there is nothing to keep clear: a hole in a corner takes only the top."""

    @property
    def marks(self) -> tuple[Path, ...]:
        """Thin circles that show where to punch."""
        return tuple(
            Path(circle(x, y, self.diameter / 2), stroke=GUIDE_COLOR, width=MARK_WEIGHT) for x, y in self.centers
        )


def place_holes(kind: HoleKind, card: Size, laminated: bool) -> Holes:
    """A ring's hole in the top left corner, or two holes along the left edge; UserError when the card is too small."""
    diameter = LAMINATED_HOLE_DIAMETER if laminated else HOLE_DIAMETER
    reach = diameter / 2 + CLEARANCE
    if kind == "ring":
        inset = RING_INSET if card.width >= SMALL_CARD else SMALL_RING_INSET
        return Holes(((inset, inset),), diameter, Box(0, 0, inset + reach, inset + reach), inset + reach)
    if card.height < ISO_LEAST_EDGE or card.width < ISO_LEAST_WIDTH:
        sizes = [
            f"{in_mm(size.width)} x {in_mm(size.height)} mm" for size in (Size(ISO_LEAST_WIDTH, ISO_LEAST_EDGE), card)
        ]
        problem = f"Two holes need a card of {sizes[0]}: this one is {sizes[1]}."
        raise UserError(Fault(problem, "Choose a larger stock, or <hole=ring>."))
    middle = card.height / 2
    centers = ((ISO_INSET, middle - ISO_DISTANCE / 2), (ISO_INSET, middle + ISO_DISTANCE / 2))
    return Holes(centers, diameter, Box(0, 0, ISO_INSET + reach, card.height))
