"""Sheets of paper, and the pages of booklets that are folded from them."""

from functools import cache

from cardgen.files.finding import find_by_name
from cardgen.files.folders import DATA
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.units import MM, Length, Size

DEFAULT_PAPER = "a4"
"""The paper that is printed on unless another one is asked for."""
TOLERANCE = 0.1 * MM
"""Points by which lengths from data may be off, because their sources round them."""
ROUNDING_ERROR = 0.01
"""Points by which computed lengths may be off."""


class Paper(Model, frozen=True):
    """A sheet of paper, and the usual products of it."""

    width: Length
    height: Length
    stock: str
    """The stock that is cut from it unless another one is asked for."""
    booklet: str
    """The booklet page that is half a sheet."""

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)


class BookletPage(Model, frozen=True):
    """The page of a booklet."""

    width: Length
    height: Length


class PaperSizes(Model, frozen=True):
    """Every paper and every booklet page, by its name."""

    papers: dict[str, Paper]
    booklets: dict[str, BookletPage]


@cache
def _sizes() -> PaperSizes:
    return read_document(DATA / "papers.yaml", PaperSizes).model


def papers() -> dict[str, Paper]:
    """The papers, by name."""
    return _sizes().papers


def paper(name: str) -> Paper:
    """The paper called `name`; UserError when there is none."""
    return find_by_name("paper", name, papers())


@cache
def booklet_pages() -> dict[str, Size]:
    """The sizes of booklet pages, by name."""
    return {name: Size(page.width, page.height) for name, page in _sizes().booklets.items()}


def booklet_page(name: str) -> Size:
    """The size of the booklet page called `name`; UserError when there is none."""
    return find_by_name("booklet size", name, booklet_pages())
