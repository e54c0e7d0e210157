"""A whole routine on one card: every step in a row, with its icons, its amount and its caution."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.row import Row, Sizes, draw_row, set_row
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.card import make_cards
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, draw_small_print
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.faces import Card
from cardgen.scene.text import CAP, fit, width
from cardgen.sheets.format import Format
from cardgen.units import Box
from cardgen.wording.deck import Block, Deck, Fact, Section
from cardgen.wording.words import words

SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76)
"""How far type may shrink to save a face; no text becomes smaller than the scale's least."""


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """A routine's steps in rows, on as few faces as can be; with a figure in each row when that costs no face."""
    scale = scale_for(form.size, "overview", list[OverviewScale])
    styles = [Sizes.of(scale, shrink, figures) for figures in (True, False) for shrink in SHRINKS]
    for section in deck.sections:
        tried = (_faces(_Pages(section, deck, form, theme, duplex), sizes) for sizes in styles)
        yield from make_cards(min(tried, key=len), duplex)


def _faces(pages: _Pages, sizes: Sizes) -> list[Sketch]:
    """All rows, from face to face: for whom it is, the steps, the other side, where no pressure may go."""
    section = pages.section
    for block in section.addressed:
        _draw_block(block, sizes, pages)
    for step in section.steps:
        row = set_row(step, sizes, pages.column, pages.sketch)
        top = pages.take(row.height, row.step.title)
        pages.rows[-1].append((row, top, pages.column))
    for sketch, rows in zip(pages.sketches, pages.rows, strict=True):
        with sketch.tagged("Table"):
            for row, top, column in rows:
                draw_row(sketch, row, column, top)
    if section.other_side:
        _draw_block(Block("other-side", section.other_side, ""), sizes, pages)
    _draw_block(section.keep_off, sizes, pages)
    return pages.sketches


class _Pages:
    """Faces that fill from the top; a new one begins when a row does not fit any more."""

    def __init__(self, section: Section, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.section, self.deck, self.form, self.theme, self.duplex = section, deck, form, theme, duplex
        self.scale = scale = scale_for(form.size, "overview", list[OverviewScale])
        self.sketches: list[Sketch] = []
        self.rows: list[list[tuple[Row, float, Box]]] = []
        """Of every face, with their tops and the column that they are in."""
        self.bottom = form.size.height - 1.45 * scale.margin
        self.y = self.top = self.begin()

    @property
    def sketch(self) -> Sketch:
        return self.sketches[-1]

    @property
    def column(self) -> Box:
        return self.sketch.live(self.top, self.bottom)

    def take(self, height: float, what: str) -> float:
        """The top of the next `height` points, for a row that says `what`."""
        if self.y + height > self.bottom:
            self.y = self.top = self.begin()
        if self.y + height > self.bottom:
            raise self.sketch.misfit("row", what)
        self.y += height
        return self.y - height

    def begin(self) -> float:
        """Start a face with tab, title and small print; returns where rows may begin."""
        section, deck, scale, index = self.section, self.deck, self.scale, len(self.sketches)
        on_back = self.duplex and index % 2 == 1
        title = f"{section.name}, {deck.labels['continued']}" if index else section.name
        spoken, tab = words(deck.language), section.tab
        sketch = Sketch(self.form, self.theme, spoken, title, scale.margin, tab, mirrored=on_back, aligned=True)
        draw_edge_tab(sketch, section.tab)
        self.sketches.append(sketch)
        self.rows.append([])
        size = scale.title * (0.7 if index else 1)
        top = max(1.1 * scale.margin, self.form.border.height)
        baseline = draw_title(sketch, title, top, size, scale.least)
        foot = self.form.size.height - max(0.7 * scale.margin, LEAST_FOOT)
        draw_small_print(sketch, (deck.disclaimer,), section.name, foot, scale.small_print)
        top = sketch.below_corner(baseline + 0.5 * scale.margin)
        return top if index else _strip(sketch, section.strip, scale, top)


def _strip(sketch: Sketch, facts: tuple[Fact, ...], scale: OverviewScale, top: float) -> float:
    """The routine in a few facts, one after the other; returns where rows may begin."""
    icon = 0.84 * scale.icon
    live = sketch.live(top, top)
    x, y = live.x, top
    for fact in facts:
        needed = 1.25 * icon + width(fact.word, "medium", scale.fact)
        if x > live.x and x + needed > live.right:
            x, y = live.x, y + 1.25 * icon
        with sketch.beside_icon("P", fact.icon, sketch.icon_alt(fact.icon, fact.word), x, y, icon):
            sketch.draw_text(x + 1.25 * icon, y + (icon + CAP * scale.fact) / 2, fact.word, "medium", scale.fact)
        x += needed + 0.6 * scale.margin
    return y + icon + 0.5 * scale.margin


def _draw_block(block: Block, sizes: Sizes, pages: _Pages) -> None:
    """A row that is no step."""
    icon = 0.8 * sizes.icon if block.text else sizes.icon
    indent = 1.4 * icon
    room = (pages.column.width - indent, pages.form.size.height / 2)
    if block.text:
        text = f"{block.heading}: {block.text}"
        setting = fit(text, "regular", (sizes.line, sizes.least), room, 1.15)
        setting = setting or fit(text, "regular", (sizes.least, sizes.least), (room[0], 2 * room[1]), 1.15)
    else:
        setting = fit(block.heading, "semibold", (sizes.name, sizes.least), room, 1.15)
    if setting is None:
        raise pages.sketch.misfit("row", f"{block.heading} {block.text}")
    height = max(setting.height, icon) + 2 * sizes.gap
    top = pages.take(height, block.heading)
    column = pages.column
    pages.sketch.draw_rule(column.x, column.right, top, 1.2, pages.theme.ink)
    sketch = pages.sketch
    alt = sketch.icon_alt(block.icon, " ".join(setting.lines))
    with sketch.beside_icon("P", block.icon, alt, column.x, top + (height - icon) / 2, icon):
        sketch.draw_setting(column.x + indent, top + (height - setting.height) / 2, setting)
