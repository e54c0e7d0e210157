"""Words of a language that are never printed."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.words import read_language

FILE_KINDS = ("language",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each word whose key is not one of the English words."""
    yield from read_language(file.origin.path).unknown
