"""From a session to the bytes of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from cardgen.draw.artwork import views
from cardgen.errors import Fault, UserError, suggest
from cardgen.imposition import CALIPER, Binding, fold, sheets
from cardgen.layouts import layout
from cardgen.layouts.body_chart import lay_out_chart
from cardgen.layouts.booklet import lay_out_book
from cardgen.layouts.legend import lay_out_legend
from cardgen.layouts.parts import Kit
from cardgen.layouts.session_plan import lay_out_plan
from cardgen.layouts.stroke_legend import lay_out_strokes
from cardgen.pdf import write
from cardgen.plan.session import Session
from cardgen.say.book import word_book
from cardgen.say.plan_page import word_plan
from cardgen.say.wording import word
from cardgen.say.words import ENGLISH, words
from cardgen.scene import Face, Page, Placed
from cardgen.sheet import Grid, book_size, fit_grid, impose, one_to_a_page, paper, papers, stock
from cardgen.theme import theme
from cardgen.units import MM, Box

Item = TypeVar("Item")

MOST_BLEED = 3 * MM
"""Colour runs this far over the edge of a card where the gap to the next one allows it."""


class Print(Struct, frozen=True):
    """A finished PDF, and what a person must know to print it."""

    data: bytes
    pages: int
    cards: int
    grid: Grid


class Booklet(Struct, frozen=True):
    """A finished booklet, and what a person must know to print and staple it."""

    data: bytes
    pages: int
    """Of the booklet."""
    sides: int
    """Of paper."""
    signatures: tuple[int, ...]
    """Sheets in each; none when it is not imposed."""


class Counted(Generic[Item]):
    """Things that pass one by one, and how many have passed: a long deck is never held in memory whole."""

    def __init__(self, things: Iterable[Item]) -> None:
        self.things = things
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for thing in self.things:
            self.count += 1
            yield thing


def print_cards(
    session: Session,
    *,
    layout_name: str = "steps",
    stock_name: str | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    duplex: bool = True,
    gap: float = 0.0,
    round_corners: bool = False,
) -> Print:
    """Cards of a session; `gap` is the points between them. UserError when something does not fit."""
    sheet, lay_out = paper(paper_name), layout(layout_name)
    card = stock(stock_name or sheet.stock)
    grid = fit_grid(card.size, sheet.size, gap)
    kit = Kit(card.size, theme(theme_name), bleed=min(MOST_BLEED, gap / 2))
    deck = word(session)
    cards = Counted(lay_out(deck, kit, duplex))
    pages = Counted(impose(cards, grid, duplex, card.corner if round_corners else 0))
    data = write(pages, deck.name, ENGLISH, "Long" if duplex else None)
    return Print(data, pages.count, cards.count, grid)


def print_plan(session: Session, *, paper_name: str = "a4", theme_name: str = "standard") -> Print:
    """A session on one page; UserError when it does not fit, naming the papers that it fits on."""
    page, colors = word_plan(session), theme(theme_name)
    face = lay_out_plan(page, Kit(paper(paper_name).size, colors))
    if face is None:
        fitting = [name for name, sheet in papers().items() if lay_out_plan(page, Kit(sheet.size, colors))]
        remedy = f"It fits on {' or '.join(fitting)}." if fitting else "Plan fewer routines, or a shorter session."
        problem = f"A plan of {len(session.turns)} steps does not fit on one page of {paper_name}."
        raise UserError(Fault(problem, remedy))
    return _print_pages([face])


def print_booklet(
    session: Session,
    *,
    size_name: str | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    imposed: bool = True,
    binding: Binding = "left",
    caliper: float = CALIPER,
    signature: int | None = None,
    manual_duplex: bool = False,
) -> Booklet:
    """A session as a booklet: imposed on sheets to be folded, or in reading order, a page a page.

    `caliper` is the thickness of the paper in points, for creep; `signature` the most sheets to be stapled together.
    UserError when the pages do not fit on the paper.
    """
    sheet = paper(paper_name)
    size = book_size(size_name or sheet.booklet)
    volume = lay_out_book(word_book(session), Kit(size, theme(theme_name)), binding == "right", fill=imposed)
    if not imposed:
        pages = tuple(
            Page(size, (Placed(face, Box(0, 0, *size)),), links=volume.links.get(number, ()), label=str(number + 1))
            for number, face in enumerate(volume.faces)
        )
        return Booklet(write(pages, session.name, ENGLISH, None, volume.bookmarks), len(pages), len(pages), ())
    plan = sheets(len(volume.faces), binding, signature, manual_duplex)
    sides = list(fold(volume.faces, plan, sheet.size, caliper))
    data = write(sides, session.name, ENGLISH, None if manual_duplex else "Short")
    return Booklet(data, len(volume.faces), len(sides), plan.signatures)


def print_legend(*, paper_name: str = "a4", theme_name: str = "standard") -> Print:
    """Pages that explain every icon, and every sign of the stroke notation."""
    kit = Kit(paper(paper_name).size, theme(theme_name))
    return _print_pages([*lay_out_legend(kit, words(ENGLISH)), *lay_out_strokes(kit, words(ENGLISH))])


def print_body(view: str, *, paper_name: str = "a4", theme_name: str = "standard") -> Print:
    """A view of the body with its landmarks named, and with its regions named; UserError when there is none."""
    if view not in views():
        raise UserError(Fault(f"There is no view of the body called '{view}'.", suggest(view, views())))
    kit = Kit(paper(paper_name).size, theme(theme_name))
    return _print_pages(lay_out_chart(view, kit, words(ENGLISH)))


def _print_pages(faces: Sequence[Face]) -> Print:
    """Faces that are whole pages."""
    pages, size = one_to_a_page(faces), faces[0].size
    return Print(write(pages, faces[0].name, ENGLISH), len(pages), len(faces), fit_grid(size, size))
