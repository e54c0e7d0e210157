"""The names of a chapter's steps, below the lines of its opener where these leave room."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.booklet.scale import BookScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, width
from cardgen.units import MM, Size
from cardgen.wording.book_steps import BookStep

PITCH = 1.5
"""From one name to the next, in type sizes."""
NUMBER_GAP = 2 * MM
"""Between the numbers and the names."""


class StepNames(Struct, frozen=True):
    """Names one below the other, behind their numbers."""

    steps: Sequence[BookStep]
    size: float

    @property
    def height(self) -> float:
        return (PITCH * (len(self.steps) - 1) + CAP) * self.size

    @property
    def number(self) -> float:
        """Width of the widest number."""
        return max(width(str(step.card.number), "bold", self.size) for step in self.steps)

    def draw(self, sketch: Sketch, x: float, y: float) -> None:
        """Draw them from their top left corner, the numbers in the color of their area."""
        size, wide, baseline = self.size, self.number, y + CAP * self.size
        with sketch.tagged("L"):
            for step in self.steps:
                card, text = step.card, str(step.card.number)
                deep = sketch.theme.accents[card.tab.area].deep
                with sketch.tagged("LI"), sketch.tagged("LBody"):
                    sketch.draw_text(x + wide - width(text, "bold", size), baseline, text, "bold", size, deep)
                    sketch.draw_text(x + wide + NUMBER_GAP, baseline, card.title, "regular", size)
                baseline += PITCH * size


def set_step_names(steps: Sequence[BookStep], scale: BookScale, room: Size) -> StepNames | None:
    """The names, one on a line; None when they have no room for that."""
    names = StepNames(steps, scale.body)
    if names.height > room.height:
        return None
    wide = names.number + NUMBER_GAP + max(width(step.card.title, "regular", names.size) for step in steps)
    return names if wide <= room.width else None
