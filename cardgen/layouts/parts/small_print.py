"""The small print at the foot of a card: its revision, a name, and what else there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Literal

from cardgen.layouts.parts.revision import revision_mark
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, DESCENT, width
from cardgen.sheets.format import Format
from cardgen.units import MM

LEAST_FOOT = 3.5 * MM
"""From the baseline to the edge of the card."""
REVISION_GAP = 2 * MM
"""From the text before the revision."""
FOOT_GAP = 3.3
"""The least distance from the last line of text to the capitals of the small print, in points."""

ReadSides = Literal["left", "right", "both"]
"""Which ends of the small print are read aloud."""


def room_above(form: Format, baseline: float, size: float) -> float:
    """Where text above the small print must end, at the latest."""
    return _reached(form, baseline, size) - CAP * size - FOOT_GAP


def _reached(form: Format, baseline: float, size: float) -> float:
    """The baseline of the small print: higher than usual where the printer would not reach it."""
    return min(baseline, form.size.height - form.border.height - DESCENT * size)


def draw_small_print(
    sketch: Sketch,
    left: Sequence[str],
    right: str,
    baseline: float,
    size: float,
    read: ReadSides,
) -> None:
    """Draw as many of the left parts as fit, and a name at the right if there is room for it.

    At the end of a front's small print is the card's revision. What is at the sides `read` is read aloud, after all
    else on the face.
    """
    live, color = sketch.live(baseline - CAP * size, baseline), sketch.theme.secondary
    wide = small_print_width(sketch, baseline, size)
    baseline = _reached(sketch.form, baseline, size)
    if not sketch.mirrored:
        place_revision(sketch, live.right, baseline, size)
    live = live._replace(width=wide)
    parts = [" · ".join(left[:count]) for count in range(len(left), 0, -1)]
    shown = next((text for text in parts if width(text, "regular", size) <= live.width), "")
    if shown:
        with sketch.read_last() if read != "right" else nullcontext():
            sketch.draw_text(live.x, baseline, shown, "regular", size, color)
    if right and width(shown, "regular", size) + width(right, "regular", size) + 4 * MM <= live.width:
        with sketch.read_last() if read != "left" else nullcontext():
            sketch.draw_text(live.right - width(right, "regular", size), baseline, right, "regular", size, color)


def small_print_width(sketch: Sketch, baseline: float, size: float) -> float:
    """The room for small print, on a front next to the card's revision, in points."""
    live = sketch.live(baseline - CAP * size, baseline)
    return live.width if sketch.mirrored else revision_mark(live.right, baseline, size, "").x - REVISION_GAP - live.x


def place_revision(sketch: Sketch, right: float, baseline: float, size: float) -> float:
    """Keep a place for the card's revision, which ends at `right`; returns where the text before it may end."""
    mark = revision_mark(right, baseline, size, sketch.theme.secondary)
    sketch.marks.append(mark)
    return mark.x - REVISION_GAP
