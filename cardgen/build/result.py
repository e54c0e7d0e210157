"""What is printed, and what a person must know to print it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.pdf.document import write
from cardgen.say.words import ENGLISH
from cardgen.scene import Face
from cardgen.sheet import Grid, fit_grid, one_to_a_page


class Print(Struct, frozen=True):
    """A finished PDF, and what a person must know to print it."""

    data: bytes
    pages: int
    cards: int
    grid: Grid


def print_pages(faces: Sequence[Face], tagged: bool = True) -> Print:
    """Faces that are whole pages, `tagged` for screen readers."""
    pages, size = one_to_a_page(faces), faces[0].size
    return Print(write(pages, faces[0].name, ENGLISH, tagged=tagged), len(pages), len(faces), fit_grid(size, size))
