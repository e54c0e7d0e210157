"""Words that a language lacks, so that English ones are printed."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.words import read_language

FILE_KINDS = ("language",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each section of words with gaps."""
    yield from read_language(file.origin.path).missing
