"""Sheets of paper, and the pages of booklets that are folded from them."""

from functools import cache

from cardgen.files import DATA, find_by_name
from cardgen.reading.models import Model, read_document
from cardgen.units import Length, Size


class Paper(Model, frozen=True):
    """A sheet of paper, and the stock that is usually cut from it."""

    width: Length
    height: Length
    stock: str
    booklet: str
    """The page that half a sheet is."""

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)


class PageSize(Model, frozen=True):
    """The page of a booklet."""

    width: Length
    height: Length


class Papers(Model, frozen=True):
    """Every paper, and every page of a booklet, by its name."""

    papers: dict[str, Paper]
    booklets: dict[str, PageSize]


@cache
def _sizes() -> Papers:
    return read_document(DATA / "papers.yaml", Papers).model


def papers() -> dict[str, Paper]:
    """The papers, by name."""
    return _sizes().papers


def paper(name: str) -> Paper:
    """The paper called `name`; UserError when there is none."""
    return find_by_name("paper", name, papers())


def book_size(name: str) -> Size:
    """The size of a booklet's page; UserError when there is none of that name."""
    found = find_by_name("size of booklet", name, _sizes().booklets)
    return Size(found.width, found.height)
