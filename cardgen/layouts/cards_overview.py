"""A whole routine on one card: every step in a row, with its icons, its amount and its caution."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.draw.artwork import Look, figure
from cardgen.layouts.key_figure import TIMES, TURNS, draw_turn, set_words
from cardgen.layouts.parts import Kit, Sketch, draw_caution, edge_tab, footer, page_title, pair
from cardgen.say.deck import Block, Count, Deck, EachWay, Fact, Section, StepCard, Words
from cardgen.scene import Card, Face, Use
from cardgen.text import CAP, Setting, fit, width
from cardgen.theme import OverviewScale, overview_scale
from cardgen.units import MM, Box, Size

SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76)
"""How far type may shrink to save a face; no text becomes smaller than the scale's least."""
LEAST_SIGN = 0.5
"""The strokes on a figure in a row remind; they need not be read from afar."""
LEAST_AMOUNT = 9
"""The least type size of an amount in words, in points."""
AMOUNT_WIDTH = 0.2
"""The column that says how much, as a part of the row."""


class Sizes(Struct, frozen=True):
    """Type sizes and lengths of the rows, in points."""

    number: float
    name: float
    line: float
    least: float
    icon: float
    figure: float
    """Width of the column of figures; 0 leaves them out."""
    stacked: bool

    @classmethod
    def of(cls, scale: OverviewScale, shrink: float, figures: bool) -> Sizes:
        name, line = max(shrink * scale.name, scale.least), max(shrink * scale.line, scale.least)
        icon = max(shrink * scale.icon, min(scale.icon, 7 * MM))
        figure = scale.figure if figures and scale.figure else 0.0
        return cls(shrink * scale.number, name, line, scale.least, icon, figure, scale.stacked)

    @property
    def sign(self) -> float:
        """Size of the caution sign."""
        return 1.35 * self.line

    @property
    def gap(self) -> float:
        return 0.45 * self.line


class Row(Struct, frozen=True):
    """One step, broken into lines for a row of a certain width."""

    step: StepCard
    icons: tuple[str, ...]
    name: Setting
    words: Setting
    """What the icons mean, in words."""
    amount: Setting | None
    """How much, in words; a count is drawn as a figure."""
    caution: Setting | None
    sizes: Sizes

    @property
    def head(self) -> float:
        """Height of name, words and icons."""
        sizes, stacked = self.sizes, self.sizes.stacked
        texts = self.name.height + sizes.gap + self.words.height
        amount = self.amount.height if self.amount else CAP * 1.5 * sizes.name
        beside = max(sizes.icon, amount)
        return max(texts + sizes.gap + beside if stacked else max(texts, beside), 1.35 * sizes.figure)

    @property
    def height(self) -> float:
        caution = max(self.caution.height, self.sizes.sign) + self.sizes.gap if self.caution else 0
        return self.head + caution + 2 * self.sizes.gap


def lay_out(deck: Deck, kit: Kit, duplex: bool) -> Iterator[Card]:
    """A routine's steps in rows, on as few faces as can be; with a figure in each row when that costs no face."""
    scale = overview_scale(kit.size)
    styles = [Sizes.of(scale, shrink, figures) for figures in (True, False) for shrink in SHRINKS]
    for section in deck.sections:
        tried = (_faces(section, deck, kit, scale, sizes, duplex) for sizes in styles)
        yield from pair(min(tried, key=len), duplex)


def _faces(section: Section, deck: Deck, kit: Kit, scale: OverviewScale, sizes: Sizes, duplex: bool) -> list[Face]:
    """All rows, from face to face; the line that sends the giver to the other side after the last one."""
    pages = _Pages(section, deck, kit, scale, duplex)
    for step in section.steps:
        row = _row(step, sizes, pages.column, pages.sketch)
        top = pages.take(row.height, row.step.title)
        pages.rows[-1].append((row, top))
    for sketch, rows in zip(pages.sketches, pages.rows, strict=True):
        column = sketch.live(0, kit.size.height)
        with sketch.tagged("Table"):
            for row, top in rows:
                _draw(sketch, row, column, top)
    if section.other_side:
        _draw_last(Block("other-side", section.other_side, ""), sizes, pages)
    _draw_last(section.keep_off, sizes, pages)
    return [sketch.face() for sketch in pages.sketches]


class _Pages:
    """Faces that fill from the top; a new one begins when a row does not fit any more."""

    def __init__(self, section: Section, deck: Deck, kit: Kit, scale: OverviewScale, duplex: bool) -> None:
        self.section, self.deck, self.kit, self.scale, self.duplex = section, deck, kit, scale, duplex
        self.sketches: list[Sketch] = []
        self.rows: list[list[tuple[Row, float]]] = []
        """Of every face, with their tops."""
        self.bottom = kit.size.height - 1.45 * scale.margin
        self.y = self.begin()

    @property
    def sketch(self) -> Sketch:
        return self.sketches[-1]

    @property
    def column(self) -> Box:
        return self.sketch.live(0, self.kit.size.height)

    def take(self, height: float, what: str) -> float:
        """The top of the next `height` points, for a row that says `what`."""
        if self.y + height > self.bottom:
            self.y = self.begin()
        if self.y + height > self.bottom:
            raise self.sketch.fault("row", what)
        self.y += height
        return self.y - height

    def begin(self) -> float:
        """Start a face with tab, title and small print; returns where rows may begin."""
        section, deck, scale, index = self.section, self.deck, self.scale, len(self.sketches)
        on_back = self.duplex and index % 2 == 1
        title = f"{section.name}, {deck.labels['continued']}" if index else section.name
        sketch = Sketch(self.kit, title, scale.margin, section.tab, aligned=True)
        edge_tab(sketch, left=on_back)
        self.sketches.append(sketch)
        self.rows.append([])
        size = scale.title * (0.7 if index else 1)
        baseline = page_title(sketch, title, 1.1 * scale.margin, size, scale.least)
        footer(sketch, (deck.disclaimer,), section.name, self.kit.size.height - 0.7 * scale.margin, 8)
        top = baseline + 0.5 * scale.margin
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
        with sketch.beside_icon("P", fact.icon, sketch.heard(fact.icon, fact.word), x, y, icon):
            sketch.text(x + 1.25 * icon, y + (icon + CAP * scale.fact) / 2, fact.word, "medium", scale.fact)
        x += needed + 0.6 * scale.margin
    return y + icon + 0.5 * scale.margin


def _row(step: StepCard, sizes: Sizes, column: Box, sketch: Sketch) -> Row:
    """A step, broken into lines for the column."""
    shown = _shown(step)
    icons = len(shown) * 1.2 * sizes.icon
    amount_room = AMOUNT_WIDTH * column.width if not sizes.stacked else column.width - _indent(sizes) - icons
    texts = column.width - _indent(sizes) - (0 if sizes.stacked else icons + amount_room + sizes.gap)
    words = "\u00a0· ".join([*_time(step), *(fact.word for fact in shown)])
    name = fit(step.title, "semibold", (sizes.name, sizes.least), (texts, 2.4 * sizes.name), 1.1)
    line = fit(words, "regular", (sizes.line, sizes.least), (texts, 3 * sizes.line), 1.15)
    if name is None or line is None:
        raise sketch.fault("name of the step", f"{step.title}: {words}")
    caution = None
    if step.caution:
        room = column.width - _indent(sizes) - 1.3 * sizes.sign
        caution = fit(step.caution, "semibold", (sizes.line, sizes.least), (room, 5 * sizes.line), 1.15)
        if caution is None:
            raise sketch.fault("caution", step.caution)
    amount = None
    if isinstance(step.key, Words):
        amount = set_words(step.key, (sizes.line, LEAST_AMOUNT), Size(amount_room, 6 * sizes.line))
        if amount is None:
            raise sketch.fault("amount", " / ".join(step.key.lines))
    return Row(step, tuple(fact.icon for fact in shown), name, line, amount, caution, sizes)


def _indent(sizes: Sizes) -> float:
    """From the left of a row to its text."""
    return 1.25 * sizes.number + (sizes.figure + 1.2 * sizes.gap if sizes.figure else 0)


def _shown(step: StepCard) -> list[Fact]:
    """The facts that a row shows as icons: the first hand, the first direction, the pressure."""
    needed = [fact for fact in step.facts if fact.needed]
    return [*[fact for fact in step.facts if not fact.needed and not fact.note_first][:2], *needed]


def _time(step: StepCard) -> Iterator[str]:
    """In a session of a certain length, when the step begins and how long it takes."""
    if step.clock:
        yield step.clock
        yield from (fact.said for fact in step.facts if fact.note_first)


def _draw(sketch: Sketch, row: Row, column: Box, y: float) -> None:
    """Place a row: number and name, figure, words, icons and amount, caution, and a thin rule above."""
    sizes = row.sizes
    sketch.rule(column.x, column.right, y, 0.5, sketch.kit.theme.rule)
    top, x = y + sizes.gap, column.x + _indent(sizes)
    texts = row.name.height + sizes.gap + row.words.height
    with sketch.tagged("TR"):
        _draw_texts(sketch, row, column, top)
        if sizes.stacked:
            _draw_icons(sketch, row, Box(x, top + texts + sizes.gap, column.right - x, row.head - texts - sizes.gap))
        else:
            room = len(row.icons) * 1.2 * sizes.icon + AMOUNT_WIDTH * column.width
            _draw_icons(sketch, row, Box(column.right - room, top, room, row.head))
        with sketch.tagged("TD"):
            if row.caution:
                bottom = top + row.head + sizes.gap + max(row.caution.height, sizes.sign)
                draw_caution(sketch, row.caution, x, bottom, sizes.sign, 0.3 * sizes.sign)


def _draw_texts(sketch: Sketch, row: Row, column: Box, top: float) -> None:
    """Number and name, the figure between them, and what the icons mean."""
    sizes, x = row.sizes, column.x + _indent(row.sizes)
    middle = top + (CAP * sizes.name / 2 if sizes.stacked else row.head / 2)
    texts = row.name.height + sizes.gap + row.words.height
    with sketch.tagged("TH", scope="Row"):
        baseline = middle + CAP * sizes.number / 2
        sketch.text(column.x, baseline, str(row.step.number), "bold", sizes.number, sketch.deep)
        baseline = sketch.setting(x, top if sizes.stacked else top + (row.head - texts) / 2, row.name)
    if sizes.figure:
        with sketch.tagged("TD"):
            _draw_figure(sketch, row, Box(column.x + 1.25 * sizes.number, top, sizes.figure, row.head))
    with sketch.tagged("TD"):
        sketch.setting(x, baseline + sizes.gap, row.words)


def _draw_figure(sketch: Sketch, row: Row, box: Box) -> None:
    """The step's drawing, small, in the middle of its box."""
    theme = sketch.kit.theme
    look = Look(theme, theme.accents[row.step.tab.area], weight=0.6, least_sign=LEAST_SIGN)
    art = figure(row.step.drawing, box.size, look)
    x = box.x + (box.width - art.size.width) / 2
    with sketch.tagged("Figure", row.step.shown):
        sketch.marks.append(Use(art, x, box.y + (box.height - art.size.height) / 2, 1))


def _draw_icons(sketch: Sketch, row: Row, box: Box) -> None:
    """The icons of a row and its amount, from the left of the box, centred in its height."""
    sizes, x, top, height = row.sizes, box.x, box.y, box.height
    for name in row.icons:
        sketch.icon(name, x, top + (height - sizes.icon) / 2, sizes.icon)
        x += 1.2 * sizes.icon
    with sketch.tagged("TD"):
        _draw_amount(sketch, row, box._replace(x=x, width=box.right - x))


def _draw_amount(sketch: Sketch, row: Row, box: Box) -> None:
    """How much, in words or as a figure."""
    sizes, key, x, top, height = row.sizes, row.step.key, box.x, box.y, box.height
    size = 1.5 * sizes.name
    baseline = top + (height + CAP * size) / 2
    if row.amount:
        sketch.setting(x, top + (height - row.amount.height) / 2, row.amount)
    elif isinstance(key, EachWay):
        for sign in TURNS:
            x = draw_turn(sketch, key.number, sign, x, baseline, size, 0.5 * MM) + MM
    elif isinstance(key, Count):
        x += sketch.text(x, baseline, TIMES, "semibold", 0.7 * size)
        x += sketch.text(x, baseline, key.number, "bold", size)
        if x + sizes.gap + width(key.unit, "semibold", sizes.line) <= box.right:
            sketch.text(x + sizes.gap, baseline, key.unit, "semibold", sizes.line)


def _draw_last(block: Block, sizes: Sizes, pages: _Pages) -> None:
    """A row below the steps: then the other side; where no pressure may go."""
    icon = 0.8 * sizes.icon if block.text else sizes.icon
    indent = 1.4 * icon
    room = (pages.column.width - indent, pages.kit.size.height / 2)
    if block.text:
        setting = fit(f"{block.heading}: {block.text}", "regular", (sizes.line, sizes.least), room, 1.15)
    else:
        setting = fit(block.heading, "semibold", (sizes.name, sizes.least), room, 1.15)
    if setting is None:
        raise pages.sketch.fault("last row", f"{block.heading} {block.text}")
    height = max(setting.height, icon) + 2 * sizes.gap
    top = pages.take(height, block.heading)
    column = pages.column
    pages.sketch.rule(column.x, column.right, top, 1.2, pages.kit.theme.ink)
    sketch = pages.sketch
    alt = sketch.heard(block.icon, " ".join(setting.lines))
    with sketch.beside_icon("P", block.icon, alt, column.x, top + (height - icon) / 2, icon):
        sketch.setting(column.x + indent, top + (height - setting.height) / 2, setting)
