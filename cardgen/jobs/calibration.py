"""A test sheet for a printer."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault, UserError
from cardgen.layouts.reference.calibration import lay_out_test_sheet
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.scene.record import Command, Record
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.sheets.printer import Printer
from cardgen.sheets.registration import move_back
from cardgen.units import MM
from cardgen.wording.calibration import word_test_sheet
from cardgen.wording.words import ENGLISH, words

LEAST_WIDE = 200 * MM
"""A sheet that lies wide must be so high for the bank card and the words above and below it."""


def print_test_sheet(
    printer: Printer, *, command: Command | None = None, paper_name: str = "a4", booklet: bool = False
) -> bytes:
    """A PDF of two pages, front and back; the back is moved as the printer needs it, to see whether that is right.

    A sheet of a `booklet` lies wide. UserError when the paper is too small for that.
    """
    upright = paper(paper_name).size
    if booklet and upright.width < LEAST_WIDE:
        problem = f"There is no room for the test sheet of a booklet on {paper_name}."
        raise UserError(Fault(problem, "Choose a larger --paper, or leave out --booklet."))
    size = upright.turned if booklet else upright
    said = word_test_sheet(words(ENGLISH), paper_name, printer, booklet)
    faces = lay_out_test_sheet(said, words(ENGLISH), Format(size), theme("standard"))
    front, back = place_on_pages(faces)
    properties = Properties(said.title, ENGLISH, Record("test sheet", command))
    pages = [front, move_back(replace(back, back=True), printer.back_shift)]
    return build_pdf(pages, properties, duplex=printer.flip)
