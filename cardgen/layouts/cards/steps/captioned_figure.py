"""The figure of a front, with a caption where it shows a receiver from below."""

from __future__ import annotations

from cardgen.artwork.views import crop
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.figure import draw_figure, shown_height
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import Box
from cardgen.wording.deck import StepCard

GAP = 0.8
"""From the figure to the capitals of its caption, in type sizes."""
LINES, LEADING = 2, 1.15
"""The most lines of a caption, and their distance in type sizes."""
LEAST_SHOWN = 0.85
"""The least height of a figure above a caption, as a fraction of that without one."""


def draw_captioned_figure(sketch: Sketch, step: StepCard, box: Box, scale: StepScale) -> None:
    """Draw a step's figure in the middle of a box, and below it that it shows the receiver from below."""
    place, caption = box, _set_caption(sketch, step, box.width, scale.progress)
    if caption:
        taken = caption.height + GAP * caption.size
        shown = shown_height(step, box._replace(height=box.height - taken).size)
        if shown >= LEAST_SHOWN * shown_height(step, box.size):
            place = box._replace(y=box.y + (box.height - shown - taken) / 2, height=shown)
        else:
            caption = None
    draw_figure(sketch, step, place, scale.line_weight, middle=True)
    if caption:
        with sketch.tagged("P"):
            sketch.draw_setting(box.x, place.bottom + GAP * caption.size, caption)


def _set_caption(sketch: Sketch, step: StepCard, room: float, size: float) -> Setting | None:
    """The caption of a step's drawing; None when it needs none, or has too many words for the room."""
    position = crop(step.drawing.view).from_below if step.drawing else ""
    if not position:
        return None
    text = sketch.words.say("seen_from_below", position=sketch.words.positions[position])
    high = (CAP + (LINES - 1) * LEADING) * size + 1
    return fit(text, "medium", (size, size), (room, high), LEADING, even=True)
