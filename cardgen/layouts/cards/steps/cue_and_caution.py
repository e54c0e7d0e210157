"""The texts below the figure on the front of a step card: the cue, and the bar with the caution."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.cards.steps.foot import foot_lift
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.caution import draw_caution_bar
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import Box

CUE_LEADING = 1.25
CAUTION_LEADING = 1.18
BAR_INDENT = 0.35
"""Next to the caution sign, as a fraction of it."""
BAR_PADDING = 0.28
"""Above and below the caution in its bar, as a fraction of the sign."""
BAR_HEIGHTS = (1, 1.35, 1.8, 2.4, 3, 4)
"""Heights that the bar may have to hold a long caution, as multiples of the usual one."""
MOST_CUE_LINES = 4
CLOSE = 0.8
"""From the last baseline of a low cue to the bar below it, in type sizes of the least cue."""
LIFT = 0.6
"""From there to where the bar would end, so that the last line stays apart."""


class CueAndCaution(Struct, frozen=True):
    """The cue and the caution, broken into lines, and their places."""

    bar: Box
    caution: Setting | None
    """None leaves the bar out."""
    cue: Setting | None
    """None leaves the cue to the back."""
    cue_top: float

    @property
    def top(self) -> float:
        """Where the capitals of the cue begin, or the bar."""
        return self.cue_top if self.cue else self.bar.y


def set_cue_and_caution(
    sketch: Sketch, cue_text: str, caution_text: str, scale: StepScale, low: bool = False
) -> CueAndCaution:
    """Cue and caution of a front, higher than usual if they are long; MisfitError for a caution that is longer still.

    `low`: the cue ends close above the caution, or in its place, so that there is more room above it.
    """
    height = sketch.form.size.height - foot_lift(sketch, scale)
    caution, bar = _set_caution(sketch, caution_text, scale, height - scale.bar_end)
    last = bar.y - (scale.cue_end - scale.bar_end - scale.bar)
    if low:
        last = bar.y - CLOSE * scale.least_cue if caution else bar.bottom - LIFT * scale.least_cue
    cue = _set_cue(sketch, cue_text, scale, last)
    usual = height - scale.cue_end - _first_line(scale)
    top = last - cue.height if cue else bar.y
    return CueAndCaution(bar, caution, cue, min(top, usual) if cue and not low else top)


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


def draw_cue_and_caution(sketch: Sketch, texts: CueAndCaution, scale: StepScale) -> None:
    """Draw the cue, and the caution on its bar."""
    if texts.cue:
        with sketch.tagged("P"):
            sketch.draw_setting(texts.bar.x, texts.cue_top, texts.cue)
    if texts.caution:
        draw_caution_bar(sketch, texts.caution, texts.bar, scale.sign, BAR_INDENT * scale.sign)
