"""Cards on sheets: dealt to places with their backs behind them, or one card to a page for a print shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from math import ceil

from msgspec import Struct

from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Path
from cardgen.scene.pages import Flip, Page, PlacedFace
from cardgen.sheets.grid import Grid
from cardgen.sheets.printer_marks import MARK_LENGTH, corner_guides, measure_offset, sheet_marks, single_marks
from cardgen.units import MM, Box, Size

PAGE_EDGE = 3 * MM
"""From the marks of a single card to the edge of its page."""


class DealtCard(Struct, frozen=True):
    """A card and its place on a sheet, from 0."""

    place: int
    number: int
    """The card's number among all cards, from 0."""
    card: Card


def deal_cards(cards: Iterable[Card], places: int, first: int = 0, number: int = 0) -> Iterator[list[DealtCard]]:
    """Deal cards, numbered from `number` on, to sheets in order, on the first sheet from place `first` on (from 0)."""
    waiting = enumerate(cards, number)
    while sheet := list(islice(waiting, places - first)):
        yield [DealtCard(first + place, number, card) for place, (number, card) in enumerate(sheet)]
        first = 0


def deal_stacks(cards: Sequence[Card], places: int) -> Iterator[list[DealtCard]]:
    """Deal cards to sheets that are cut in one pile: its stacks, laid one under the next, are a deck in order."""
    sheets = ceil(len(cards) / places)
    for sheet in range(sheets):
        numbers = ((place, place * sheets + sheet) for place in range(places))
        yield [DealtCard(place, number, cards[number]) for place, number in numbers if number < len(cards)]


def impose_cards(
    sheets: Iterable[Sequence[DealtCard]],
    grid: Grid,
    *,
    flip: Flip | None = "long",
    corner: float = 0,
    bleed: float = 0,
    marked: bool = True,
) -> Iterator[Page]:
    """The pages of each sheet: fronts, and behind them their backs unless `flip` is None.

    `flip` is the edge that sheets are turned over. `corner` is the radius of rounded-corner guides in points; 0 draws
    none. Unless `marked` there is nothing to cut.
    """
    fronts = [grid.front(place) for place in range(grid.places)]
    backs = [grid.back(place, flip or "long") for place in range(grid.places)]
    marks = sheet_marks(grid, bleed) if marked else ()
    for sheet in sheets:
        front = [PlacedFace(dealt.card.front, fronts[dealt.place], grid.turn, 2 * dealt.number) for dealt in sheet]
        back = [
            PlacedFace(dealt.card.back, *backs[dealt.place], 2 * dealt.number + 1) for dealt in sheet if dealt.card.back
        ]
        guides = tuple(_guides([fronts[dealt.place] for dealt in sheet], corner))
        beside = back if grid.folded else []
        yield Page(grid.paper, (*front, *beside), (*marks, *guides))
        if flip and not grid.folded:
            yield Page(grid.paper, tuple(back), back=True)


def _guides(boxes: Iterable[Box], corner: float) -> Iterator[Path]:
    return chain.from_iterable(corner_guides(box, corner) for box in boxes if corner)


def impose_singly(
    cards: Iterable[Card], size: Size, bleed: float, duplex: bool, corner: float = 0, first: int = 0
) -> Iterator[Page]:
    """A page for each printed side, as large as the card; with bleed larger, with crop marks and targets outside it.

    The cards are numbered from `first` on.
    """
    edge = measure_offset(bleed) + MARK_LENGTH + PAGE_EDGE if bleed else 0
    page, trim = Size(size.width + 2 * edge, size.height + 2 * edge), Box(edge, edge, *size)
    marks = single_marks(trim, page, bleed) if bleed else ()
    guides = tuple(_guides([trim], corner))
    for number, card in enumerate(cards, first):
        front = PlacedFace(card.front, trim, order=2 * number)
        yield Page(page, (front,), (*marks, *guides), trim=trim, bleed=bleed)
        if duplex and card.back:
            back = PlacedFace(card.back, trim, order=2 * number + 1)
            yield Page(page, (back,), marks, trim=trim, bleed=bleed, back=True)


def place_on_pages(faces: Sequence[Face]) -> list[Page]:
    """A page for each face, as large as the face."""
    return [
        Page(face.size, (PlacedFace(face, Box(0, 0, *face.size), order=number),)) for number, face in enumerate(faces)
    ]
