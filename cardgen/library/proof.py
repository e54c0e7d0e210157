"""Proves that a routine can be printed: its rules, its pictures, a glyph for every character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cardgen.artwork.icons import icons
from cardgen.artwork.pictures.album import Album
from cardgen.errors import Fault
from cardgen.library.addition_rules import addition_faults
from cardgen.library.drawing_rules import drawing_faults
from cardgen.library.reference_rules import program_reference_faults, reference_faults
from cardgen.library.step_rules import area_faults, step_faults
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Spot
from cardgen.scene.printability import explain_unprintable
from cardgen.suggestions import suggest

if TYPE_CHECKING:
    from cardgen.model.program import Program

WARNING_SIGNS = ("caution", "no-go", "stop")
"""Icons of what must not happen: not every print has the lists of what to do."""


def prove_routine(document: Document[Routine]) -> Album:
    """The routine with its pictures; UserError with every fault if it cannot be printed."""
    return add_pictures(document, routine_faults(document))


def add_pictures(document: Document[Routine], faults: Iterable[Fault]) -> Album:
    """A routine with its pictures, when all its other `faults` are known; UserError with every fault."""
    album = Album(document)
    document.raise_faults((*faults, *album.faults))
    return album


def routine_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Every fault of a routine, except those of its pictures."""
    yield from _rule_faults(document)
    yield from drawing_faults(document)
    yield from _glyph_faults(document)


def program_faults(document: Document[Program]) -> Iterator[Fault]:
    """Every fault of a program itself; its routines are proved one by one."""
    yield from _icon_faults(document, ("prepare", "after"))
    yield from _misplaced_cautions(document, ("prepare",))
    yield from program_reference_faults(document)
    yield from _length_faults(document)
    yield from _glyph_faults(document)


def _rule_faults(document: Document[Routine]) -> Iterator[Fault]:
    yield from area_faults(document, ("area",), document.model.area)
    yield from _icon_faults(document, ("prepare", "principles", "after"))
    yield from _misplaced_cautions(document, ("prepare", "principles"))
    yield from _length_faults(document)
    yield from _side_faults(document)
    yield from step_faults(document)
    yield from reference_faults(document)
    yield from addition_faults(document)


def _side_faults(document: Document[Routine]) -> Iterator[Fault]:
    """What is done between two sides, in a routine that has no other side."""
    if document.model.before_other_side and not document.model.sides:
        problem = "This routine is not done on one side and then on the other."
        remedy = "Write 'sides: each' above 'steps' if it is. For a step with 'sides', write this in its 'detail'."
        yield document.fault(("before_other_side",), problem, remedy)


def _length_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    """Lengths that do not increase from short to long."""
    given = document.model.lengths.given
    if given != sorted(given):
        problem = f"These lengths do not increase: {', '.join(map(str, given))}."
        yield document.fault(("lengths",), problem, "Make 'short' the smallest and 'long' the largest.")


def _icon_faults(document: Document[Routine] | Document[Program], lists: Sequence[str]) -> Iterator[Fault]:
    """Notes with an icon that does not exist."""
    for part in lists:
        for index, note in enumerate(getattr(document.model, part)):
            if note.icon not in icons():
                place = (part, index, "icon")
                yield document.fault(place, f"There is no icon '{note.icon}'.", suggest(note.icon, icons()))


def _misplaced_cautions(document: Document[Routine] | Document[Program], lists: Sequence[str]) -> Iterator[Fault]:
    """Notes with a warning sign in lists that are not on every print."""
    for part in lists:
        for index, note in enumerate(getattr(document.model, part)):
            if note.icon in WARNING_SIGNS:
                problem = f"'{part}' is not on every print, so no warning belongs here."
                remedy = (
                    "Move it to 'not_with' (leave all of it out), 'cautions' (every step) or 'ask' (before the first)."
                )
                yield document.fault((part, index, "icon"), problem, remedy)


def _glyph_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    """Texts that the fonts cannot print."""
    unprinted = _unprinted_texts(document)
    for spot, text in document.texts:
        if not text.isascii() and spot not in unprinted and (found := explain_unprintable(text)):
            yield document.fault_at(spot, *found)


def _unprinted_texts(document: Document[Routine] | Document[Program]) -> set[Spot]:
    """The places of the names of pictures."""
    steps = document.model.steps if isinstance(document.model, Routine) else ()
    return {document.spots.at(("steps", index, "image")) for index, step in enumerate(steps) if step.image}
