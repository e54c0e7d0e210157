"""Holes in cards: for a ring, or for a binder; where they are, and what must be kept clear of them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.scene.marks import Path
from cardgen.scene.outlines import circle
from cardgen.sheets.marks import GUIDE, WEIGHT
from cardgen.units import MM, Box, Size, in_mm

HoleKind = Literal["ring", "iso-838"]

PUNCHED, IN_PAPER = 6 * MM, 10 * MM
"""Diameters: of a hole (ISO 838: 6 mm), and of one in the paper of a laminated card, so that film seals its rim."""
RING, SMALL_RING, SMALL_CARD = 10 * MM, 8 * MM, 95 * MM
"""From the middle of a ring's hole to both edges (print facts: 8 to 10 mm); the smaller on cards narrower than this."""
APART, INWARD, LEAST_EDGE = 80 * MM, 12 * MM, 100 * MM
"""ISO 838: between the holes, from the edge to their middles, and the shortest edge for them."""
LEAST_WIDTH = 95 * MM
"""A narrower card has no room beside the holes."""
AROUND = 2 * MM
"""Kept clear round a hole."""


class Holes(Struct, frozen=True):
    """The holes of a front, in points; on a back they are at the other side."""

    centres: tuple[tuple[float, float], ...]
    diameter: float
    """Of what is cut out of the paper."""
    clear: Box
    """Nothing is printed here but the marks of the holes."""
    corner: float = 0.0
    """Below this height there is nothing to keep clear of: a hole in a corner ends."""

    @property
    def marks(self) -> tuple[Path, ...]:
        """Thin circles to punch along."""
        return tuple(Path(circle(x, y, self.diameter / 2), stroke=GUIDE, width=WEIGHT) for x, y in self.centres)


def holes(kind: HoleKind, card: Size, laminate: bool) -> Holes:
    """A ring's hole in the top left corner, or two holes along the left edge; UserError when the card is too small."""
    diameter = IN_PAPER if laminate else PUNCHED
    around = diameter / 2 + AROUND
    if kind == "ring":
        away = RING if card.width >= SMALL_CARD else SMALL_RING
        return Holes(((away, away),), diameter, Box(0, 0, away + around, away + around), away + around)
    if card.height < LEAST_EDGE or card.width < LEAST_WIDTH:
        sizes = [f"{in_mm(size.width)} x {in_mm(size.height)} mm" for size in (Size(LEAST_WIDTH, LEAST_EDGE), card)]
        problem = f"Two holes need a card of {sizes[0]}: this one is {sizes[1]}."
        raise UserError(Fault(problem, "Choose a larger stock, or --hole ring."))
    middle = card.height / 2
    centres = ((INWARD, middle - APART / 2), (INWARD, middle + APART / 2))
    return Holes(centres, diameter, Box(0, 0, INWARD + around, card.height))
