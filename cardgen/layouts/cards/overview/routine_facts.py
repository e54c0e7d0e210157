"""Facts about the whole routine, side by side below the title of an overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, SLACK, width
from cardgen.wording.deck import Fact

ICON = 0.84
"""Side of the icon of a fact, as a fraction of a step's icon."""
PITCH = 1.25
"""From an icon to its word, and from a line of facts to the next one, in icons."""
BETWEEN = 0.6
"""Between two facts, in margins of the card."""
LEAST_PART = 0.75
"""How much smaller than usual facts may be to stay on one line, as a fraction of their size."""


def with_one_more(
    sketch: Sketch, facts: Sequence[Fact], ways: Iterable[Fact], scale: OverviewScale, read_first: str
) -> Sequence[Fact]:
    """The facts with another one on their line, worded so that all are as large as possible; or without it."""
    room = sketch.live(0, 0).width
    longer = [[*facts, fact] for fact in ways]
    parts = [_part_on_a_line(_texts(found, read_first), scale, room) for found in longer]
    return longer[parts.index(max(parts))] if any(parts) else facts


def draw_routine_facts(
    sketch: Sketch, facts: Iterable[Fact], scale: OverviewScale, top: float, read_first: str = ""
) -> float:
    """Draw facts, and last in bold what must be read first; returns where they end.

    They become a little smaller to stay on one line, or are on as many lines as they need.
    """
    live, texts = sketch.live(top, top), _texts(facts, read_first)
    part = _part_on_a_line(texts, scale, live.width) or 1.0
    size, icon_size, between = part * scale.fact, part * ICON * scale.icon, part * BETWEEN * scale.margin
    x, y = live.x, top
    for icon, text, font in texts:
        needed = PITCH * icon_size + width(text, font, size)
        if x > live.x and x + needed > live.right + SLACK:
            x, y = live.x, y + PITCH * icon_size
        with sketch.beside_icon("P", icon, sketch.icon_alt(icon, text), x, y, icon_size):
            sketch.draw_text(x + PITCH * icon_size, y + (icon_size + CAP * size) / 2, text, font, size)
        x += needed + between
    return y + icon_size


def _texts(facts: Iterable[Fact], read_first: str) -> list[tuple[str, str, str]]:
    """The icon, the text and the font of each fact, and of what must be read first."""
    found = [(fact.icon, fact.word, "medium") for fact in facts]
    return [*found, ("caution", read_first, "bold")] if read_first else found


def _part_on_a_line(texts: Sequence[tuple[str, str, str]], scale: OverviewScale, room: float) -> float:
    """How large facts are on one line `room` points wide, as a fraction of their usual size; 0 if it is too narrow."""
    needed = sum(PITCH * ICON * scale.icon + width(text, font, scale.fact) for _, text, font in texts)
    needed += (len(texts) - 1) * BETWEEN * scale.margin
    part = min(1.0, room / needed) if texts else 1.0
    return part if part >= max(LEAST_PART, scale.least / scale.fact) or part == 1 else 0.0
