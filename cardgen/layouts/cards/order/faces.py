"""The faces of an order card: rows from the top down, a new face where one is full."""

from __future__ import annotations

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.order.row import OrderColumns, SetOrderRow, draw_order_row, set_order_row
from cardgen.layouts.cards.order.scale import OrderScale
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, draw_small_print, room_above
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.text import fit
from cardgen.sheets.format import Format
from cardgen.units import Box
from cardgen.wording.deck import Deck, order_title
from cardgen.wording.words import words

BACK_MARGIN = 1.3
"""The margin of a back, which a duplex printer may shift, as a multiple of that of a front."""
CONTINUED_TITLE = 0.7
"""Type size of the title on later faces, as a fraction of the first one's."""
FOOT = 1.5
"""From the rows to the edge of the card, in margins."""


def lay_out_order(deck: Deck, form: Format, theme: Theme, duplex: bool) -> list[Sketch]:
    """The rows of a session on as many faces as they need."""
    filler = OrderFiller(deck, form, theme, duplex)
    columns = filler.columns
    rows = [set_order_row(line, columns, filler.scale, filler.sketch) for line in deck.order]
    for row, following in zip(rows, (*rows[1:], rows[-1]), strict=True):
        filler.add(row, following.height if row.is_heading else 0)
    return filler.finish(columns)


class OrderFiller:
    """Fills the faces of an order card."""

    def __init__(self, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.deck, self.form, self.theme, self.duplex = deck, form, theme, duplex
        self.scale = scale_for(form.size, "order", list[OrderScale], form.large)
        self.foot = form.size.height - max(0.7 * self.scale.margin, LEAST_FOOT)
        above = room_above(form, self.foot, self.scale.small_print)
        self.bottom = min(form.size.height - FOOT * self.scale.margin, above)
        self.sketches: list[Sketch] = []
        self.placed: list[list[tuple[SetOrderRow, Box]]] = []
        """The rows of each face, and their places."""
        self.begin()

    @property
    def sketch(self) -> Sketch:
        return self.sketches[-1]

    @property
    def columns(self) -> OrderColumns:
        return OrderColumns.of(self.deck.order, self.scale, self.narrowest.width)

    @property
    def narrowest(self) -> Box:
        """The room for rows on a face with the wider margins of a back."""
        inset = (BACK_MARGIN - 1) * self.scale.margin
        live = self.sketches[0].live(0, self.bottom)
        return live._replace(width=live.width - inset)

    def add(self, row: SetOrderRow, after: float) -> None:
        """Place a row with `after` points below it, on a new face if need be; MisfitError when no face is so high."""
        if self.y + row.height + after > self.bottom:
            self.begin()
        if self.y + row.height > self.bottom:
            raise self.sketch.misfit("row", row.line.title)
        room = self.sketch.live(self.y, self.bottom)
        self.placed[-1].append((row, Box(room.x, self.y, min(room.width, self.narrowest.width), row.height)))
        self.y += row.height

    def begin(self) -> None:
        """Start a face with its title and its small print."""
        deck, scale, later = self.deck, self.scale, bool(self.sketches)
        on_back = self.duplex and len(self.sketches) % 2 == 1
        title = f"{deck.name}, {deck.labels['continued']}" if later else deck.name
        margin = scale.margin * (BACK_MARGIN if on_back else 1)
        name = f"{order_title(deck)}, {deck.labels['continued']}" if later else order_title(deck)
        sketch = Sketch(self.form, self.theme, words(deck.language), name, margin, mirrored=on_back)
        self.sketches.append(sketch)
        self.placed.append([])
        top = max(1.1 * scale.margin, self.form.border.height)
        end = draw_title(sketch, title, top, scale.title * (CONTINUED_TITLE if later else 1), scale.least)
        draw_small_print(sketch, (deck.disclaimer,), deck.name, self.foot, scale.small_print, read="left")
        end = end if later else self.draw_facts(sketch, end + 0.5 * scale.margin)
        self.y = sketch.below_corner(end + 0.6 * scale.margin)

    def draw_facts(self, sketch: Sketch, top: float) -> float:
        """Draw what to do with the card, and for whom it is; returns where that ends."""
        scale = self.scale
        for text, font in ((self.deck.order_facts, "semibold"), *((text, "regular") for text in self.deck.recipient)):
            setting = fit(text, font, (scale.length, scale.least), (sketch.live(top, top).width, self.bottom), 1.2)
            if setting is None:
                raise sketch.misfit("text", text)
            with sketch.tagged("P"):
                top = sketch.draw_setting(sketch.live(top, top).x, top, setting) + 0.7 * scale.length
        return top - 0.7 * scale.length

    def finish(self, columns: OrderColumns) -> list[Sketch]:
        """Draw the rows of each face as a table."""
        for sketch, rows in zip(self.sketches, self.placed, strict=True):
            with sketch.tagged("Table"):
                for row, place in rows:
                    draw_order_row(sketch, row, columns, place)
        return self.sketches
