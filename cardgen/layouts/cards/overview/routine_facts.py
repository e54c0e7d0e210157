"""Facts about the whole routine, side by side below the title of an overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, width
from cardgen.wording.deck import Fact

ICON = 0.84
"""Side of the icon of a fact, as a fraction of a step's icon."""
PITCH = 1.25
"""From an icon to its word, and from a line of facts to the next one, in icons."""
BETWEEN = 0.6
"""Between two facts, in margins of the card."""


def with_one_more(
    sketch: Sketch, facts: Sequence[Fact], ways: Iterable[Fact], scale: OverviewScale, read_first: str
) -> Sequence[Fact]:
    """The facts with the first way to word another one that leaves all of them on one line; without it if none does."""
    room, size = sketch.live(0, 0).width, ICON * scale.icon
    for fact in ways:
        found = [*facts, fact]
        texts = [*((one.word, "medium") for one in found), *([(read_first, "bold")] if read_first else [])]
        needed = sum(PITCH * size + width(text, font, scale.fact) for text, font in texts)
        if needed + (len(texts) - 1) * BETWEEN * scale.margin <= room:
            return found
    return facts


def draw_routine_facts(
    sketch: Sketch, facts: Iterable[Fact], scale: OverviewScale, top: float, read_first: str = ""
) -> float:
    """Draw facts, and last in bold what must be read first, on as many lines as they need; returns where these end."""
    size, live = ICON * scale.icon, sketch.live(top, top)
    x, y = live.x, top
    texts = [(fact.icon, fact.word, "medium") for fact in facts]
    for icon, text, font in [*texts, ("caution", read_first, "bold")] if read_first else texts:
        needed = PITCH * size + width(text, font, scale.fact)
        if x > live.x and x + needed > live.right:
            x, y = live.x, y + PITCH * size
        with sketch.beside_icon("P", icon, sketch.icon_alt(icon, text), x, y, size):
            sketch.draw_text(x + PITCH * size, y + (size + CAP * scale.fact) / 2, text, font, scale.fact)
        x += needed + BETWEEN * scale.margin
    return y + size
