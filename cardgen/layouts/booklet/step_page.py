"""A step on a page of a booklet: title and place, then figure and facts, texts below."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.scale import LEAST_BOOK, BookScale
from cardgen.layouts.booklet.step_facts import StepFacts, set_step_facts
from cardgen.layouts.booklet.step_texts import StepTexts, set_step_texts
from cardgen.layouts.parts.figure import is_wide, shown_area
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.titles import draw_step_title, draw_where
from cardgen.units import Box, Length
from cardgen.wording.deck import StepCard

SQUEEZES = (1.0, 0.88, 0.76, 0.64)
"""How much icons, facts and gaps may shrink to keep a step on its page."""
LEAST_KEY_FIGURE = 0.76
"""The same for the key figure, of which two phases are two lines."""
MOST_FACTS_HEIGHT = 0.64
"""The most height of figure and facts, as a part of the room below the title."""

TITLE_GAP = 0.45
"""From the title down to the place on the body, in type sizes of the title."""


class StepPage(Struct, frozen=True):
    """All that is below title and place, in its places."""

    facts: StepFacts
    facts_box: Box
    texts: StepTexts
    texts_box: Box

    @property
    def figure(self) -> Box:
        return self.facts.figure(self.facts_box)

    def draw(self, sketch: Sketch) -> None:
        self.facts.draw(sketch, self.facts_box)
        self.texts.draw(sketch, self.texts_box)


def draw_step(sketch: Sketch, step: StepCard, scale: BookScale, live: Box) -> None:
    """Draw a step on its page; MisfitError when it does not fit, even in the smallest type.

    A picture is beside the facts or above them, wherever it is larger.
    """
    end = draw_step_title(sketch, step.number, step.title, live.y, scale.step_number, scale.step_title, scale.least)
    end = draw_where(sketch, step.where, end + TITLE_GAP * scale.step_title, scale.where, scale.least)
    room = Box(live.x, end, live.width, live.bottom - end)
    ways = (is_wide(step),) if step.picture is None else (False, True)
    found = [page for wide in ways if (page := _fit_page(sketch, step, scale, room, wide))]
    if not found:
        raise _misfit(sketch, step, scale, room)
    max(found, key=lambda page: shown_area(step, page.figure.size)).draw(sketch)


def _misfit(sketch: Sketch, step: StepCard, scale: BookScale, room: Box) -> MisfitError:
    """The error for a step without room on its page: for its caution, if all else has room."""
    if step.caution and _fit_page(sketch, replace(step, caution=""), scale, room, is_wide(step)):
        return sketch.misfit("caution", step.caution)
    return sketch.misfit("step", step.title)


def _fit_page(sketch: Sketch, step: StepCard, scale: BookScale, room: Box, wide: bool) -> StepPage | None:
    """The step in the largest type that fits on its page."""
    tried = (
        _try_page(sketch, shown, squeezed, body, room, wide)
        for shown in _with_fewer_facts(step)
        for squeezed in _squeezed(scale)
        for body in scale.bodies
    )
    return next(filter(None, tried), None)


def _with_fewer_facts(step: StepCard) -> Iterator[StepCard]:
    """The step, then without the facts after the pressure, one by one: the paragraphs say these too."""
    least = max((index for index, fact in enumerate(step.facts, 1) if fact.needed), default=len(step.facts))
    for count in range(len(step.facts), least - 1, -1):
        yield replace(step, facts=step.facts[:count])


def _squeezed(scale: BookScale) -> Iterator[BookScale]:
    """The scale, then with smaller and smaller facts; no words become smaller than the least size."""
    for part in SQUEEZES:
        yield replace(
            scale,
            part_gap=Length(part * scale.part_gap),
            fact_icon=Length(part * scale.fact_icon),
            key_figure=max(part, LEAST_KEY_FIGURE) * scale.key_figure,
            fact=max(LEAST_BOOK, part * scale.fact),
            fact_note=max(LEAST_BOOK, part * scale.fact_note),
            least=max(LEAST_BOOK, part * scale.least),
        )


def _try_page(sketch: Sketch, step: StepCard, scale: BookScale, body: float, room: Box, wide: bool) -> StepPage | None:
    """All that is below the title, if it fits with paragraphs of the type size `body`."""
    texts = set_step_texts(sketch, step, scale, room.width, body)
    facts = set_step_facts(sketch, step, scale, room.width, wide)
    if texts.height + scale.part_gap + facts.least > room.height:
        return None
    facts_box = room._replace(height=min(room.height - texts.height - scale.part_gap, MOST_FACTS_HEIGHT * room.height))
    top = facts_box.bottom + scale.part_gap
    return StepPage(facts, facts_box, texts, Box(room.x, top, room.width, room.bottom - top))
