"""The foot of a session plan: lines for notes, and what is only on the cards."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.advice_lists import heading_height
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage

NOTE_LINE = 7.5 * MM
"""Between two lines to write on."""
MOST_NOTES = 6
"""The most lines to write on."""


def notes_height(scale: PlanScale, lines: int) -> float:
    """The height of a number of lines to write on, with their heading."""
    return heading_height(scale) + lines * NOTE_LINE


def draw_notes(sketch: Sketch, page: PlanPage, scale: PlanScale, box: Box) -> None:
    """Draw as many lines to write on as there is room for."""
    with sketch.tagged("H2"):
        heading = page.labels["notes"]
        sketch.draw_text(box.x, box.y + CAP * scale.list_heading, heading, "semibold", scale.list_heading)
    lines = min(MOST_NOTES, int((box.height - heading_height(scale)) / NOTE_LINE + 0.01))
    for number in range(1, lines + 1):
        y = box.y + heading_height(scale) + number * NOTE_LINE
        sketch.draw_rule(box.x, box.right, y, 0.5, sketch.theme.rule)


def set_small_print(page: PlanPage, scale: PlanScale, room: float) -> Setting | None:
    """The note on what is only on the cards, and the disclaimer, broken into lines; None when a word is too long."""
    labels = page.labels
    overleaf = labels["more_overleaf"] if page.more_overleaf and not scale.whole_rows else ""
    on_cards = f"{labels['on_cards']} {', '.join(labels[label] for label in _on_cards(page, scale))}."
    texts = [labels["estimates"], overleaf, on_cards, labels["disclaimer"]]
    return fit(" ".join(filter(None, texts)), "regular", (LEAST_PLAN, LEAST_PLAN), (room, inf), 1.2)


def _on_cards(page: PlanPage, scale: PlanScale) -> Iterator[str]:
    """The labels of what a plan at this scale leaves to the cards."""
    if not scale.whole_rows:
        yield from page.only_on_cards
    yield "on_cards_always"
    if scale.cue is None:
        yield "on_cards_cues"
