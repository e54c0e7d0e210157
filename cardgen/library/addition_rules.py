"""Rules for the keys that an author adds to a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.errors import Fault
from cardgen.model.routine import Routine, Step
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place


def addition_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Keys that `ours` names and that do not exist."""
    routine = document.model
    yield from _missing_keys(document, (), routine, routine.ours)
    for index, step in enumerate(routine.steps):
        yield from _missing_keys(document, ("steps", index), step, () if step.ours == "all" else step.ours)


def _missing_keys(
    document: Document[Routine], place: Place, owner: Routine | Step, keys: Sequence[str]
) -> Iterator[Fault]:
    if document.faults:  # a key with a fault may have been left out
        return
    for number, key in enumerate(keys):
        if not getattr(owner, key):
            problem = f"'ours' names '{key}', which is not written here."
            yield document.fault((*place, "ours", number), problem, f"Write '{key}', or remove it from 'ours'.")
