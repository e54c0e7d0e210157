"""The front of a step card: number, title and place, figure, key figure and facts, cue, caution, progress."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.cards.steps.foot import draw_foot, set_foot
from cardgen.layouts.cards.steps.middle import draw_middle
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_step_title, draw_where
from cardgen.scene.text import DESCENT
from cardgen.units import MM
from cardgen.wording.deck import Fact, StepCard


class FrontOverflow(Struct, frozen=True):
    """What the front of a step has no room for."""

    cue: bool
    facts: Sequence[Fact]
    """Facts that are not there, or only without their notes."""

    def __bool__(self) -> bool:
        return self.cue or bool(self.facts)


def draw_front(sketch: Sketch, step: StepCard, routine: str, scale: StepScale, most_facts: int) -> FrontOverflow:
    """Draw the front of a step card; returns what it has no room for."""
    draw_edge_tab(sketch, step.tab)
    top = scale.margin + 1.3 * MM
    end = draw_step_title(sketch, step.name.number, step.title, top, scale.step_number, scale.title, scale.least)
    below = max(scale.where_top, end + DESCENT * scale.title + 0.5 * MM)
    figure_top = draw_where(sketch, step.where, below, scale.where, scale.least)
    foot = set_foot(sketch, step, scale)
    middle = sketch.live(figure_top, foot.room.y - 0.7 * scale.margin)
    facts = draw_middle(sketch, step, scale, middle, most_facts)
    has_cue = draw_foot(sketch, step, routine, scale, foot)
    return FrontOverflow(not has_cue, facts)
