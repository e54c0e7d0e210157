"""The foot of a step card's front, its last line: progress, clock, and the routine's name or that the back goes on."""

from __future__ import annotations

from cardgen.layouts.cards.steps.progress import DOT, TALL, draw_progress, least_width
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import place_revision
from cardgen.scene.text import CAP, DESCENT, width
from cardgen.units import MM
from cardgen.wording.deck import StepCard

LIMB_FONT, LIMB_GAP = "medium", 2.5 * MM
"""For the other limb, and on both sides of it."""
PROGRESS_WIDTH = 0.57
"""Width of the progress, as a fraction of the card."""
POINTERS = ("back_goes_on", "see_back", "more", "and_so_on")
"""Words that say that the back goes on, the longest first."""
SENTENCES = 2
"""How many of them are understood at once, so that the progress should have room next to them."""
POINTER_GAP = 2 * MM
"""Before these words."""


def foot_lift(sketch: Sketch, scale: StepScale) -> float:
    """How much higher than usual the foot is, so that the printer reaches all of it, in points."""
    deep = max(TALL * DOT, CAP / 2 + DESCENT) * scale.progress  # of the progress and of the clock
    return max(0.0, sketch.form.border.height + deep - scale.foot)


def draw_foot(sketch: Sketch, step: StepCard, routine: str, scale: StepScale) -> None:
    """Draw the progress and the other limb at the left; then the clock, and the routine's name; the revision.

    Without a `routine`, the back goes on.
    """
    middle = sketch.form.size.height - scale.foot - foot_lift(sketch, scale)
    live = sketch.live(middle - scale.progress / 2, middle + scale.progress / 2)
    baseline = min(
        middle + CAP * scale.small_print / 2,
        sketch.form.size.height - sketch.form.border.height - DESCENT * scale.small_print,
    )
    right = place_revision(sketch, live.right, baseline, scale.small_print)
    wide = PROGRESS_WIDTH * live.width
    limb = _other_limb(sketch, step, right - live.x, scale.progress)
    taken = LIMB_GAP + width(limb, LIMB_FONT, scale.progress) + LIMB_GAP if limb else 0
    if step.clock:
        right = _draw_clock(sketch, step.clock, right, middle, scale.progress)
        wide = right - live.x
    if not routine:
        progress = least_width(sketch, step.name.number, step.total, scale.progress) + POINTER_GAP
        left = live.x + taken
        right = _draw_pointer(sketch, right, (right - left - progress, right - left), middle, scale)
        wide = min(wide, right - left)
    end = draw_progress(sketch, step.name.number, step.total, live.x, middle, wide, scale.progress)
    if limb:
        with sketch.read_last():
            baseline_of_limb = middle + CAP * scale.progress / 2
            sketch.draw_text(end + LIMB_GAP, baseline_of_limb, limb, LIMB_FONT, scale.progress)
        end += taken - LIMB_GAP
    name = right - width(routine, "regular", scale.small_print)
    if routine and scale.routine_name and not step.clock and name >= end + 4 * MM:
        with sketch.read_last():
            sketch.draw_text(name, baseline, routine, "regular", scale.small_print, sketch.theme.secondary)


def _other_limb(sketch: Sketch, step: StepCard, room: float, size: float) -> str:
    """That the step is done on the other limb, too: the same words on every front of a routine, or on none.

    Next to it there is room for the progress, and for that the back goes on. A clock has the time on each limb.
    """
    pointer = width(sketch.words.say(POINTERS[SENTENCES - 1]), "semibold", size) + POINTER_GAP
    left = room - least_width(sketch, step.total, step.total, size) - 2 * LIMB_GAP - pointer
    found = () if step.clock else step.other_limb
    return next((text for text in found if width(text, LIMB_FONT, size) <= left), "")


def _draw_clock(sketch: Sketch, clock: str, right: float, middle: float, size: float) -> float:
    """Draw the time at which the step begins; returns where the progress may end."""
    icon = 1.25 * CAP * size
    x = right - width(clock, "semibold", size)
    top = min(middle - icon / 2, sketch.form.size.height - sketch.form.border.height - icon)
    with sketch.beside_icon("P", "time", sketch.icon_alt("time", clock), x - 1.25 * icon, top, icon):
        sketch.draw_text(x, middle + CAP * size / 2, clock, "semibold", size)
    return x - 1.25 * icon - 2 * MM


def _draw_pointer(sketch: Sketch, right: float, rooms: tuple[float, float], middle: float, scale: StepScale) -> float:
    """Draw that the back goes on; returns where the progress may end.

    In as many words as have room next to the progress, if it leaves room for a whole sentence, and else in its place.
    """
    size, (beside, alone) = scale.progress, rooms
    texts = [sketch.words.say(key) for key in POINTERS]
    ways = *((text, beside) for text in texts[:SENTENCES]), *((text, alone) for text in texts)
    text = next((text for text, room in ways if width(text, "semibold", size) <= room), texts[-1])
    x = right - width(text, "semibold", size)
    with sketch.read_last():
        sketch.draw_text(x, middle + CAP * size / 2, text, "semibold", size)
    return x - POINTER_GAP
