"""The job that prints a session as a booklet, to be folded and stapled, or to be read on a screen."""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from cardgen.artwork.pictures.resolution import find_rough_pictures
from cardgen.artwork.theme import theme
from cardgen.errors import Fault
from cardgen.jobs.border_warnings import least_border, shift_warnings
from cardgen.jobs.card_advice import duplex_by_hand
from cardgen.jobs.comparison import compare, page_entries, without_pages
from cardgen.jobs.job import faults_of, name_faults
from cardgen.jobs.printout import Printout, counted, picture_warnings, trace_sources
from cardgen.jobs.saved_printer import fill_in_printer
from cardgen.jobs.session_job import DocumentJob
from cardgen.jobs.time_advice import time_advice
from cardgen.jobs.values import Creep
from cardgen.layouts.booklet.book import Volume, lay_out_book
from cardgen.pdf.document import build_pdf
from cardgen.planning.session import Session
from cardgen.scene.pages import Bookmark, Flip, Page
from cardgen.scene.record import Record
from cardgen.sheets.booklet import (
    DEFAULT_CALIPER,
    MOST_STAPLED,
    Binding,
    BookletSheets,
    arrange_booklet,
    impose_booklet,
)
from cardgen.sheets.border import find_pushed_off
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, booklet_pages, paper, papers
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.sheets.registration import move_back
from cardgen.sheets.spreads import SpreadGrid, spread_grid
from cardgen.units import MM, Shift, Size, in_mm
from cardgen.wording.book import word_book
from cardgen.wording.left_out import word_left_out
from cardgen.wording.words import ENGLISH, words

LEAST_LARGE = 130 * MM
"""Width of the smallest pages for large print."""
MOST_CALIPER = 0.5 * MM
"""The thickest paper that can be folded."""


class BookletJob(DocumentJob, frozen=True, kw_only=True):
    """A booklet: covers, contents, a safety map, steps (two per page where they fit), and an index."""

    command: ClassVar = "booklet"

    size: str | None = None
    """The size of a page: a4, a5, a6, half-letter. Four of A6 go on each side of A4.  [default: half the paper]"""
    paper: str = "a4"
    """The paper in the printer: a4, letter, ..."""
    pages: bool = False
    """Single pages in reading order, for a screen, not imposed for folding."""
    binding: Binding = "left"
    """The side that the spine is on."""
    creep: Creep = Creep(DEFAULT_CALIPER)
    """Thickness of the paper, such as 0.12mm, for moving inner pages toward the spine. auto: 0.1mm; off: none move."""
    signature: Annotated[int, Meta(ge=1, le=50)] | None = None
    """The largest number of sheets to staple together."""
    flip: Flip | None = None
    """The edge on which the printer turns sheets over.  [default: short; long for A6 on A4]"""
    manual_duplex: bool = False
    """Print all fronts, then all backs, for a printer that prints on one side only."""
    printer: str | None = None
    """A printer saved by `cardgen calibrate --save`: its flip and back shift."""
    back_shift: Shift | None = None
    """Move backs right and down by these distances in mm, such as -0.5,1; `cardgen calibrate` measures them."""

    def settle(self) -> None:
        super().settle()
        fill_in_printer(self, self.printer)

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.pages and (self.manual_duplex or self.signature):
            problem = "<pages> are not printed on sheets, so they have no signatures and no backs."
            yield Fault(problem, "Leave out <signature> and <manual_duplex>, or <pages>.")
        if self.creep > MOST_CALIPER:
            problem = f"<creep>: {in_mm(self.creep)} mm is too thick for paper."
            yield Fault(problem, "Give the thickness of one sheet, such as 0.1mm.")
        yield from name_faults("paper", self.paper, papers())
        if self.size:
            yield from faults_of(lambda: booklet_page(self.size or ""))
        yield from self._large_faults()

    def _large_faults(self) -> Iterator[Fault]:
        """Pages that are too small for large print."""
        pages = booklet_pages()
        if self.large and (size := pages.get(self.size or "")) and size.width < LEAST_LARGE:
            problem = f"Large print does not fit on pages of {in_mm(size.width)} x {in_mm(size.height)} mm."
            yield Fault(problem, "Write <size=a5> or <size=half-letter>, or leave out <large>.")

    def print_session(self, session: Session) -> Printout:
        form = Format(self._page, large=self.large)
        book, right_bound = word_book(session, self.language), self.binding == "right"
        volume = lay_out_book(book, form, theme(self.theme), right_bound, fill=not self.pages)
        record = Record("booklet", self.request, trace_sources(session), pages=page_entries(volume.faces))
        earlier = self.earlier(record)
        if earlier and earlier.has_all(record):
            return without_pages(earlier, record)
        order = None if self.pages else self._arrange(len(volume.faces))
        straight = self._impose(volume, order) if order else _screen_pages(volume)
        pages = [self._moved(page) for page in straight]
        border = least_border(SAFE_BORDER)
        pushed_off = [name for pair in zip(straight, pages, strict=True) for name in find_pushed_off(*pair, border)]
        duplex = None if self.pages or self.manual_duplex else self._turned_over
        properties = self.properties(session, record)
        compared = compare(earlier, record) if earlier else ()
        return Printout(
            data=build_pdf(
                pages, properties, self.pdf_format, duplex=duplex, bookmarks=_move_bookmarks(volume.bookmarks, order)
            ),
            summary=self._summary(len(volume.faces), order),
            pages=len(pages),
            record=record,
            left_out=word_left_out(session, words(ENGLISH)),
            advice=(*self._advice(order), *compared, *time_advice(session, self.routines_folder)),
            warnings=(
                *shift_warnings(pushed_off, border, "Choose a smaller <size>"),
                *picture_warnings(session, tuple(find_rough_pictures(volume.faces))),
                *self.session_warnings(session),
            ),
        )

    @property
    def _page(self) -> Size:
        return booklet_page(self.size or paper(self.paper).booklet)

    @property
    def _grid(self) -> SpreadGrid:
        """The sheet with its spreads; UserError when none fits."""
        return spread_grid(self._page, paper(self.paper).size)

    @property
    def _turned_over(self) -> Flip:
        """The edge on which the printer turns sheets over."""
        return self.flip or self._grid.flip

    def _arrange(self, pages: int) -> BookletSheets:
        """The order of this many pages on sheets."""
        return arrange_booklet(pages, self.binding, self.signature, self.manual_duplex, self._grid.spreads)

    def _impose(self, volume: Volume, order: BookletSheets) -> list[Page]:
        """The sides of the sheets to fold."""
        return list(impose_booklet(volume.faces, order, self._grid, self.creep, self._turned_over))

    def _moved(self, page: Page) -> Page:
        """A side as this printer needs it to print it in its place; pages for a screen stay."""
        return move_back(page, self.back_shift) if self.back_shift and not self.pages else page

    def _summary(self, pages: int, order: BookletSheets | None) -> str:
        if order is None:
            return f"{counted(pages, 'page')}, one by one, with bookmarks and links"
        return f"{counted(pages, 'page')} on {counted(order.printed, 'sheet')} of {self.paper}"

    def _advice(self, order: BookletSheets | None) -> Iterator[str]:
        """How to print, cut, fold and staple it."""
        if order is None:
            return
        if self.manual_duplex:
            yield from duplex_by_hand(order.printed)
        else:
            yield f"Print it at 100% (actual size), on both sides, flipped on the {self._turned_over} edge."
        if self._grid.cuts:
            yield "Cut all sheets as one pile, across the middle. Put the lower half under the upper one, unturned."
        signatures = order.signatures
        if len(signatures) > 1:
            parts = " + ".join(map(str, signatures))
            yield f"Fold and staple {parts} sheets, each part separately, and put the parts together in order."
        else:
            yield "Fold the sheets together in the middle, and staple them at the fold."
        if max(signatures) > MOST_STAPLED:
            yield f"A long-arm stapler takes about {MOST_STAPLED} sheets: <signature=10> makes parts that fit."


def _move_bookmarks(bookmarks: Sequence[Bookmark], order: BookletSheets | None) -> Sequence[Bookmark]:
    """Bookmarks that lead to the sides of sheets instead of to pages one by one."""
    if order is None:
        return bookmarks
    side_of = {
        number: index
        for index, side in enumerate(order.sides)
        for spread in side.spreads
        for number in (spread.left, spread.right)
    }
    return [replace(bookmark, page=side_of[bookmark.page]) for bookmark in bookmarks]


def _screen_pages(volume: Volume) -> list[Page]:
    """A page for each face, with its links and its number."""
    return [
        replace(page, links=volume.links.get(number, ()), label=str(number + 1))
        for number, page in enumerate(place_on_pages(volume.faces))
    ]
