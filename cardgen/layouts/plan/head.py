"""The head of a session plan: its title, the total time, for whom it is, and a line of facts."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import CAP, DESCENT, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

TOTAL_TIME_GAP = 5 * MM
"""Between the title and the total time."""
TOTAL_WORD_GAP = 1.5 * MM
"""Between the words of the total time."""
FACTS_GAP = 0.42
"""From the last baseline of the title to the facts, in type sizes of the title."""
FACTS_LEADING = 1.25
RECIPIENT_GAP = 0.5
"""From the line that says for whom it is to the facts, in type sizes of the facts."""
RUNNING_HEAD = 1.3
"""Type size of the title on a further page, in those of the facts."""
RUNNING_GAP = 5 * MM
"""Below it."""

SizedWord = tuple[str, str, float]
"""A word with its font and size."""


class Head(Struct, frozen=True):
    """The title next to the total time and the facts below them, broken into lines."""

    title: Setting
    recipient: Setting | None
    """For whom it is."""
    facts: Setting
    total_time: float
    """Type size of the total time."""

    @property
    def recipient_height(self) -> float:
        """The height of the line that says for whom it is, with the space below it."""
        return self.recipient.height + RECIPIENT_GAP * self.facts.size if self.recipient else 0.0

    @property
    def height(self) -> float:
        """Down to the ends of its lowest letters, in points: a timeline may be right below."""
        top = max(self.title.height, CAP * self.total_time) + FACTS_GAP * self.title.size
        return top + self.recipient_height + self.facts.height + DESCENT * self.facts.size


def set_head(page: PlanPage, scale: PlanScale, room: float) -> Head | None:
    """Break the head into lines; None when its title is too long."""
    sizes = (scale.title, 0.6 * scale.title)
    beside = room - _total_width(page, scale) - TOTAL_TIME_GAP
    title = fit(page.title, "semibold", sizes, (beside, 2 * scale.title), 1.1)
    facts = fit(page.facts, "regular", (scale.facts, scale.facts), (room, inf), FACTS_LEADING)
    recipient = fit(page.recipient, "semibold", (scale.facts, scale.facts), (room, inf), FACTS_LEADING)
    return Head(title, recipient if page.recipient else None, facts, scale.total_time) if title and facts else None


def _total_time(page: PlanPage, scale: PlanScale) -> list[SizedWord]:
    """The total time: "about 30 min"."""
    small = max(0.37 * scale.total_time, LEAST_PLAN)
    about, unit = (page.labels[name] for name in ("about", "minutes_unit"))
    return [(about, "semibold", small), (page.minutes, "bold", scale.total_time), (unit, "semibold", small)]


def _total_width(page: PlanPage, scale: PlanScale) -> float:
    total = _total_time(page, scale)
    return sum(width(*word) for word in total) + TOTAL_WORD_GAP * (len(total) - 1)


def draw_head(sketch: Sketch, page: PlanPage, scale: PlanScale, head: Head, live: Box) -> None:
    """Draw title, total time, for whom it is, and facts."""
    baseline = live.y + CAP * scale.total_time
    with sketch.tagged("H1"):
        last = sketch.draw_setting(live.x, max(live.y, baseline - head.title.height), head.title)
    x = live.right - _total_width(page, scale)
    with sketch.tagged("P"):
        for word in _total_time(page, scale):
            x += sketch.draw_run(x, baseline, *word) + TOTAL_WORD_GAP
    top = last + FACTS_GAP * head.title.size
    if head.recipient:
        with sketch.tagged("P"):
            sketch.draw_setting(live.x, top, head.recipient)
    with sketch.tagged("P"):
        sketch.draw_setting(live.x, top + head.recipient_height, head.facts)


def running_head_height(scale: PlanScale) -> float:
    """The height of the head of a further page, with the space below it."""
    return CAP * RUNNING_HEAD * scale.facts + RUNNING_GAP


def draw_running_head(sketch: Sketch, page: PlanPage, scale: PlanScale, numbered: str) -> None:
    """Draw the head of a further page: the title, and at the right which page it is."""
    size, live = RUNNING_HEAD * scale.facts, Box(0, 0, *sketch.form.size).inset(scale.margin)
    number, baseline = width(numbered, "regular", scale.facts), live.y + CAP * size
    room = (live.width - number - TOTAL_TIME_GAP, CAP * size + 1)
    title = fit(page.title, "semibold", (size, LEAST_PLAN), room, 1)
    if title:
        sketch.draw_text(live.x, baseline, title.lines[0], "semibold", title.size)
    with sketch.tagged("P"):
        sketch.draw_text(live.right - number, baseline, numbered, "regular", scale.facts)
