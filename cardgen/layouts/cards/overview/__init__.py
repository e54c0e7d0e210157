"""A whole routine on one card, with a row for each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from math import ceil

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
from cardgen.wording.deck import Deck, SafetyRules, Section

SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How much type may shrink to save a face; no text becomes smaller than the scale's least size."""

KEY_FIGURES = (0.2, 0.28)
"""Widths that key figures next to the words may have, as fractions of the row: a wider one takes fewer lines."""


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The steps of each routine with their figures, on as few cards as possible; on small cards, rows without figures.

    Before several routines comes what protects the receiver in all of them.
    """
    scale = scale_for(form.size, "overview", list[OverviewScale], form.large)
    for section in filter(None, (deck.gathered, *deck.sections)):
        faces = PicturedFaces(section, deck, form, theme, duplex).lay_out(scale)
        rows = _in_rows(section, scale, deck, form, theme, duplex)
        yield from make_cards(faces or _fewest_faces(rows, duplex), duplex)


def _in_rows(
    section: Section, scale: OverviewScale, deck: Deck, form: Format, theme: Theme, duplex: bool
) -> Iterator[Callable[[], list[Sketch]]]:
    """The ways to lay a routine out in rows: what protects the receiver in full or in brief, then ever smaller type."""
    names = max((width(str(step.name), "regular", 1) for step in section.steps), default=0)
    keys = KEY_FIGURES if not scale.icons_below_title else KEY_FIGURES[:1]
    for rules, shrink, key in product(section.rules or (SafetyRules((), ()),), SHRINKS, keys):
        sizes = RowSizes.of(scale, shrink, names, key)
        yield partial(FaceFiller(section, rules, deck, form, theme, duplex).fill, sizes)


def _fewest_faces(tried: Iterable[Callable[[], list[Sketch]]], duplex: bool) -> list[Sketch]:
    """The faces of as few cards as possible, in the largest type; MisfitError when the routine fits in no type."""
    found: list[list[Sketch]] = []
    misfit: MisfitError | None = None
    for lay_out_faces in tried:
        try:
            found.append(lay_out_faces())
        except MisfitError as error:
            misfit = error
    if misfit and not found:
        raise misfit
    return min(found, key=lambda faces: ceil(len(faces) / (2 if duplex else 1)))
