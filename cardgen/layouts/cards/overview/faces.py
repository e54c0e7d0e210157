"""The faces of an overview card: rows from the top down, a new face where one is full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from itertools import product

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.foot import foot_texts
from cardgen.layouts.cards.overview.routine_facts import draw_routine_facts
from cardgen.layouts.cards.overview.row import (
    StepRow,
    draw_step_row,
    in_few_words,
    in_fewest_words,
    in_words,
    said_later,
    set_step_row,
)
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, draw_small_print, room_above
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.text import Setting, fit
from cardgen.sheets.format import Format
from cardgen.units import Box
from cardgen.wording.deck import Block, Deck, SafetyRules, Section, StepCard
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.words import words

CONTINUED_OVERVIEW_TITLE = 0.7
"""Type size of the title on later faces, as a fraction of the first one's."""
BLOCK_INDENT = 1.4
"""From the left of a block to its text, in icons."""
LINES, SENTENCES, CLAUSES = (
    re.compile(r"\n"),
    re.compile(r"(?<=\w[\w)][.!?]) (?![^(]*\))"),
    re.compile(r"(?<=;) (?![^(]*\))"),
)
"""Where a block may be divided, the best first: not behind an abbreviation of a letter, and not within parentheses."""
LEAD = re.compile(r"[^.;:]{1,60}: ")
"""What a text is a list of: "Ask a doctor, then stay light: "."""
ITEMS = re.compile(r", (?![^(]*\))")
"""Between two items of a list: not within parentheses."""
PADDING = 0.3
"""The least space above and below a text, in its least type size."""
BELOW_FACTS = 0.5
"""From the facts about the routine to the rows, in margins of the card."""


class FaceFiller:
    """Fills the faces of one routine; everything is drawn below what was drawn before."""

    def __init__(
        self, section: Section, rules: SafetyRules, deck: Deck, form: Format, theme: Theme, duplex: bool
    ) -> None:
        self.section, self.deck, self.form, self.theme, self.duplex = section, deck, form, theme, duplex
        self.rules = rules
        self.scale = scale_for(form.size, "overview", list[OverviewScale], form.large)
        self.sketches: list[Sketch] = []
        self.rows: list[list[tuple[StepRow, Box]]] = []
        """The rows of each face, and their places."""
        self.later: list[Block] = []
        """The texts that brief rows leave out, for the end."""
        self.foot = form.size.height - max(0.7 * self.scale.margin, LEAST_FOOT)
        above = room_above(form, self.foot, self.scale.small_print)
        self.bottom = min(form.size.height - 1.45 * self.scale.margin, above)
        self.y = self.top = self.begin()

    def fill(self, sizes: RowSizes) -> list[Sketch]:
        """Everything in a routine's overview: who it is for, what to take care of, its steps, where not to press."""
        for block in self.section.recipient:
            self.draw_block(block, sizes)
        for index, block in enumerate((*self.rules.before, *self.section.preparation)):
            self.draw_block(block, sizes, ruled=index == 0 or not self.section.steps)
        for step in self.section.steps:
            self.place_step(step, sizes)
        self.draw_rows()
        for block in self.later:
            self.draw_block(block, sizes)
        if self.section.other_side:
            self.draw_block(Block(self.section.other_side_icon, self.section.other_side, ""), sizes)
        for block in (*self.rules.while_working, *self.section.aftercare):
            self.draw_block(block, sizes)
        return self.sketches

    def place_step(self, step: StepCard, sizes: RowSizes) -> None:
        """Make room for a step; one higher than a whole face is in fewer words, then has its caution below it."""
        without_caution = replace(step, caution="")
        for shown, words_of in product((step, without_caution), (in_words, in_few_words, in_fewest_words)):
            with suppress(MisfitError):
                self.place_row(shown, words_of(shown), sizes)
                break
        else:
            shown = replace(without_caution, key=WordFigure((words(self.deck.language).say("amount_below"),)))
            self.place_row(shown, shown.pressures, sizes)
            self.draw_block(Block.of_lines("repetitions", str(step.name), step.key.lines), sizes)
        if step.caution and not shown.caution:
            self.draw_block(Block("caution", str(step.name), step.caution), sizes)

    def place_row(self, step: StepCard, texts: Sequence[str], sizes: RowSizes) -> None:
        """Make room for a row with these texts; MisfitError when no face is so high."""
        row = set_step_row(step, texts, sizes, self.column, self.sketch)
        top = self.take(row.height, step.title)
        self.rows[-1].append((row, self.column._replace(y=top, height=row.height)))
        self.later += said_later(step, texts)

    @property
    def sketch(self) -> Sketch:
        return self.sketches[-1]

    @property
    def column(self) -> Box:
        return self.sketch.live(self.top, self.bottom)

    def take(self, height: float, text: str) -> float:
        """The top of the next `height` points, on a new face if need be; MisfitError when no face is so high."""
        fresh = self.y == self.top and len(self.sketches) > 1
        if self.y + height > self.bottom and not fresh:
            self.y = self.top = self.begin()
        if self.y + height > self.bottom:
            raise self.sketch.misfit("row", text)
        self.y += height
        return self.y - height

    def begin(self) -> float:
        """Start a face with its tab, title and small print; returns where rows may begin."""
        section, scale, continued = self.section, self.scale, bool(self.sketches)
        on_back = self.duplex and len(self.sketches) % 2 == 1
        title = f"{section.name}, {self.deck.labels['continued']}" if continued else section.name
        spoken, tab = words(self.deck.language), section.tab
        sketch = Sketch(self.form, self.theme, spoken, title, scale.margin, tab, mirrored=on_back, aligned=True)
        draw_edge_tab(sketch, tab)
        self.sketches.append(sketch)
        self.rows.append([])
        top = max(1.1 * scale.margin, self.form.border.height)
        size = scale.title * (CONTINUED_OVERVIEW_TITLE if continued else 1)
        baseline = draw_title(sketch, title, top, size, scale.least)
        texts = foot_texts(self.deck, len(self.sketches) - 1) if section.steps else (self.deck.disclaimer,)
        draw_small_print(sketch, texts, section.name, self.foot, scale.small_print, read="left")
        top = sketch.below_corner(baseline + 0.5 * scale.margin)
        return top if continued else draw_routine_facts(sketch, section.facts, scale, top) + BELOW_FACTS * scale.margin

    def draw_rows(self) -> None:
        """Draw the steps of each face as a table."""
        for sketch, rows in zip(self.sketches, self.rows, strict=True):
            with sketch.tagged("Table") if rows else nullcontext():
                for row, place in rows:
                    draw_step_row(sketch, row, place)

    def draw_block(self, block: Block, sizes: RowSizes, ruled: bool = True) -> None:
        """Draw an icon with a text, as wide as the rows, below a rule or right below the block above it.

        What is higher than half a card goes on on the next face, in the least type: each has as many lines or sentences
        as it holds.
        """
        if self.fit_block(block, sizes, self.form.size.height / 2):
            self.draw_part(block, sizes, ruled)
            return
        part: Block | None = None
        for unit in self.divide(block, sizes.smallest, (LINES, SENTENCES, CLAUSES)):
            longer = part.with_lines([*part.lines, unit.text]) if part else unit
            if self.has_room(longer, sizes.smallest):
                part = longer
                continue
            if part:
                self.draw_part(part, sizes.smallest, ruled)
                ruled = False
            part = unit
            if self.y > self.top and not self.has_room(unit, sizes.smallest):
                self.y = self.top = self.begin()
        if part:
            self.draw_part(part, sizes.smallest, ruled)

    def has_room(self, block: Block, sizes: RowSizes) -> bool:
        """Whether the rest of the face holds a block."""
        rest = self.bottom - self.y - 2 * _padding(sizes)
        return self.icon_of(block, sizes) <= rest and self.fit_block(block, sizes, rest) is not None

    def draw_part(self, block: Block, sizes: RowSizes, ruled: bool) -> None:
        """Draw a block on one face; a long list that no face holds in two halves, each behind what it is a list of."""
        y, faces = self.y, len(self.sketches)
        try:
            self.draw_whole(block, sizes, ruled)
        except MisfitError:
            lead = LEAD.match(block.text)
            start = lead.end() if lead else 0
            commas = [comma.end() for comma in ITEMS.finditer(block.text, start)]
            if not commas:
                raise
            self.y = y if faces == len(self.sketches) else self.y
            middle = min(commas, key=lambda place: abs(place - (start + len(block.text)) / 2))
            self.draw_part(replace(block, text=block.text[:middle].rstrip(", ")), sizes, ruled)
            self.draw_part(replace(block, text=block.text[:start] + block.text[middle:]), sizes, ruled=True)

    def divide(self, block: Block, sizes: RowSizes, ways: Sequence[re.Pattern[str]]) -> Iterator[Block]:
        """The lines of a block, or parts of them that are no higher than half a card, each below the heading.

        What follows a semicolon may mean nothing alone: a sentence is divided there only if no card holds it.
        """
        height = self.form.size.height
        most = height if ways[:1] == (CLAUSES,) else height / 2
        if not ways or (ways[0] is not LINES and self.fit_block(block, sizes, most)):
            yield block
            return
        for text in _with_answers(ways[0].split(block.text)):
            yield from self.divide(replace(block, text=text), sizes, ways[1:])

    def draw_whole(self, block: Block, sizes: RowSizes, ruled: bool) -> None:
        """Draw a block on one face; MisfitError when no face holds it."""
        height = self.form.size.height
        setting = self.fit_block(block, sizes, height / 2) or self.fit_block(block, sizes.smallest, height)
        if setting is None:
            raise self.sketch.misfit("line", f"{block.heading} {block.text}".strip())
        icon = self.icon_of(block, sizes)
        height = max(setting.height, icon) + 2 * _padding(sizes)
        top = self.take(height, f"{block.heading} {block.text}".strip())
        sketch, column = self.sketch, self.column
        if ruled:
            sketch.draw_rule(column.x, column.right, top, 1.2, self.theme.ink)
        alt = sketch.icon_alt(block.icon, " ".join(setting.lines))
        with sketch.beside_icon("P", block.icon, alt, column.x, top + (height - icon) / 2, icon):
            sketch.draw_setting(column.x + BLOCK_INDENT * icon, top + (height - setting.height) / 2, setting)

    def icon_of(self, block: Block, sizes: RowSizes) -> float:
        """The size of a block's icon."""
        return 0.8 * sizes.icon if block.text else sizes.icon

    def fit_block(self, block: Block, sizes: RowSizes, height: float) -> Setting | None:
        """Break a block into lines; None when it is higher than `height` points even at the least size.

        Without steps next to it, its type is larger, and its sentences have lines of their own.
        """
        room = self.column.width - BLOCK_INDENT * self.icon_of(block, sizes)
        if not block.text:
            return fit(block.heading, "semibold", (sizes.title, sizes.least), (room, height), 1.15)
        text, most = (block.in_one_line, sizes.words) if self.section.steps else (block.text, sizes.title)
        text = ": ".join(filter(None, (block.heading, text)))
        return fit(text, "regular", (most, sizes.least), (room, height), 1.15)


def _padding(sizes: RowSizes) -> float:
    """Above and below the text of a block: more between two texts than between lines."""
    return max(sizes.gap, PADDING * sizes.least)


def _with_answers(texts: Sequence[str]) -> list[str]:
    """Texts one after another, each question with all that follows it, up to the next one."""
    found: list[str] = []
    is_asked = False
    for text in texts:
        if is_asked and not text.endswith("?"):
            found[-1] += f" {text}"
        else:
            found.append(text)
        is_asked = is_asked or text.endswith("?")
    return found
