"""The front of a step card: number, title and place; figure, key figure and facts; cue, caution and progress."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.steps.cue_and_caution import CueAndCaution, draw_cue_and_caution, set_cue_and_caution
from cardgen.layouts.cards.steps.fact_rows import fact_scales
from cardgen.layouts.cards.steps.foot import draw_foot
from cardgen.layouts.cards.steps.heading import draw_heading
from cardgen.layouts.cards.steps.middle import FigureBeside, draw_middle, place_beside
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Fact, StepCard

ABOVE_CUE, ABOVE_BAR = 1.1, 0.6
"""Between the figure and the cue, or the bar where there is no cue, in type sizes of the least cue."""
STEERING = (("side", "hands", "way"), ("side", "hands"), ("side",), ())
"""The topics that stay on the front beside what must, the most first: they say which part works, and which way."""


class FrontOverflow(Struct, frozen=True):
    """What the front of a step has no room for."""

    cue: bool
    facts: Sequence[Fact]
    """Facts that are not there, or only without their notes."""

    def __bool__(self) -> bool:
        return self.cue or bool(self.facts)

    @property
    def is_needed(self) -> bool:
        """Whether it says how the step is done, more than about how long."""
        return self.cue or any(fact.needed or fact.topic != "time" for fact in self.facts)


def draw_front(sketch: Sketch, step: StepCard, routine: str, scale: StepScale) -> FrontOverflow:
    """Draw the front of a step card; returns what it has no room for."""
    draw_edge_tab(sketch, step.tab)
    lower = draw_heading(sketch, step, scale)
    shown, texts, room, beside = _share_room(sketch, step, scale, scale.figure_top + lower)
    absent = {(fact.icon, fact.line) for fact in draw_middle(sketch, shown, scale, room, beside)}
    facts = [fact for fact in (*step.facts, *step.spare_facts) if (fact.icon, fact.line) in absent]
    left_out = FrontOverflow(texts.cue is None and bool(step.cue), facts)
    draw_cue_and_caution(sketch, texts, scale)
    draw_foot(sketch, step, "" if left_out.is_needed else routine, scale)
    return left_out


def _share_room(
    sketch: Sketch, step: StepCard, scale: StepScale, top: float
) -> tuple[StepCard, CueAndCaution, Box, FigureBeside | None]:
    """The step as it is shown, its cue and caution, the room from `top` down to them, and the places of a figure there.

    Where the middle has too little room, figure and key figure become smaller, then the cue goes down as far as it can,
    then facts become smaller, then all amounts are in one text, then notes and facts about the way and the hands may be
    left out; where it still has, the cue goes to the back, and at last amounts that no card of this size holds.
    """
    usual = sketch.form.size.height - scale.middle_end
    tried: dict[tuple[str, bool], CueAndCaution] = {}
    for cue, shown, facts_scale, low in product((step.cue, ""), _ways_to_show(step), fact_scales(scale), (False, True)):
        if low and not cue:
            continue
        if (cue, low) not in tried:
            tried[cue, low] = set_cue_and_caution(sketch, cue, step.caution, scale, low)
        texts = tried[cue, low]
        end = texts.top - (ABOVE_CUE if texts.cue else ABOVE_BAR) * scale.least_cue
        room = sketch.live(top, min(usual, end) if cue and not low else end)
        if beside := place_beside(shown, scale, facts_scale, room):
            return shown, texts, room, beside
    shown = replace(step, facts=tuple(replace(fact, needed=fact.needed and not _may_go(fact)) for fact in step.facts))
    placed = (place_beside(shown, scale, facts_scale, room) for facts_scale in fact_scales(scale))
    return shown, texts, room, next(filter(None, placed), None)


def _may_go(fact: Fact) -> bool:
    """Whether a card that is too small for an amount has it on its back."""
    return fact.amount or fact.topic == "time"


def _ways_to_show(step: StepCard) -> Iterator[StepCard]:
    """The step with ever fewer facts and notes that stay; each as it is, and with all its amounts in its key figure."""
    together = step.with_amounts_together()
    for topics, noted, shown in product(STEERING, (True, False), (step,) if together is step else (step, together)):
        yield replace(shown, facts=tuple(_needed(fact, topics, noted) for fact in shown.facts))


def _needed(fact: Fact, topics: Collection[str], noted: bool) -> Fact:
    """A fact that stays if its topic does, with its note or perhaps without."""
    needed = fact.needed or fact.topic in topics
    return replace(fact, needed=needed, note_needed=noted and needed)
