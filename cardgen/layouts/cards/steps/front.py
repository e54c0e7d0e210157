"""The front of a step card: number, title and place; figure, key figure and facts; cue, caution and progress."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.steps.broken_facts import fact_height
from cardgen.layouts.cards.steps.cue_and_caution import CueAndCaution, draw_cue_and_caution, set_cue_and_caution
from cardgen.layouts.cards.steps.fact_rows import choose_facts
from cardgen.layouts.cards.steps.foot import draw_foot
from cardgen.layouts.cards.steps.heading import draw_heading
from cardgen.layouts.cards.steps.middle import (
    USUAL_SIZES,
    FigureBeside,
    Sizes,
    draw_middle,
    least_sizes,
    place_beside,
    sizes_beside,
)
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.facts import join_ways
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Fact, StepCard
from cardgen.wording.repetition import unrepeated

ABOVE_CUE, ABOVE_BAR = 1.1, 0.6
"""Between the figure and the cue, or the bar where there is no cue, in type sizes of the least cue."""
LEAST_ABOVE_CUE = 0.7
"""The least height of a figure above a cue, as a fraction of its usual width; otherwise the cue goes to the back."""
STEERING = (("way", "hands", "side"), ("way", "hands"), ("way",), ())
"""The topics that stay on the front longest, in addition to what must; a figure shows both sides, then the hands."""


class FrontOverflow(Struct, frozen=True):
    """Everything in a step that does not fit on its front."""

    cue: bool
    facts: Sequence[Fact]
    """Facts that are not there, or only without their notes."""

    def __bool__(self) -> bool:
        return self.cue or bool(self.facts)

    @property
    def is_needed(self) -> bool:
        """Whether any of it says how the step is done, apart from how long it takes."""
        return self.cue or any(fact.needed or fact.topic != "time" for fact in self.facts)


class SharedRoom(Struct, frozen=True):
    """How the room of a front is shared."""

    step: StepCard
    """The step as it is shown."""
    texts: CueAndCaution
    room: Box
    """The room for the middle: from the heading down to the cue and the caution."""
    beside: FigureBeside | None
    """The places in the middle; None where there is not enough room for them side by side."""


def draw_front(sketch: Sketch, step: StepCard, routine: str, scale: StepScale) -> FrontOverflow:
    """Draw the front of a step card; returns everything that does not fit on it."""
    draw_edge_tab(sketch, step.tab)
    lower = draw_heading(sketch, step, scale)
    shared = _share_room(sketch, step, scale, scale.figure_top + lower)
    absent = draw_middle(sketch, shared.step, scale, shared.room, shared.beside)
    facts = [fact for fact in (*step.facts, *step.spare_facts) if _is_absent(fact, absent)]
    left_out = FrontOverflow(shared.texts.cue is None and bool(step.cue), facts)
    draw_cue_and_caution(sketch, shared.texts, scale)
    draw_foot(sketch, step, "" if left_out.is_needed else routine, scale)
    return left_out


def _is_absent(fact: Fact, absent: Sequence[Fact]) -> bool:
    """Whether a fact is among those that are not wholly there, perhaps with another note, or with all directions."""
    words = [other.word for other in absent if other.icon == fact.icon]
    return fact.word in words or (fact.topic == "way" and any(other.topic == "way" for other in absent))


def _share_room(sketch: Sketch, step: StepCard, scale: StepScale, top: float) -> SharedRoom:
    """The first way to share the room from `top` down that is enough; the last one where none is.

    Where the middle has too little room, the cue goes down as far as it can, facts become smaller, all amounts are in
    one text, notes may be left out, key figure and figure become smaller, then facts about the way and the hands may be
    left out; if it still does, the cue goes to the back. What protects never goes to the back.
    """
    for shared in _ways_to_share(sketch, step, scale, top):  # one by one: nearly always the first is enough
        if shared.beside:
            break
    return shared


def _ways_to_share(sketch: Sketch, step: StepCard, scale: StepScale, top: float) -> Iterator[SharedRoom]:
    usual = sketch.form.size.height - scale.middle_end
    measure = cache(fact_height)  # many ways have the same facts in the same sizes
    for cue in (step.cue, ""):
        set_texts = cache(partial(set_cue_and_caution, sketch, cue, step.caution, scale))
        ways = _ways_to_show(_in_rows(unrepeated(step, cue), scale), scale)
        for (shown, sizes), low in ((way, low) for way in ways for low in ((False, True) if cue else (False,))):
            texts = set_texts(low)
            end = texts.top - (ABOVE_CUE if texts.cue else ABOVE_BAR) * scale.least_cue
            room = sketch.live(top, min(usual, end) if cue and not low else end)
            if not cue or room.height >= LEAST_ABOVE_CUE * scale.figure_width:
                yield SharedRoom(shown, texts, room, place_beside(shown, scale, sizes, room, measure))


def _in_rows(step: StepCard, scale: StepScale) -> StepCard:
    """The step with all directions in one fact, if it has more facts than there are rows."""
    return replace(step, facts=tuple(join_ways(step.facts))) if len(step.facts) > scale.rows else step


def _ways_to_show(step: StepCard, scale: StepScale) -> Iterator[tuple[StepCard, Sizes]]:
    """The step with fewer and fewer facts that must stay, smaller and smaller; in the end, none keeps its note.

    Each comes as it is, then with all its amounts in its key figure.
    """
    together, groups = step.with_amounts_together(), sizes_beside(scale)
    steps = (step,) if together is step else (step, together)
    yield from _ways_to_show_whole(step, scale, groups[0][:USUAL_SIZES])
    for topics, group, noted, shown in product(STEERING, groups, (True, False), steps):
        kept = replace(shown, facts=tuple(_needed(fact, topics, noted) for fact in shown.facts))
        yield from ((kept, sizes) for sizes in group)
    yield from ((shown, sizes) for shown in steps for group in (*groups, least_sizes(scale)) for sizes in group)


def _ways_to_show_whole(step: StepCard, scale: StepScale, usual: Sequence[Sizes]) -> Iterator[tuple[StepCard, Sizes]]:
    """The step with all facts and notes in the usual size, which cards of a deck should share; only the time may go.

    None on small cards, whose sizes are close to each other.
    """
    chosen = choose_facts(step.facts, scale.rows)
    if scale.fact_note and all(fact in chosen or fact.topic == "time" for fact in step.facts):
        whole = (replace(fact, needed=True, note_needed=True) if fact in chosen else fact for fact in step.facts)
        shown = replace(step, facts=tuple(whole))
        yield from ((shown, sizes) for sizes in usual)


def _needed(fact: Fact, topics: Collection[str], noted: bool) -> Fact:
    """A fact that stays if its topic does, perhaps with its note; one that must stay keeps it."""
    needed = fact.needed or fact.topic in topics
    return replace(fact, needed=needed, note_needed=fact.needed or (noted and needed))
