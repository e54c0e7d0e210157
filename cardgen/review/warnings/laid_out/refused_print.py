"""Files that `cardgen cards`, `plan`, or `booklet` would refuse to print at their usual sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.cards import larger_stock
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Spot
from cardgen.review.misfits import find_misfit, find_spot, single_cards
from cardgen.review.reviewed import ReviewedFile
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.paper import DEFAULT_PAPER, booklet_page, paper
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.wording.book import word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH

FILE_KINDS = ("routine", "program")
START = Spot(1, 1)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each command that would refuse the file, at the text that it has no room for."""
    yield from _refused_cards(file)
    session, document = plan(file.loaded.selection), _owner(file)
    yield from _refused_plan(session, document)
    try:
        size = booklet_page(paper(DEFAULT_PAPER).booklet)
        lay_out_book(word_book(session, ENGLISH), Format(size), theme("standard"), right_bound=False)
    except MisfitError as misfit:
        owners = (document,) if not file.loaded.program else (document, *file.loaded.routines)
        yield _warning("cardgen booklet", misfit, *_place(owners, misfit))


def _whole_routines(loaded: LoadedFile) -> Iterator[tuple[Deck, Document[Any], int | None]]:
    """A deck for each card that has a whole routine, with its file."""
    deck = word_deck(plan(loaded.selection, length="all"))
    yield replace(deck, sections=()), loaded.program or loaded.routines[0], None
    for section, document in zip(deck.sections, loaded.routines, strict=True):
        yield replace(deck, gathered=None, sections=(section,)), document, None


CARDS = {
    "steps": ("cardgen cards", single_cards),
    "overview": ("cardgen cards --layout overview", _whole_routines),
}
"""The layouts that are printed without a deck, the commands that print them, and what is laid out alone."""


def _owner(file: ReviewedFile) -> Document[Any]:
    return file.loaded.program or file.loaded.routines[0]


def _place(owners: tuple[Document[Any], ...], misfit: MisfitError) -> tuple[Document[Any], Spot]:
    """The file that a text is from, and its place there."""
    found = ((document, spot) for document in owners if (spot := find_spot(document, None, misfit.text)))
    return next(found, (owners[0], START))


def _refused_cards(file: ReviewedFile) -> Iterator[Fault]:
    for layout_name, (command, decks) in CARDS.items():
        found = set()
        cutting = choose_cutting(larger_stock(layout_name, DEFAULT_PAPER))
        form = Format(cutting.stock.size, cutting.bleed, cutting.border_on_card(SAFE_BORDER))
        for deck, document, step in decks(file.loaded):
            if misfit := find_misfit(layout_name, deck, form):
                spot = find_spot(document, step, misfit.text) or START
                if (document.path, spot) not in found:
                    found.add((document.path, spot))
                    yield _warning(command, misfit, document, spot)


def _refused_plan(session: Session, document: Document[Any]) -> Iterator[Fault]:
    try:
        if lay_out_plan(word_plan(session, ENGLISH), Format(paper(DEFAULT_PAPER).size), theme("standard")):
            return
    except MisfitError as misfit:
        yield _warning("cardgen plan", misfit, *_place((document,), misfit))
        return
    problem = f"`cardgen plan` refuses this: {len(session.turns)} steps do not fit on one page of {DEFAULT_PAPER}."
    remedy = "Divide it into several routines, or plan a shorter session with <minutes>."
    yield replace(document.fault_at(START, problem, remedy), warning=True)


def _warning(command: str, misfit: MisfitError, document: Document[Any], spot: Spot) -> Fault:
    """The warning that a command refuses a text, in the words of its own report."""
    fault = misfit.faults[0]
    problem = f"`{command}` refuses this: {fault.problem[:1].lower()}{fault.problem[1:]}"
    return replace(document.fault_at(spot, problem, fault.remedy), warning=True)
