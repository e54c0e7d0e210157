"""What is printed, and what a person must know to print it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.pdf.document import write
from cardgen.say.words import ENGLISH
from cardgen.scene import Face
from cardgen.sheets.cards import one_to_a_page


class Print(Struct, frozen=True):
    """A finished PDF, and what a person must know to print it."""

    data: bytes
    pages: int
    cards: int
    cut_off: tuple[str, ...] = ()
    """The names of the faces that have content in the border that the printer cannot reach."""


def print_pages(faces: Sequence[Face]) -> Print:
    """Faces that are whole pages."""
    return Print(write(one_to_a_page(faces), faces[0].name, ENGLISH), len(faces), len(faces))
