"""The job that prints a test sheet for a printer."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault, UserError
from cardgen.jobs.job import Job, name_faults
from cardgen.jobs.printout import Printout
from cardgen.jobs.saved_printer import fill_in_printer
from cardgen.layouts.reference.calibration import lay_out_test_sheet
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.scene.pages import Flip
from cardgen.scene.record import Record
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.printer import Printer
from cardgen.sheets.registration import move_back
from cardgen.units import MM, Shift, Size
from cardgen.wording.calibration import TestSheetWords, word_test_sheet
from cardgen.wording.words import ENGLISH, words

LEAST_WIDE = 200 * MM
"""A landscape sheet must be this high for the bank card and the words above and below it."""


class CalibrationJob(Job, frozen=True, kw_only=True):
    """A test sheet printed on both sides, to see whether fronts and backs meet."""

    command: ClassVar = "calibrate"

    paper: str = "a4"
    """The paper in the printer: a4, letter, ..."""
    flip: Flip | None = None
    """The edge on which the printer turns sheets over.  [default: long]"""
    booklet: bool = False
    """For booklets: a landscape sheet, turned over on its short edge."""
    printer: str | None = None
    """A printer saved by `cardgen calibrate --save`: its flip and back shift."""
    back_shift: Shift | None = None
    """Move backs right and down by these distances in mm, such as -0.5,1."""

    def settle(self) -> None:
        fill_in_printer(self, self.printer)

    def rules(self) -> Iterator[Fault]:
        yield from name_faults("paper", self.paper, papers())
        if self.booklet and self.flip == "long":
            yield Fault("The sheets of a booklet are turned over on their short edge.", "Leave out <flip>.")

    @property
    def file_name(self) -> str:
        return "calibrate.pdf"

    @property
    def profile(self) -> Printer:
        """The printer that the sheet is for, as far as it is known."""
        flip = "short" if self.booklet else self.flip or "long"
        return Printer(self.back_shift or Shift((0.0, 0.0)), flip=flip)

    @property
    def instructions(self) -> TestSheetWords:
        """How to read the sheet."""
        return word_test_sheet(words(ENGLISH), self.paper, self.profile, self.booklet)

    def run(self) -> Printout:
        instructions, profile = self.instructions, self.profile
        faces = lay_out_test_sheet(instructions, words(ENGLISH), Format(self._size()), theme("standard"))
        front, back = place_on_pages(faces)
        pages = [front, move_back(replace(back, back=True), profile.back_shift)]
        record = Record("test sheet", self.request)
        return Printout(
            data=build_pdf(pages, Properties(instructions.title, ENGLISH, record), duplex=profile.flip),
            summary=f"front and back of one sheet of {self.paper}",
            pages=2,
            record=record,
            advice=tuple(_advise(profile)),
        )

    def _size(self) -> Size:
        """The size of the sheet as it is read; UserError when it is too small for a booklet's test sheet."""
        upright = paper(self.paper).size
        if self.booklet and upright.width < LEAST_WIDE:
            problem = f"A booklet's test sheet does not fit on {self.paper}."
            raise UserError(Fault(problem, "Choose a larger <paper>, or leave out <booklet>."))
        return upright.turned if self.booklet else upright


def _advise(profile: Printer) -> Iterator[str]:
    yield f"Print it at 100% (actual size), on both sides, flipped on the {profile.flip} edge. (On a one-sided"
    yield f"printer: print page 1, turn the sheet over on its {profile.flip} edge, print page 2.) Then:"
    if any(profile.back_shift):
        yield f"(Its back is already moved by {profile.back_shift}. Add what you read now to that.)"
