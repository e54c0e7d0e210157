"""Rules for texts that belong to certain steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cardgen.errors import Fault
from cardgen.model.prose import Passage, Prose
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.suggestions import suggest, suggest_text

if TYPE_CHECKING:
    from cardgen.model.program import Program

NOTES = ("prepare", "principles", "after")
TEXTS = ("cue", "detail", "caution", "ask")
"""Texts of a step that may belong to other steps; the first two must always say something."""
NEEDED = TEXTS[:2]
SENTENCE_ENDS = (".", "!", "?")
STOP = "End each of them with a period."


def reference_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Texts that belong to steps that do not exist, and cues and details that may be left without any text."""
    ids = [step.id for step in document.model.steps]
    for part in NOTES:
        for index, note in enumerate(getattr(document.model, part, ())):
            yield from _id_faults(document, (part, index), note.with_steps, ids)
            yield from _prose_faults(document, (part, index, "more"), note.more, ids)
            yield from _list_faults(document, (part, index, "more"), note.more)
    for index, step in enumerate(document.model.steps):
        for field in TEXTS:
            prose, place = getattr(step, field), ("steps", index, field)
            yield from _prose_faults(document, place, prose, ids)
            yield from _list_faults(document, place, prose)
            if field in NEEDED and not any(_is_always_printed(part) for _, part in _parts(place, prose)):
                problem = f"Nothing of the {field} is left in a session without these steps."
                yield document.fault(place, problem, "Add a sentence that does not belong to other steps.")


def program_reference_faults(document: Document[Program]) -> Iterator[Fault]:
    """Notes of a program that belong to steps, which only routines have."""
    for part in ("prepare", "after"):
        for index, note in enumerate(getattr(document.model, part)):
            sentences = _parts((part, index, "more"), note.more)
            passages = [place for place, text in sentences if not _is_always_printed(text)]
            for place in ([(part, index, "with_steps")] if note.with_steps else []) + passages:
                problem = "A program has no steps of its own, so nothing in its lists can belong to one."
                yield document.fault(place, problem, "Write it in the routine that has the step.")


def _list_faults(document: Document[Routine], place: Place, prose: Prose | None) -> Iterator[Fault]:
    """Lists of sentences where one text would do, or whose sentences run into each other."""
    if isinstance(prose, list) and all(isinstance(part, str) for part in prose):
        texts = [part for part in prose if isinstance(part, str)]
        yield document.fault(place, f"{place[-1]}: a list cannot be used here.", suggest_text(texts))
    elif isinstance(prose, list):
        for where, part in _parts(place, prose):
            text = part if isinstance(part, str) else part.text
            if not text.rstrip().endswith(SENTENCE_ENDS):
                yield document.fault(where, "The sentences of this list are printed one after the other.", STOP)


def _prose_faults(
    document: Document[Routine], place: Place, prose: Prose | None, ids: Sequence[str]
) -> Iterator[Fault]:
    for where, part in _parts(place, prose):
        if isinstance(part, Passage):
            yield from _id_faults(document, where, part.with_steps, ids)


def _is_always_printed(part: str | Passage) -> bool:
    return isinstance(part, str) or not part.with_steps


def _parts(place: Place, prose: Prose | None) -> Iterator[tuple[Place, str | Passage]]:
    """The sentences of a text, each with its place."""
    if isinstance(prose, list):
        yield from (((*place, number), part) for number, part in enumerate(prose))
    elif prose is not None:
        yield place, prose


def _id_faults(document: Document[Routine], place: Place, named: Sequence[str], ids: Sequence[str]) -> Iterator[Fault]:
    """Steps that do not exist; after a fault in a step, it may be that one which is missing."""
    if document.faults:
        return
    for number, name in enumerate(named):
        if name not in ids:
            where = (*place, "with_steps", number)
            yield document.fault(where, f"No step of this routine has the id '{name}'.", suggest(name, ids))
