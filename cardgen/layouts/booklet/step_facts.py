"""The upper part of a step's page: the figure, and beside or below it the key figure and the facts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.booklet.scale import COLUMN_GAP, BookScale
from cardgen.layouts.parts.facts import SetFact, set_fact
from cardgen.layouts.parts.figure import draw_figure
from cardgen.layouts.parts.key_figure import draw_key_figure
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP
from cardgen.units import MM, Box
from cardgen.wording.deck import StepCard

LEAST_FACT_GAP = 1.2 * MM
"""Between two facts."""
LEAST_FIGURE = 1.1
"""The least height of a wide figure, in heights of the key figure."""


class StepFacts(Struct, frozen=True):
    """Key figure and facts, broken into lines to be beside a figure, or below a wide one."""

    step: StepCard
    facts: Sequence[SetFact]
    scale: BookScale
    wide: bool

    @property
    def columns(self) -> int:
        """The number of columns of facts."""
        return 2 if self.wide else 1

    @property
    def rows(self) -> list[Sequence[SetFact]]:
        """The facts beside each other."""
        return [self.facts[at : at + self.columns] for at in range(0, len(self.facts), self.columns)]

    @property
    def key_figure(self) -> float:
        """Height of the key figure."""
        return CAP * self.scale.key_figure * 1.25

    @property
    def height(self) -> float:
        """The least height of the key figure and the facts below it."""
        icon = self.scale.fact_icon
        rows = [max(max(icon, fact.height) + LEAST_FACT_GAP for fact in row) for row in self.rows]
        return self.key_figure + self.scale.part_gap + sum(rows)

    @property
    def least(self) -> float:
        """The least height with the figure."""
        return self.height + (LEAST_FIGURE * self.key_figure if self.wide else 0)

    def figure(self, box: Box) -> Box:
        """The place of the figure."""
        if self.wide:
            return box._replace(height=box.height - self.height - self.scale.part_gap)
        return box._replace(width=self.scale.figure_share * box.width)

    def draw(self, sketch: Sketch, box: Box) -> None:
        figure = self.figure(box)
        draw_figure(sketch, self.step, figure, 1.0)
        x = figure.right + self.scale.part_gap
        beside = Box(x, box.y, box.right - x, box.height)
        below = Box(box.x, box.bottom - self.height, box.width, self.height)
        self._draw_key_figure_and_facts(sketch, below if self.wide else beside)

    def _draw_key_figure_and_facts(self, sketch: Sketch, box: Box) -> None:
        """Draw the key figure, and the facts below it in rows."""
        scale, icon = self.scale, self.scale.fact_icon
        key = Box(box.x, box.y, box.width, self.key_figure)
        draw_key_figure(sketch, self.step.key, key, scale.key_figure, scale.key_figure_words, scale.least)
        heights = [max(icon, *(fact.height for fact in row)) for row in self.rows]
        spare = box.bottom - key.bottom - scale.part_gap - sum(heights)
        between = max(LEAST_FACT_GAP, min(spare / max(1, len(heights)), 0.5 * icon))
        y, column = key.bottom + scale.part_gap, (box.width + COLUMN_GAP) / self.columns
        with sketch.tagged("L"):
            for row, height in zip(self.rows, heights, strict=True):
                for index, fact in enumerate(row):
                    fact.draw(sketch, box.x + index * column, y + height / 2, icon, 0.25 * icon)
                y += height + between


def set_step_facts(sketch: Sketch, step: StepCard, scale: BookScale, room: float, wide: bool) -> StepFacts:
    """Break the facts of a step into lines; `room` is the width of the page, or of what is above the texts.

    MisfitError when a word is too long.
    """
    column = (room - COLUMN_GAP) / 2 if wide else (1 - scale.figure_share) * room - scale.part_gap
    found = []
    for fact in step.facts:
        placed = set_fact(fact, column - 1.25 * scale.fact_icon, scale.fact, scale.fact_note, scale.least)
        if placed is None:
            raise sketch.misfit("word beside an icon", f"{fact.word} {fact.note}")
        found.append(placed)
    return StepFacts(step, found, scale, wide)
