"""A test sheet for a printer."""

from __future__ import annotations

from cardgen.layouts.calibration import lay_out_test_sheet
from cardgen.layouts.parts import Kit
from cardgen.pdf.document import write
from cardgen.printer import Printer
from cardgen.registration import move_backs
from cardgen.say.calibration import word_test_sheet
from cardgen.say.words import ENGLISH, words
from cardgen.scene import Page, Placed
from cardgen.sheet import paper
from cardgen.theme import theme
from cardgen.units import Box


def print_test_sheet(printer: Printer, *, paper_name: str = "a4") -> bytes:
    """A PDF of two pages, front and back; the back is moved as the printer needs it, to see whether that is right."""
    size = paper(paper_name).size
    said = word_test_sheet(words(ENGLISH), paper_name, printer.flip)
    faces = lay_out_test_sheet(Kit(size, theme("standard")), words(ENGLISH), said)
    pages = [
        Page(size, (Placed(face, Box(0, 0, *size), order=side),), back=bool(side)) for side, face in enumerate(faces)
    ]
    return write(
        move_backs(pages, printer.back_shift), said.title, ENGLISH, "Long" if printer.flip == "long" else "Short"
    )
