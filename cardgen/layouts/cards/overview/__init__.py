"""A whole routine on one card, with a row for each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.faces import FaceFiller
from cardgen.layouts.cards.overview.pictured import PicturedFaces
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.cards.overview.sizes import RowSizes
from cardgen.layouts.parts.card import make_cards
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import MisfitError, Sketch
from cardgen.scene.faces import Card
from cardgen.scene.text import width
from cardgen.sheets.format import Format
from cardgen.wording.deck import Deck

SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How much type may shrink to save a face; no text becomes smaller than the scale's least size."""

KEY_FIGURES = (0.2, 0.28)
"""Widths that key figures beside the words may have, as parts of the row: a wider one takes fewer lines."""


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The steps of each routine with their figures, on as few faces as possible; on small cards, rows without figures.

    Before several routines comes what their authors say about safety.
    """
    scale = scale_for(form.size, "overview", list[OverviewScale], form.large)
    for section in filter(None, (deck.gathered, *deck.sections)):
        names = max((width(str(step.name), "regular", 1) for step in section.steps), default=0)
        tried = product(SHRINKS, KEY_FIGURES if not scale.icons_below_title else KEY_FIGURES[:1])
        sizes = [RowSizes.of(scale, shrink, names, key) for shrink, key in tried]
        fillers = (FaceFiller(section, deck, form, theme, duplex) for _ in sizes)
        faces = PicturedFaces(section, deck, form, theme, duplex).lay_out(scale)
        yield from make_cards(faces or _fewest_faces(zip(fillers, sizes, strict=True)), duplex)


def _fewest_faces(tried: Iterable[tuple[FaceFiller, RowSizes]]) -> list[Sketch]:
    """The fewest faces that hold a routine, in the largest type; MisfitError when it fits in no type."""
    found: list[list[Sketch]] = []
    misfit: MisfitError | None = None
    for filler, sizes in tried:
        try:
            found.append(filler.fill(sizes))
        except MisfitError as error:
            misfit = error
    if misfit and not found:
        raise misfit
    return min(found, key=len)
