"""The foot of a step card's front: the cue, the bar with the caution, and a last line with progress, clock and name."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.cards.steps.progress import DOT, TALL, draw_progress
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.caution import draw_caution_bar
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import place_revision
from cardgen.scene.text import CAP, DESCENT, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard

CUE_LEADING = 1.25
CAUTION_LEADING = 1.18
BAR_INDENT = 0.35
"""Beside the caution sign, as a part of it."""
BAR_PADDING = 0.28
"""Above and below the caution in its bar, as a part of the sign."""
BAR_HEIGHTS = (1, 1.35, 1.8, 2.4, 3, 4)
"""Heights that the bar may have to hold a long caution, as multiples of the usual one."""
MOST_CUE_LINES = 3
CLOSE = 0.8
"""From the last baseline of a low cue to the bar below it, in type sizes of the least cue."""
LIFT = 0.2
"""From there to where the bar would end, so that the last line stays apart."""
PROGRESS_WIDTH = 0.57
"""Width of the progress, as a part of the card."""
POINTERS = ("back_goes_on", "see_back", "more", "and_so_on")
"""Words that say that the back goes on, the longest first."""


class Foot(Struct, frozen=True):
    """The foot broken into lines."""

    bar: Box
    caution: Setting | None
    """None leaves the bar out."""
    cue: Setting | None
    """None leaves the cue to the back."""
    cue_top: float
    middle: float
    """The height on the card of the middle of the last line."""

    @property
    def top(self) -> float:
        """Where the capitals of the cue begin, or the bar."""
        return self.cue_top if self.cue else self.bar.y


def set_foot(sketch: Sketch, warning: str, cue_text: str, scale: StepScale, low: bool = False) -> Foot:
    """The foot of a front: higher than usual where a long caution or cue needs it; MisfitError for a longer caution.

    `low`: the cue ends close above the caution, or in the place of one, so that there is more room above it.
    """
    height = sketch.form.size.height
    deep = max(TALL * DOT, CAP / 2 + DESCENT) * scale.progress  # of the progress and of the clock
    lifted = max(0.0, sketch.form.border.height + deep - scale.foot)
    caution, bar = _set_caution(sketch, warning, scale, height - scale.bar_end - lifted)
    last = bar.y - (scale.cue_end - scale.bar_end - scale.bar)
    if low:
        last = bar.y - CLOSE * scale.least_cue if caution else bar.bottom - LIFT * scale.least_cue
    cue = _set_cue(sketch, cue_text, scale, last)
    usual = height - lifted - scale.cue_end - _first_line(scale)
    top = last - cue.height if cue else bar.y
    return Foot(bar, caution, cue, min(top, usual) if cue and not low else top, height - scale.foot - lifted)


def _first_line(scale: StepScale) -> float:
    """From the capitals of a cue of two lines to its last baseline."""
    return (CAP + CUE_LEADING) * (scale.cue or 0)


def _set_caution(sketch: Sketch, text: str, scale: StepScale, bottom: float) -> tuple[Setting | None, Box]:
    """A caution in its bar, which grows upward; without a caution only the room for it."""
    live = sketch.live(bottom - scale.bar, bottom)
    room = live.width - (1 + 2 * BAR_INDENT) * scale.sign - BAR_INDENT * scale.sign
    padding = BAR_PADDING * scale.sign
    usual = Box(live.x, bottom - scale.bar, live.width, scale.bar)
    if not text:
        return None, usual
    for part in BAR_HEIGHTS:
        sizes, most = (scale.caution, scale.least_caution), part * scale.bar - 2 * padding
        if found := fit(text, "semibold", sizes, (room, most), CAUTION_LEADING, even=True):
            high = max(scale.bar, found.height + 2 * padding)
            return found, Box(live.x, bottom - high, live.width, high)
    raise sketch.misfit("caution", text)


def _set_cue(sketch: Sketch, text: str, scale: StepScale, last: float) -> Setting | None:
    """The cue, which ends at the baseline `last`; None when it has to go to the back."""
    if scale.cue is None or not text:
        return None
    for lines in range(2, MOST_CUE_LINES + 1):
        height = (CAP + (lines - 1) * CUE_LEADING) * scale.cue
        live = sketch.live(last - height, last)
        if found := fit(text, "regular", (scale.cue, scale.least_cue), (live.width, height), CUE_LEADING, even=True):
            return found
    return None


def draw_foot(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, foot: Foot, goes_on: bool) -> None:
    """Draw the cue, the caution, and the last line; `goes_on`: the back says more of what is done."""
    if foot.cue:
        with sketch.tagged("P"):
            sketch.draw_setting(foot.bar.x, foot.cue_top, foot.cue)
    if foot.caution:
        draw_caution_bar(sketch, foot.caution, foot.bar, scale.sign, BAR_INDENT * scale.sign)
    _draw_last_line(sketch, step, "" if goes_on else routine, scale, foot)


def _draw_last_line(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, foot: Foot) -> None:
    """Draw the progress at the left; then the clock, and the routine's name or that the back goes on; the revision.

    Without a `routine`, the back goes on.
    """
    live = sketch.live(foot.middle - scale.progress / 2, foot.middle + scale.progress / 2)
    baseline = min(
        foot.middle + CAP * scale.small_print / 2,
        sketch.form.size.height - sketch.form.border.height - DESCENT * scale.small_print,
    )
    right = place_revision(sketch, live.right, baseline, scale.small_print)
    wide = PROGRESS_WIDTH * live.width
    if step.clock:
        right = _draw_clock(sketch, step.clock, right, foot.middle, scale.progress)
        wide = right - live.x
    if not routine:
        right = _draw_pointer(sketch, live.x, right, foot.middle, scale)
        wide = min(wide, right - live.x)
    end = draw_progress(sketch, step.name.number, step.total, live.x, foot.middle, wide, scale.progress)
    name = right - width(routine, "regular", scale.small_print)
    if routine and scale.routine_name and not step.clock and name >= end + 4 * MM:
        with sketch.read_last():
            sketch.draw_text(name, baseline, routine, "regular", scale.small_print, sketch.theme.secondary)


def _draw_clock(sketch: Sketch, clock: str, right: float, middle: float, size: float) -> float:
    """Draw the time at which the step begins; returns where the progress may end."""
    icon = 1.25 * CAP * size
    x = right - width(clock, "semibold", size)
    top = min(middle - icon / 2, sketch.form.size.height - sketch.form.border.height - icon)
    with sketch.beside_icon("P", "time", sketch.icon_alt("time", clock), x - 1.25 * icon, top, icon):
        sketch.draw_text(x, middle + CAP * size / 2, clock, "semibold", size)
    return x - 1.25 * icon - 2 * MM


def _draw_pointer(sketch: Sketch, left: float, right: float, middle: float, scale: StepScale) -> float:
    """Draw that the back goes on, in as many words as have room; returns where the progress may end."""
    size = scale.progress
    texts = [sketch.words.say(key) for key in POINTERS]
    text = next((text for text in texts if width(text, "semibold", size) <= right - left), texts[-1])
    x = right - width(text, "semibold", size)
    with sketch.read_last():
        sketch.draw_text(x, middle + CAP * size / 2, text, "semibold", size)
    return x - 2 * MM
