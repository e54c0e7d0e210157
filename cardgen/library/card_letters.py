"""Ensures that no two routines of a session give their cards the same names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product

from cardgen.errors import Fault
from cardgen.files.finding import files_in
from cardgen.files.folders import shipped_folder
from cardgen.files.reading import read_text
from cardgen.model.card_name import WORDS, initial
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document, parse_document

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The letters that cannot be mistaken for a number."""


def letter_faults(documents: Iterable[Document[Routine]]) -> Iterator[Fault]:
    """A fault for each routine whose letter another one has in the same session."""
    first: dict[str, Document[Routine]] = {}
    for document in documents:
        letter = document.model.card_letter
        other = first.setdefault(letter, document)
        if other.path.resolve() != document.path.resolve():
            yield _clash(*((other, document) if _is_shipped(document) else (document, other)), first)


def _is_shipped(document: Document[Routine]) -> bool:
    return document.path.resolve().is_relative_to(shipped_folder("routines").resolve())


def _clash(document: Document[Routine], other: Document[Routine], used: Collection[str]) -> Fault:
    """The fault that the cards of two routines have the same names; the user's own file is the one to change."""
    letter = document.model.card_letter
    problem = f"Its cards are named {letter}1, {letter}2, ..., like those of '{other.model.name}'."
    remedy = f"Write 'letter: {_free_letter(document.model, used)}', or another letter, below 'area'."
    return document.fault(("letter",) if document.model.letter else ("name",), problem, remedy, key=True)


def _free_letter(routine: Routine, used: Collection[str]) -> str:
    """A letter that no routine of the session or of cardgen has: that of the routine's name if possible."""
    taken = {*used, *_shipped_letters(), *WORDS, ""}
    pairs = map("".join, product(ALPHABET, repeat=2))
    own = filter(str.isascii, [initial(routine.name)])  # no others can be written there
    return next(letter for letter in chain(own, ALPHABET, pairs) if letter not in taken)


def _shipped_letters() -> Iterator[str]:
    """The letters of cardgen's own routines."""
    for path in files_in(shipped_folder("routines")).values():
        yield parse_document(path, read_text(path), Routine).model.card_letter
