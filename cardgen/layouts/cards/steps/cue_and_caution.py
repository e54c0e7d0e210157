"""The texts below the figure on the front of a step card: the cue, and the bar with the caution."""

from __future__ import annotations

from math import ceil, inf

from msgspec import Struct

from cardgen.layouts.cards.steps.foot import foot_lift
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.caution import draw_caution_bar, draw_wrapped_caution
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.wrapped_text import WrappedText, go_on_below
from cardgen.scene.text import CAP, Setting, fit, type_sizes
from cardgen.units import Box

CUE_LEADING = 1.25
CAUTION_LEADING = 1.18
BAR_INDENT = 0.35
"""Next to the caution sign, as a fraction of it."""
BAR_PADDING = 0.25
"""Above and below the caution in its bar, as a fraction of the sign."""
BAR_HEIGHTS = (1, 1.35, 1.8, 2.4, 2.7, 3, 3.3, 3.6, 4)
"""Heights that the bar may have to hold a long caution, as multiples of the usual one."""
MOST_BESIDE = 3
"""The most lines of a caution that are all next to its sign."""
SIGN_BELOW = 0.2
"""How far the sign may reach below the last line next to it, in lines."""
MOST_CUE_LINES = 4
CLOSE = 0.7
"""From the last baseline of a low cue to the bar below it, in type sizes of the least cue."""
LIFT = 0.6
"""From there to where the bar would end, so that the last line stays apart."""


class CueAndCaution(Struct, frozen=True):
    """The cue and the caution, broken into lines, and their places."""

    bar: Box
    caution: WrappedText | None
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


def _set_caution(sketch: Sketch, text: str, scale: StepScale, bottom: float) -> tuple[WrappedText | None, Box]:
    """A caution in its bar, which grows upward; without a caution only the room for it."""
    live = sketch.live(bottom - scale.bar, bottom)
    padding = BAR_PADDING * scale.sign
    if not text:
        return None, Box(live.x, bottom - scale.bar, live.width, scale.bar)
    for part in BAR_HEIGHTS:
        if found := _fit_caution(text, scale, live.width, part * scale.bar - 2 * padding):
            high = max(scale.bar, found.height + 2 * padding)
            return found, Box(live.x, bottom - high, live.width, high)
    raise sketch.misfit("caution", text)


def _fit_caution(text: str, scale: StepScale, wide: float, high: float) -> WrappedText | None:
    """A caution next to its sign; one of many lines goes on below the sign where it has fewer lines there.

    None without room.
    """
    sizes, indent = (scale.caution, scale.least_caution), BAR_INDENT * scale.sign
    rooms = wide - scale.sign - 3 * indent, wide - 2 * indent
    setting = fit(text, "semibold", sizes, (rooms[0], high), CAUTION_LEADING, even=True)
    usual = WrappedText(setting) if setting else None
    if usual and len(usual.lines) <= MOST_BESIDE:
        return usual
    most = len(usual.lines) - 1 if usual else inf
    tried = ((size, _wrap_caution(text, size, scale.sign, rooms)) for size in type_sizes(*sizes))
    size = next((size for size, each in tried if each and each.height <= high and len(each.lines) <= most), None)
    if size is None:
        return usual
    ways = (_wrap_caution(text, size, scale.sign, rooms, beside, below=True) for beside in (True, False))
    return min(filter(None, ways), key=lambda each: len(each.lines))


def _wrap_caution(
    text: str, size: float, sign: float, rooms: tuple[float, float], beside: bool = False, below: bool = False
) -> WrappedText | None:
    """A caution whose first lines are next to the sign; None when no line is below it.

    `rooms`: the widths next to the sign and below it; `beside`, `below`: whether lines there are even.
    """
    count = ceil((sign - CAP * size) / (CAUTION_LEADING * size) - SIGN_BELOW) + 1
    setting = fit(text, "semibold", (size, size), (rooms[0], inf), CAUTION_LEADING, beside)
    return go_on_below(text, setting, count, rooms[1], below) if setting else None


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
    indent = BAR_INDENT * scale.sign
    if texts.cue:
        with sketch.tagged("P"):
            sketch.draw_setting(texts.bar.x, texts.cue_top, texts.cue)
    if texts.caution and texts.caution.below:
        draw_wrapped_caution(sketch, texts.caution, texts.bar, scale.sign, indent)
    elif texts.caution:
        draw_caution_bar(sketch, texts.caution.beside, texts.bar, scale.sign, indent)
