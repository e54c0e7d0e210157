"""Texts that a layout has no room for, and where they are in an author's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import plan
from cardgen.reading.documents import Document
from cardgen.reading.parser import Spots
from cardgen.reading.value_types import Spot
from cardgen.sheets.format import Format
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck


def find_misfit(layout_name: str, deck: Deck, form: Format) -> MisfitError | None:
    """Why the first card of a deck cannot be made: all of it is laid out before it is handed on."""
    try:
        next(layout(layout_name)(deck, form, theme("standard"), True), None)
    except MisfitError as misfit:
        return misfit
    return None


def single_cards(loaded: LoadedFile) -> Iterator[tuple[Deck, Document[Any], int | None]]:
    """A deck for each card, with its file, and with the index of its step when it is one.

    The steps of a program are those of its routines, which are files to review themselves.
    """
    deck = word_deck(plan(loaded.selection, length="all"))
    owner = loaded.program or loaded.routines[0]
    last = replace(deck, before=(), sections=(), gathered=None, key=None)
    bare = replace(last, after=replace(deck.after, blocks=()))  # laid out with each step, it would take as long again
    yield replace(bare, gathered=deck.gathered), owner, None
    for group in deck.before:
        yield replace(bare, before=(group,)), owner, None
    for section, document in zip(deck.sections, loaded.routines, strict=True):
        if section.opener:
            yield replace(bare, before=((section.opener,),)), document, None
        plain = replace(section, opener=None, rules=())
        for index, step in enumerate(() if loaded.program else section.steps):
            yield replace(bare, sections=(replace(plain, steps=(step,)),)), document, index
        yield replace(bare, sections=(replace(plain, steps=(), rules=section.rules),)), document, None
    yield last, owner, None


def find_spot(document: Document[Any], step: int | None, on_card: str) -> Spot | None:
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
