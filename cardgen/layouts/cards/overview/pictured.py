"""A whole routine on one card with a figure for each step, and how each is done on the back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.cell import set_cells
from cardgen.layouts.cards.overview.items import (
    COLUMN_GAP,
    Band,
    Item,
    StepLine,
    TextAlone,
    set_band,
    set_notes,
    set_paragraphs,
)
from cardgen.layouts.cards.overview.scale import CellScale, OverviewScale
from cardgen.layouts.cards.overview.spread import deal, draw_items
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, draw_small_print
from cardgen.scene.text import CAP, DESCENT, fit, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Block, Deck, Section, StepCard
from cardgen.wording.words import words

CONTINUED_TITLE = 0.62
"""Type size of the title on later faces, as a part of the first one's."""
MINUTES = 1.1
"""Type size of the minutes of the session, as a part of the title's."""
NOTE_SIZES = (1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76)
"""Type sizes of how steps are done, as parts of the usual one."""
MOST_FACES = 8
LEAD = 2.4
"""The most height of what the routine is, in type sizes."""
DIGITS = re.compile(r"(\d+)")


class PicturedFaces:
    """Lays out the faces of one routine."""

    def __init__(self, section: Section, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.section, self.deck, self.form, self.theme, self.duplex = section, deck, form, theme, duplex
        self.spoken = words(deck.language)

    def lay_out(self, scale: OverviewScale) -> list[Sketch]:
        """The faces of the routine; empty when cards are too small for figures, or a text is too long for any size."""
        if not (scale.cells and self.section.steps):
            return []
        for dealt in self.candidates(scale):
            if dealt:
                started = [self.begin(index, scale) for index in range(len(dealt))]
                for (sketch, room), items in zip(started, dealt, strict=True):
                    draw_items(sketch, items, room, scale.gap)
                return [sketch for sketch, _ in started]
        return []

    def candidates(self, scale: OverviewScale) -> Iterator[list[list[Item]]]:
        """What may be on the faces, the best first: all on one, or how steps are done on the back, or more faces."""
        (first, front), (_, back) = (self.begin(index, scale) for index in (0, 1))
        before, after = self.before(scale, front, first), self.after(scale, front, first)
        sizes = list(product(scale.columns, scale.cells))
        whole = [self.steps(self.section.steps, cell, columns, front, brief=False) for columns, cell in sizes]
        leads = [lead for lead in (self.lead(scale, front), []) if lead is not None]
        on_one = product(filter(None, whole), leads)
        yield from (deal([*lead, *before, *steps, *after], [front.height], scale.gap) for steps, lead in on_one)
        for head, tail, shown in self.ways(before, after):
            brief = (self.steps(shown, cell, columns, front, brief=True) for columns, cell in sizes)
            for steps, lead in product(filter(None, brief), leads if head or not before else [[]]):
                if on_front := deal([*lead, *head, *steps], [front.height], scale.gap):
                    notes = (self.notes(shown, size * scale.icon_words, scale, back) for size in NOTE_SIZES)
                    yield from (
                        [*on_front, *on_back]
                        for on_back in (deal([*how, *tail], [back.height], scale.gap) for how in notes if how)
                        if on_back
                    )
        for count in range(2, MOST_FACES + 1):
            rooms = [front.height, *[back.height] * (count - 1)]
            yield from (deal([*before, *steps, *after], rooms, scale.gap) for steps in whole if steps)

    def ways(
        self, before: list[Item], after: list[Item]
    ) -> Iterator[tuple[list[Item], list[Item], Sequence[StepCard]]]:
        """What may be above the steps, what on the back, and the steps: first with all their amounts on the front."""
        together = [step.with_amounts_together() for step in self.section.steps]
        for head, tail in ((before, after), ([], [*before, *after])):
            yield from ((head, tail, together), (head, tail, self.section.steps))

    def steps(self, shown: Sequence[StepCard], cell: CellScale, columns: int, room: Box, brief: bool) -> list[Item]:
        """Steps in lines; empty when a text does not fit."""
        wide = (room.width - (columns - 1) * COLUMN_GAP) / columns
        cells = set_cells(shown, cell, wide, brief) or []
        return [StepLine(cells[start : start + columns], wide) for start in range(0, len(cells), columns)]

    def notes(self, shown: Sequence[StepCard], size: float, scale: OverviewScale, room: Box) -> list[Item]:
        """How the steps are done, below a heading."""
        found = set_notes(shown, max(size, scale.least), scale.least, room.width)
        heading = fit(
            self.spoken.say("how_done"), "semibold", (scale.fact, scale.fact), (room.width, 2 * scale.fact), 1
        )
        return [TextAlone(heading, "H2"), *found] if found and heading else []

    def lead(self, scale: OverviewScale, room: Box) -> list[Item] | None:
        """What the routine is, if it can be said in a line or two."""
        setting = fit(self.section.summary, "regular", (scale.fact, scale.least), (room.width, LEAD * scale.fact), 1.2)
        return [TextAlone(setting, "P")] if setting else None

    def before(self, scale: OverviewScale, room: Box, sketch: Sketch) -> list[Item]:
        """Who it is for, and what to take care of."""
        return self.paragraphs((*self.section.recipient, *self.section.safety), scale, room, sketch)

    def after(self, scale: OverviewScale, room: Box, sketch: Sketch) -> list[Item]:
        """The other side, where not to press, and what to do before and after."""
        band = self._other_side_band(scale.fact, room.width)
        return [
            *([band] if band else []),
            *self.paragraphs(self.section.keep_off, scale, room, sketch),
            *self.paragraphs(self.section.advice, scale, room, sketch),
        ]

    def _other_side_band(self, size: float, room: float) -> Band | None:
        section = self.section
        return set_band(section.other_side_icon, section.other_side, size, room) if section.other_side else None

    def paragraphs(self, blocks: Sequence[Block], scale: OverviewScale, room: Box, sketch: Sketch) -> list[Item]:
        return set_paragraphs(blocks, scale.least, 0.72 * scale.icon, room.width, sketch)

    def begin(self, index: int, scale: OverviewScale) -> tuple[Sketch, Box]:
        """A face with its tab, title and small print, and the room below them."""
        section, on_back = self.section, self.duplex and index % 2 == 1
        name = f"{section.name}, {self.deck.labels['continued']}" if index else section.name
        sketch = Sketch(self.form, self.theme, self.spoken, name, scale.margin, section.tab, mirrored=on_back)
        sketch.aligned = True
        draw_edge_tab(sketch, section.tab)
        foot = self.form.size.height - max(0.6 * scale.margin, LEAST_FOOT)
        draw_small_print(sketch, (self.deck.disclaimer,), section.name, foot, scale.small_print, read="left")
        top = sketch.below_corner(self._draw_head(sketch, name, scale, bool(index)))
        bottom = min(foot, self.form.size.height - self.form.border.height) - 1.6 * scale.small_print
        return sketch, sketch.live(top, bottom)

    def _draw_head(self, sketch: Sketch, name: str, scale: OverviewScale, later: bool) -> float:
        """Draw the title, and on the first face the minutes and how the receiver lies; returns where it ends."""
        top = max(scale.margin, self.form.border.height)
        live = sketch.live(top, top)
        size = scale.title * (CONTINUED_TITLE if later else 1)
        minutes = next((fact.word for fact in self.section.strip if fact.icon == "time"), "")
        room = live.width if later else live.width - self._minutes_width(minutes, scale) - 4 * MM
        rooms = (CAP * size + 1, 2 * size, 4 * size)
        found = filter(None, (fit(name, "semibold", (size, scale.least), (room, high), 1.1, True) for high in rooms))
        setting = next(found, None)
        if setting is None:
            raise sketch.misfit("title", name)
        with sketch.tagged("H1"):
            end = sketch.draw_setting(live.x, top + CAP * (size - setting.size), setting)
        if later:
            return end + 0.9 * size
        self._draw_minutes(sketch, minutes, live.right, top + CAP * size, scale)
        return self._draw_strip(sketch, scale, end + 0.45 * scale.margin)

    def _minutes_width(self, minutes: str, scale: OverviewScale) -> float:
        return sum(width(text, *self._minutes_type(text, scale)) for text in DIGITS.split(minutes))

    def _minutes_type(self, text: str, scale: OverviewScale) -> tuple[str, float]:
        """The font and type size of a part of the time: digits are much larger."""
        return ("bold", MINUTES * scale.title) if text.isdigit() else ("medium", scale.fact)

    def _draw_minutes(self, sketch: Sketch, minutes: str, right: float, baseline: float, scale: OverviewScale) -> None:
        x = right - self._minutes_width(minutes, scale)
        with sketch.tagged("P", minutes):
            for text in filter(None, DIGITS.split(minutes)):
                x += sketch.draw_run(x, baseline, text, *self._minutes_type(text, scale))

    def _draw_strip(self, sketch: Sketch, scale: OverviewScale, top: float) -> float:
        """Draw how the receiver lies and which limb is first; returns where the steps may begin."""
        icon = 0.84 * scale.icon
        x = sketch.live(top, top).x
        for fact in self.section.strip:
            if fact.icon == "time":
                continue
            with sketch.beside_icon("P", fact.icon, sketch.icon_alt(fact.icon, fact.word), x, top, icon):
                middle = top + (icon + CAP * scale.fact) / 2
                x += 1.25 * icon
                x += sketch.draw_run(x, middle, fact.word, "medium", scale.fact) + 0.6 * scale.margin
        return top + icon + 0.35 * scale.margin + DESCENT
