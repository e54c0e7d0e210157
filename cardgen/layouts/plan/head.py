"""The head of a session plan: its title, the total time, and a line of facts."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

TOTAL_TIME_GAP = 5 * MM
"""Between the title and the total time."""
TOTAL_WORD_GAP = 1.5 * MM
"""Between the words of the total time."""

Word = tuple[str, str, float]
"""A word with its font and size."""


def set_title(page: PlanPage, scale: PlanScale, room: float) -> Setting | None:
    """The title beside the total time, broken into lines; None when it is too long."""
    sizes = (scale.title, 0.6 * scale.title)
    return fit(page.title, "semibold", sizes, (room - _total_width(page, scale) - TOTAL_TIME_GAP, 2 * scale.title), 1.1)


def _total_time(page: PlanPage, scale: PlanScale) -> list[Word]:
    """The total time: "about 30 min"."""
    small = max(0.37 * scale.total_time, LEAST_PLAN)
    about, unit = (page.labels[name] for name in ("about", "minutes_unit"))
    return [(about, "semibold", small), (page.minutes, "bold", scale.total_time), (unit, "semibold", small)]


def _total_width(page: PlanPage, scale: PlanScale) -> float:
    total = _total_time(page, scale)
    return sum(width(*word) for word in total) + TOTAL_WORD_GAP * (len(total) - 1)


def head_height(scale: PlanScale, title: Setting) -> float:
    """The height of title, total time and facts, in points."""
    return max(title.height, CAP * scale.total_time) + _facts_below(scale, title)


def _facts_below(scale: PlanScale, title: Setting) -> float:
    """From the last baseline of the title to the facts."""
    return 0.42 * title.size + CAP * scale.facts


def draw_head(sketch: Sketch, page: PlanPage, scale: PlanScale, title: Setting, live: Box) -> None:
    """Draw title, total time and facts."""
    baseline = live.y + CAP * scale.total_time
    with sketch.tagged("H1"):
        last = sketch.draw_setting(live.x, max(live.y, baseline - title.height), title)
    x = live.right - _total_width(page, scale)
    with sketch.tagged("P"):
        for word in _total_time(page, scale):
            x += sketch.draw_run(x, baseline, *word) + TOTAL_WORD_GAP
    with sketch.tagged("P"):
        sketch.draw_text(live.x, last + _facts_below(scale, title), page.facts, "regular", scale.facts)
