"""Texts that do not fit on the smallest cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import plan
from cardgen.reading.documents import Document
from cardgen.reading.parser import Spot, Spots
from cardgen.review.reviewed import ReviewedFile
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.sheets.stock import stock, stocks
from cardgen.units import in_mm
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck

FILE_KINDS = ("routine", "program")
FIRST = "steps"
"""The layout that is named when a text fits in none."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each of the author's texts that does not fit on its card in some layout, at its place."""
    smallest, form = smallest_cards()
    found = set()
    for layout_name in sorted(layouts(), key=lambda name: name != FIRST):
        for deck, document, step in _cards(file.loaded):
            misfit = _misfit(layout_name, deck, form)
            spot = misfit and _spot(document, step, misfit.text)
            if misfit and spot and (document.path, spot) not in found:
                found.add((document.path, spot))
                problem = f"The {misfit.what} does not fit on the smallest cards: {smallest}, <layout={layout_name}>."
                yield replace(document.fault_at(spot, problem, "Shorten it, or use larger cards."), warning=True)


@cache
def smallest_cards() -> tuple[str, Format]:
    """The stock with the least area: its name and its size in words, and the format of its cards."""
    name = min(stocks(), key=lambda name: (stock(name).width * stock(name).height, name))
    cutting = choose_cutting(name)
    size = cutting.stock.size
    words = f"{name}, {in_mm(size.width)} x {in_mm(size.height)} mm"
    return words, Format(size, cutting.bleed, cutting.border_on_card(SAFE_BORDER))


def _misfit(layout_name: str, deck: Deck, form: Format) -> MisfitError | None:
    """Why the first card of a deck cannot be made: all of it is laid out before it is handed on."""
    try:
        next(layout(layout_name)(deck, form, theme("standard"), True), None)
    except MisfitError as misfit:
        return misfit
    return None


def _cards(loaded: LoadedFile) -> Iterator[tuple[Deck, Document[Any], int | None]]:
    """A deck for each card, with its file, and with the index of its step when it is one.

    The steps of a program are those of its routines, which are files to review themselves.
    """
    deck = word_deck(plan(loaded.selection, length="all"))
    owner = loaded.program or loaded.routines[0]
    bare = replace(deck, before=(), sections=(), gathered=None)
    yield replace(bare, gathered=deck.gathered), owner, None
    for group in deck.before:
        yield replace(bare, before=(group,)), owner, None
    for section, document in zip(deck.sections, loaded.routines, strict=True):
        if section.opener:
            yield replace(bare, before=((section.opener,),)), document, None
        plain = replace(section, opener=None, safety=())
        for index, step in enumerate(() if loaded.program else section.steps):
            yield replace(bare, sections=(replace(plain, steps=(step,)),)), document, index
        yield replace(bare, sections=(replace(plain, steps=(), safety=section.safety),)), document, None
    yield bare, owner, None


def _spot(document: Document[Any], step: int | None, on_card: str) -> Spot | None:
    """The place of the longest text of the file, or of one step in it, that is part of the text on the card."""
    spots = document.spots if step is None else document.spots.children["steps"].children[step]
    inside = set(_all_spots(spots))
    texts = ((spot, text.strip().lower()) for spot, text in document.texts if spot in inside)
    found = [(spot, text) for spot, text in texts if text in on_card.lower()]
    return max(found, key=lambda entry: len(entry[1]))[0] if found else None


def _all_spots(spots: Spots) -> Iterator[Spot]:
    """Where a value and everything in it begins."""
    yield spots.start
    for child in spots.children.values():
        yield from _all_spots(child)
