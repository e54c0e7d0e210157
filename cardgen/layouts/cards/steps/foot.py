"""The foot of a step card's front: the cue, the caution, the progress, the clock and the small print."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.cards.steps.progress import TALL, draw_progress, progress_depth
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.caution import SIGN_GAP, draw_caution
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import place_revision
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard

FOOT_HEIGHTS = (1, 1.2, 1.4, 1.6, 1.8, 2)
"""Heights that the foot may have to hold a long caution, as multiples of the usual one."""
PROGRESS_DOT = 0.019 * MM
"""Radius of a progress dot for each point of the step number's size."""
PROGRESS_WIDTH = 0.57
"""Width of the progress dots, as a part of the foot."""


class Foot(Struct, frozen=True):
    """The foot broken into lines."""

    room: Box
    """For the cue and the caution."""
    caution: Setting | None
    """It ends at the bottom of the room."""
    middle: float
    """The height on the card of the middle of the progress dots."""
    dot: float
    """Radius of a dot."""


def set_foot(sketch: Sketch, step: StepCard, scale: StepScale) -> Foot:
    """The foot of a front, higher than usual only where a long caution needs it; MisfitError for a longer one."""
    height = sketch.form.size.height
    dot = PROGRESS_DOT * scale.step_number
    depth = progress_depth(step.total, sketch.form.size.width / 2 - scale.margin, dot)
    below = max(depth, 0.57 * scale.small_print, 0.58 * scale.least)
    middle = height - max(0.95 * scale.margin, sketch.form.border.height + below)
    for part in FOOT_HEIGHTS:
        top = height - part * scale.foot
        live = sketch.live(top, height)
        room = Box(live.x, top, live.width, middle - TALL * dot - 0.45 * scale.margin - top)
        if not step.caution:
            return Foot(room, None, middle, dot)
        column = room.width - (1 + SIGN_GAP) * scale.paragraph_icon
        sizes = (scale.caution, scale.least)
        if caution := fit(step.caution, "semibold", sizes, (column, room.height), 1.2, even=True):
            return Foot(room, caution, middle, dot)
    raise sketch.misfit("caution", step.caution)


def draw_foot(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, foot: Foot) -> bool:
    """Draw the foot; returns whether there was room for the cue."""
    room, sign = foot.room, scale.paragraph_icon
    caution = max(sign, foot.caution.height) if foot.caution else 0
    has_cue = _draw_cue(sketch, step.cue, scale, room._replace(height=room.height - caution))
    if foot.caution:
        draw_caution(sketch, foot.caution, room.x, room.bottom, sign, SIGN_GAP * sign)
    _draw_last_line(sketch, step, routine, scale, foot)
    return has_cue


def _draw_cue(sketch: Sketch, text: str, scale: StepScale, room: Box) -> bool:
    """Draw the cue at the top of its room; returns whether it fits there."""
    if scale.cue is None or scale.least_cue is None:
        return False
    cue = fit(text, "regular", (scale.cue, scale.least_cue), (room.width, room.height - 0.3 * scale.margin), 1.3)
    if cue:
        with sketch.tagged("P"):
            sketch.draw_setting(room.x, room.y, cue)
    return cue is not None


def _draw_last_line(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, foot: Foot) -> None:
    """Draw the progress at the left; the clock or the routine's name, then the revision at the right."""
    room, baseline = foot.room, foot.middle + CAP * scale.small_print / 2
    right = place_revision(sketch, room.right, baseline, scale.small_print)
    wide = PROGRESS_WIDTH * room.width
    if step.clock:
        wide = _draw_clock(sketch, step.clock, right, foot.middle, scale.least) - room.x
    end = draw_progress(sketch, step.name.number, step.total, room.x, foot.middle, wide, foot.dot)
    name = right - width(routine, "regular", scale.small_print)
    if scale.routine_name and not step.clock and name >= end + 4 * MM:
        sketch.draw_text(name, baseline, routine, "regular", scale.small_print, sketch.theme.secondary)


def _draw_clock(sketch: Sketch, clock: str, right: float, middle: float, size: float) -> float:
    """Draw the time at which the step begins; returns where the progress may end."""
    icon = 1.25 * CAP * size
    x = right - width(clock, "semibold", size)
    with sketch.beside_icon("P", "time", sketch.icon_alt("time", clock), x - 1.25 * icon, middle - icon / 2, icon):
        sketch.draw_text(x, middle + CAP * size / 2, clock, "semibold", size)
    return x - 1.25 * icon - 2 * MM
