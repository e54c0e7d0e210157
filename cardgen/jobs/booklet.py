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
from cardgen.sheets.booklet import CALIPER, Binding, fold, sheets
from cardgen.sheets.cards import one_to_a_page
from cardgen.sheets.format import Format
from cardgen.sheets.paper import book_size, paper
from cardgen.sheets.registration import move_backs
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
    caliper: float = CALIPER,
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
    size = book_size(size_name or sheet.booklet)
    book, colors = word_book(session, language), theme(theme_name)
    volume = lay_out_book(book, Format(size), colors, binding == "right", fill=imposed)
    properties = of_session(session, language, Record("booklet", command, traced(session)), pdf_format)
    rough = tuple(coarse(volume.faces))
    if not imposed:
        pages = [
            replace(page, links=volume.links.get(number, ()), label=str(number + 1))
            for number, page in enumerate(one_to_a_page(volume.faces))
        ]
        data = build_pdf(pages, properties, pdf_format, bookmarks=volume.bookmarks)
        return Booklet(data, len(pages), len(pages), (), rough)
    plan = sheets(len(volume.faces), binding, signature, manual_duplex)
    sides = list(fold(volume.faces, plan, sheet.size, caliper))
    data = build_pdf(move_backs(sides, back_shift), properties, pdf_format, duplex=None if manual_duplex else "short")
    return Booklet(data, len(volume.faces), len(sides), plan.signatures, rough)
