"""What authors say about safety, and where it is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.cards import layout
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.model.prose import whole_text
from cardgen.model.safety import Caution, Safety
from cardgen.planning.session import Session
from cardgen.scene.faces import Card, Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, paper
from cardgen.sheets.stock import stock
from cardgen.wording.book import word_book
from cardgen.wording.plan_page import word_plan
from tests.support.kept import deck_of, kept
from tests.support.printed import face_text

STYLE = "mono"
STEP_CARD = re.compile(r" [A-Z]+[0-9]+: ")
"""In the name of a front: the name of a step's card, before its title."""


def gathered_lines(session: Session) -> list[str]:
    """All that must be read before minute 0: of a program, of its routines, and for whom steps are left out."""
    each = [session.selection.safety, *(part.routine.safety for part in session.parts)]
    lines = [line for safety in each for line in _lines(safety)]
    return [*lines, *(condition for turn in session.turns for condition in turn.step.exclusions)]


def _lines(safety: Safety) -> Iterator[str]:
    yield from (*safety.ask, *safety.not_with, *safety.leave_out_with)
    for caution in safety.cautions:
        yield from (caution.only_with, caution.do) if isinstance(caution, Caution) else (caution,)


def step_lines(session: Session) -> list[str]:
    """What must not happen in single steps, and for whom they are left out."""
    steps = [turn.step for turn in session.turns]
    return [line for step in steps for line in (*step.exclusions, whole_text(step.caution)) if line]


def missing(lines: Iterable[str], faces: Iterable[Face]) -> list[str]:
    """The lines that are on none of these faces, or go on from one to the next."""
    seen = [_letters(face_text(face)) for face in faces]
    return [line for line in lines if not _is_on(_letters(line), seen)]


def _is_on(line: str, seen: list[str]) -> bool:
    """Whether a line is on one of these faces, or begins on one and ends on those after it."""
    return any(_goes_on(line, seen[first:]) for first in range(len(seen)))


def _goes_on(line: str, seen: list[str]) -> bool:
    """Whether as much of a line as possible is on each of these faces, until all of it is."""
    for text in seen:
        found = bisect_left(range(len(line)), True, key=lambda count: line[: count + 1] not in text)
        line = line[found:]
        if not line or not found:
            break
    return not line


def _letters(text: str) -> str:
    """A text without what setting it may change: spaces, hyphens, capitals, the last period."""
    return re.sub(r"[\s-]", "", text).lower().rstrip(".")


@kept
def deck_cards(session: Session, layout_name: str, stock_name: str, duplex: bool = True) -> list[Card]:
    form = Format(stock(stock_name).size)
    return list(layout(layout_name)(deck_of(session), form, theme(STYLE), duplex))


def safety_fronts(session: Session, stock_name: str) -> list[Face]:
    """The fronts of the safety cards."""
    return [card.front for card in _safety_cards(session, stock_name)]


def safety_sides(session: Session, stock_name: str) -> list[Face]:
    """The sides of the safety cards, in the order in which they are read."""
    return [side for card in _safety_cards(session, stock_name) for side in card]


@kept
def _safety_cards(session: Session, stock_name: str) -> list[Card]:
    """The cards of one title near the start of a deck: what comes after them is not laid out."""
    deck = deck_of(session)
    title = deck.before[-1][0].title

    def is_safety(card: Card) -> bool:
        return f": {title}" in card.front.name

    cards = layout("steps")(deck, Format(stock(stock_name).size), theme(STYLE), True)
    return list(takewhile(is_safety, dropwhile(lambda card: not is_safety(card), cards)))


@kept
def sides_before_steps(session: Session, stock_name: str) -> list[Face]:
    """The sides of all cards before that of the first step; those after it are not laid out."""
    cards = layout("steps")(deck_of(session), Format(stock(stock_name).size), theme(STYLE), True)
    before = takewhile(lambda card: not STEP_CARD.search(card.front.name), cards)
    return [side for card in before for side in card if side]


def overview_faces(session: Session, stock_name: str) -> list[Face]:
    return [face for card in deck_cards(session, "overview", stock_name, True) for face in card if face]


@kept
def plan_faces(session: Session) -> list[Face]:
    return lay_out_plan(word_plan(session), Format(paper("a4").size), theme(STYLE))


@kept
def first_booklet_faces(session: Session) -> list[Face]:
    """The pages of a booklet before the first routine."""
    book = word_book(session)
    volume = lay_out_book(book, Format(booklet_page("a5")), theme(STYLE))
    first = next(mark.page for mark in volume.bookmarks if mark.title == book.chapters[0].opener.title)
    return list(volume.faces[:first])
