"""Texts between curly quotation marks, which are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.characters import CURLY_QUOTED
from cardgen.errors import Fault, shorten
from cardgen.files.tables import is_table
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text whose quotation marks may be meant for the file; a cell of a table needs none."""
    if is_table(file.origin.path):
        return
    for spot, text in file.routine.texts:
        written = file.origin.line(spot)[spot.column - 1 :]
        if not text.isascii() and written[:1] == text[:1] and (found := re.fullmatch(CURLY_QUOTED, text)):
            problem = f"The quotation marks around '{shorten(found[1])}' are printed."
            remedy = "Remove them, or use straight quotes, \" or '. To print them, put straight quotes around them."
            yield replace(file.origin.fault(spot, problem, remedy), warning=True)
