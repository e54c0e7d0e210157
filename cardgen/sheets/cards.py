"""Cards on sheets: who lies where, backs behind their fronts, one card a page for a print shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from math import ceil

from msgspec import Struct

from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Path
from cardgen.scene.pages import Flip, Page, Placed
from cardgen.sheets.grid import Grid
from cardgen.sheets.marks import LENGTH, corner_guides, sheet_marks, single_marks, start
from cardgen.units import MM, Box, Size

EDGE = 3 * MM
"""From the marks of a single card to the edge of its page."""


class Lying(Struct, frozen=True):
    """A card in its place on a sheet; `number` is its own among all cards, from 0."""

    place: int
    number: int
    card: Card


def deal(cards: Iterable[Card], places: int, first: int = 0) -> Iterator[list[Lying]]:
    """Cards to sheets in order, on the first sheet from place `first` on (from 0)."""
    waiting = enumerate(cards)
    while sheet := list(islice(waiting, places - first)):
        yield [Lying(first + place, number, card) for place, (number, card) in enumerate(sheet)]
        first = 0


def deal_stacks(cards: Sequence[Card], places: int) -> Iterator[list[Lying]]:
    """Cards to sheets so that the stacks of a pile that is cut at once, laid one under the other, are in order."""
    sheets = ceil(len(cards) / places)
    for sheet in range(sheets):
        numbers = ((place, place * sheets + sheet) for place in range(places))
        yield [Lying(place, number, cards[number]) for place, number in numbers if number < len(cards)]


def impose(
    sheets: Iterable[Sequence[Lying]],
    grid: Grid,
    *,
    flip: Flip | None = "long",
    corner: float = 0,
    bleed: float = 0,
    marked: bool = True,
) -> Iterator[Page]:
    """Sheets as pages: fronts, then the backs behind them when sheets are turned over an edge; None: no second side.

    `corner` is the radius of rounded-corner guides in points; 0 draws none. Unless `marked` there is nothing to cut.
    """
    fronts = [grid.front(place) for place in range(grid.places)]
    backs = [grid.back(place, flip or "long") for place in range(grid.places)]
    marks = sheet_marks(grid, bleed) if marked else ()
    for sheet in sheets:
        front = [Placed(lying.card.front, fronts[lying.place], grid.turn, 2 * lying.number) for lying in sheet]
        back = [
            Placed(lying.card.back, *backs[lying.place], 2 * lying.number + 1) for lying in sheet if lying.card.back
        ]
        guides = tuple(_guides([fronts[lying.place] for lying in sheet], corner))
        beside = back if grid.folded else []
        yield Page(grid.paper, (*front, *beside), (*marks, *guides))
        if flip and not grid.folded:
            yield Page(grid.paper, tuple(back), back=True)


def _guides(boxes: Iterable[Box], corner: float) -> Iterator[Path]:
    return chain.from_iterable(corner_guides(box, corner) for box in boxes if corner)


def one_by_one(cards: Iterable[Card], size: Size, bleed: float, duplex: bool, corner: float = 0) -> Iterator[Page]:
    """A page a side, as large as the card; with bleed larger, with crop marks and targets outside of it."""
    edge = start(bleed) + LENGTH + EDGE if bleed else 0
    page, trim = Size(size.width + 2 * edge, size.height + 2 * edge), Box(edge, edge, *size)
    marks = single_marks(trim, page, bleed) if bleed else ()
    for number, card in enumerate(cards):
        guides = tuple(_guides([trim], corner))
        yield Page(page, (Placed(card.front, trim, order=2 * number),), (*marks, *guides), trim=trim, bleed=bleed)
        if duplex:
            back = (Placed(card.back, trim, order=2 * number + 1),) if card.back else ()
            yield Page(page, back, marks, trim=trim, bleed=bleed, back=True)


def one_to_a_page(faces: Sequence[Face]) -> list[Page]:
    """Faces that are whole pages themselves."""
    return [Page(face.size, (Placed(face, Box(0, 0, *face.size), order=number),)) for number, face in enumerate(faces)]
