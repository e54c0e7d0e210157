"""Rules for the places that a drawing presses: none of them is in a region that it spares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from cardgen.artwork.figures import Look, hand_touches
from cardgen.artwork.footprints import Touch, footprint, is_pressed
from cardgen.artwork.regions import region_shape
from cardgen.artwork.stroke_pressure import USUAL_LEVEL, hardest
from cardgen.artwork.theme import theme
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.units import MM, Size

TOLERANCE = 0.01
"""How far a stroke may be inside a region and still only touch its edge, as a fraction of the drawing's narrow side."""
PRINTED, PRINTED_IN = Size(40 * MM, 74 * MM), "mono"
"""The room of a figure on an A6 card and a theme: the size of a hand depends on that of the figure."""


HARDER: Level = "medium"
"""The least level that is too hard for a region that takes light pressure only."""


def press_faults(document: Document[Routine], place: Place, step: Step, drawing: Drawing) -> Iterator[Fault]:
    """Strokes that press on a region which their own drawing says to spare; `place` is that of the strokes.

    A hand is no fault: no figure shows one there.
    """
    usual = hardest(step) or USUAL_LEVEL
    for number, stroke in enumerate(drawing.strokes):
        touched = touches(drawing, stroke, usual) if drawing.spared and not stroke.posture else ()
        if pressed := next((region for region in drawing.avoid if presses(drawing, touched, region)), ""):
            problem = f"This '{stroke.draw}' presses on '{pressed}', which the drawing says to avoid."
            remedy = "Move it, make it narrower, or give it 'pressure: feather' if it only brushes that place."
            yield document.fault((*place, number), problem, remedy)
        elif pressed := next((region for region in drawing.light if presses(drawing, touched, region, HARDER)), ""):
            problem = f"This '{stroke.draw}' presses harder than light on '{pressed}', which the drawing dots."
            remedy = "Move it, make it narrower, or give it 'pressure: light' if it is light there."
            yield document.fault((*place, number), problem, remedy)


def presses(drawing: Drawing, touched: Sequence[Touch], region: str, least: Level = "light") -> bool:
    """Whether what a stroke of a drawing touches is in a region, pressed at least as hard as a level."""
    part = crop(drawing.view)
    tolerance = TOLERANCE * min(part.width, part.height)
    near = set(region_shape(part.view, region).near([touch.at for touch in touched]))
    pressed = (touch.at for touch in touched if touch.at in near and is_pressed(touch, least)) if near else ()
    return any(region_shape(part.view, region).depth(point) > tolerance for point in pressed)


@lru_cache(maxsize=1024)  # placing a hand is slow, and several checks ask about the same stroke
def touches(drawing: Drawing, stroke: Stroke, usual: Level) -> Sequence[Touch]:
    """What a stroke touches, or the hand that it draws; `usual` is the level of one that has none of its own."""
    if stroke.posture and not stroke.under:
        level = max(stroke.levels, key=LEVELS.index, default=usual)
        return tuple(Touch(at, level) for at in hand_touches(drawing, stroke, PRINTED, _look()))
    return tuple(footprint(stroke, view(crop(drawing.view).view).landmarks, usual))


@cache
def _look() -> Look:
    return Look(theme(PRINTED_IN), theme(PRINTED_IN).accents["back"])
