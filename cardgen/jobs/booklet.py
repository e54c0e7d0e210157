"""A session as a booklet, to be folded or to be read on a screen."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.resolution import Coarse, coarse
from cardgen.artwork.theme import theme
from cardgen.jobs.result import of_session, traced
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import TAGGED_PDF, PdfFormat
from cardgen.planning.session import Session
from cardgen.scene.record import Command, Record
from cardgen.sheets.booklet import DEFAULT_CALIPER, Binding, arrange_booklet, impose_booklet
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, paper
from cardgen.sheets.registration import move_back
from cardgen.wording.book import word_book
from cardgen.wording.words import ENGLISH


class Booklet(Struct, frozen=True):
    """A finished booklet, and what a person must know to print and staple it."""

    data: bytes
    pages: int
    """Of the booklet."""
    sides: int
    """Of paper."""
    signatures: tuple[int, ...]
    """Sheets in each; none when it is not imposed."""
    coarse: tuple[Coarse, ...] = ()
    """The pictures that look rough where they are printed."""


def print_booklet(
    session: Session,
    *,
    command: Command | None = None,
    size_name: str | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    language: str = ENGLISH,
    imposed: bool = True,
    binding: Binding = "left",
    caliper: float = DEFAULT_CALIPER,
    signature: int | None = None,
    manual_duplex: bool = False,
    back_shift: tuple[float, float] = (0.0, 0.0),
    pdf_format: PdfFormat = TAGGED_PDF,
) -> Booklet:
    """A session as a booklet: imposed on sheets to be folded, or in reading order, a page a page.

    `caliper` is the thickness of the paper in points, for creep; `signature` the most sheets to be stapled together;
    `back_shift` how far the backs of sheets move to the right and down.
    UserError when the pages do not fit on the paper.
    """
    sheet = paper(paper_name)
    size = booklet_page(size_name or sheet.booklet)
    book, colors = word_book(session, language), theme(theme_name)
    volume = lay_out_book(book, Format(size), colors, binding == "right", fill=imposed)
    properties = of_session(session, language, Record("booklet", command, traced(session)), pdf_format)
    rough = tuple(coarse(volume.faces))
    if not imposed:
        pages = [
            replace(page, links=volume.links.get(number, ()), label=str(number + 1))
            for number, page in enumerate(place_on_pages(volume.faces))
        ]
        data = build_pdf(pages, properties, pdf_format, bookmarks=volume.bookmarks)
        return Booklet(data, len(pages), len(pages), (), rough)
    plan = arrange_booklet(len(volume.faces), binding, signature, manual_duplex)
    sides = list(impose_booklet(volume.faces, plan, sheet.size, caliper))
    moved = (move_back(side, back_shift) for side in sides)
    data = build_pdf(moved, properties, pdf_format, duplex=None if manual_duplex else "short")
    return Booklet(data, len(volume.faces), len(sides), plan.signatures, rough)
