"""A line of an order card: a card of the deck, a changeover, or the name of a routine."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.cards.order.scale import OrderScale
from cardgen.layouts.parts.edge_tab import draw_routine_letter
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import Box
from cardgen.wording.deck import OrderLine

GAP = 0.5
"""Between two columns, and from a text to the one below it, in type sizes of the facts."""
ROW_AIR = 1.1
"""Between the lines of two rows, in type sizes of the facts."""
ICON = 1.5
"""Size of the icon of a changeover, in type sizes of the steps."""


class OrderColumns(Struct, frozen=True):
    """The places of the columns, in points from the left of the rows."""

    name: float
    text: float
    room: float
    """From there to the right edge."""

    @classmethod
    def of(cls, lines: Sequence[OrderLine], scale: OrderScale, wide: float) -> OrderColumns:
        """Columns as narrow as their contents; the texts get the rest."""
        gap = GAP * scale.facts
        name = max(width(line.number, "regular", scale.facts) for line in lines) + gap
        names = max(width(line.card, "bold", scale.name) for line in lines)
        text = name + max(names, ICON * scale.step) + 1.5 * gap
        return cls(name, text, wide - text)


class SetOrderRow(Struct, frozen=True):
    """A line of an order card, broken into lines."""

    line: OrderLine
    title: Setting
    facts: Setting | None
    beside: bool
    """Whether the facts are at the right of the title, not below it."""
    changed: Setting | None
    scale: OrderScale

    @property
    def is_heading(self) -> bool:
        """Whether it names a routine."""
        return not (self.line.card or self.line.icon)

    @property
    def texts(self) -> float:
        """Height of the texts, from the first capitals to the last baseline."""
        below = [self.changed] if self.beside else [self.facts, self.changed]
        return self.title.height + sum(GAP * self.scale.facts + part.height for part in below if part)

    @property
    def height(self) -> float:
        least = CAP * self.scale.name if self.line.card else ICON * self.scale.step if self.line.icon else 0
        return max(self.texts, least) + ROW_AIR * self.scale.facts


def set_order_row(line: OrderLine, columns: OrderColumns, scale: OrderScale, sketch: Sketch) -> SetOrderRow:
    """Break a line into lines; MisfitError when a word is too long for the card."""

    def set_text(text: str, font: str, size: float) -> Setting:
        setting = fit(text, font, (size, scale.least), (columns.room, 12 * size), 1.15)
        if setting is None:
            raise sketch.misfit("row", text)
        return setting

    title = set_text(line.title, "semibold", scale.step)
    facts = set_text(line.facts, "regular", scale.facts) if line.facts else None
    changed = set_text(line.changed, "semibold", scale.facts) if line.changed else None
    needed = title.width + (facts.width if facts else 0) + 2 * GAP * scale.facts
    beside = len(title.lines) == 1 and needed <= columns.room
    return SetOrderRow(line, title, facts, beside, changed, scale)


def draw_order_row(sketch: Sketch, row: SetOrderRow, columns: OrderColumns, place: Box) -> None:
    """Draw a row in its place, below a thin rule, all of it centered."""
    sketch.draw_rule(place.x, place.right, place.y, 0.5, sketch.theme.rule)
    with sketch.tagged("TR"):
        _draw_sign(sketch, row, columns, place)
        _draw_texts(sketch, row, columns, place)


def _draw_sign(sketch: Sketch, row: SetOrderRow, columns: OrderColumns, place: Box) -> None:
    """Draw the place in the order with the name of the card; the icon of a changeover; or the letter of a routine."""
    line, scale, middle = row.line, row.scale, place.y + place.height / 2
    with sketch.tagged("TD"):
        if line.number:
            baseline = middle + CAP * scale.facts / 2
            sketch.draw_text(place.x, baseline, line.number, "regular", scale.facts, sketch.theme.secondary)
    with sketch.tagged("TH", scope="Row"):
        if line.card:
            deep = sketch.theme.accents[line.tab.area].deep
            baseline = middle + CAP * scale.name / 2
            sketch.draw_text(place.x + columns.name, baseline, line.card, "bold", scale.name, deep)
    if line.icon:
        icon = ICON * scale.step
        sketch.draw_icon(line.icon, place.x + columns.name, middle - icon / 2, icon)
    elif row.is_heading:
        draw_routine_letter(sketch, line.tab, place.x + columns.name, middle + CAP * scale.step / 2, scale.step)


def _draw_texts(sketch: Sketch, row: SetOrderRow, columns: OrderColumns, place: Box) -> None:
    x, top, gap = place.x + columns.text, place.y + (place.height - row.texts) / 2, GAP * row.scale.facts
    with sketch.tagged("TD"):
        baseline = sketch.draw_setting(x, top, row.title)
    with sketch.tagged("TD"):
        if row.facts and row.beside:
            facts_top = top + (row.title.height - row.facts.height) / 2
            sketch.draw_setting(place.right - row.facts.width, facts_top, row.facts)
        elif row.facts:
            baseline = sketch.draw_setting(x, baseline + gap, row.facts)
        if row.changed:
            sketch.draw_setting(x, baseline + gap, row.changed)
