"""Finished cards: sides in pairs, with the revision of each card on its front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.layouts.parts.revision import card_of, is_marked
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, place_revision
from cardgen.scene.faces import Card, Face
from cardgen.scene.text import CAP, DESCENT

LEAST_SMALL_PRINT = 8
"""Type size in points."""


def make_cards(sides: Sequence[Sketch], duplex: bool) -> Iterator[Card]:
    """Cards of sides in reading order: two to a card with `duplex`, else one."""
    each = 2 if duplex else 1
    for start in range(0, len(sides), each):
        front, *backs = sides[start : start + each]
        yield card_of(_finished_front(front), *(back.face() for back in backs))


def _finished_front(sketch: Sketch) -> Face:
    """A front with a place for its revision: the usual one, unless its layout has chosen another."""
    front = sketch.face()
    if is_marked(front):
        return front
    height, unreachable = sketch.form.size.height, sketch.form.border.height
    baseline = height - max(LEAST_FOOT, unreachable + DESCENT * LEAST_SMALL_PRINT)
    right = sketch.live(baseline - CAP * LEAST_SMALL_PRINT, baseline).right
    place_revision(sketch, right, baseline, LEAST_SMALL_PRINT)
    return sketch.face()
