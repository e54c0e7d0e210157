"""Explains what a session leaves out or shortens, and from how many minutes on it would not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.model.routine import Routine
from cardgen.planning.candidates import Candidate
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.draft import PartDraft, SessionDraft
from cardgen.planning.growth import Stage
from cardgen.planning.schedule import minutes_around
from cardgen.planning.session import LeftOut, Reason

Comes = dict[tuple[int, int], int]
"""The minutes from which on a step of a part is in the session."""


def list_left_out(selection: Selection, draft: SessionDraft, later: Sequence[Stage]) -> Iterator[LeftOut]:
    """Everything that the session has no time for; `later`: how it would grow."""
    comes: Comes = {}
    for stage in later:
        for part, step, _ in stage.additions:
            comes.setdefault((part, step), minutes_around(selection, stage.seconds))
    for number, drafted in enumerate(draft.parts):
        yield from _of_part(number, drafted, comes)


def _of_part(number: int, part: PartDraft, comes: Comes) -> Iterator[LeftOut]:
    name, cards = part.wanted.routine.name, part.wanted.routine.card_names
    if not part.has_steps:
        opening = next(place for place, candidate in enumerate(part.candidates) if candidate.must)
        yield LeftOut(name, "part", name, comes.get((number, opening)))
        return
    for place, candidate in enumerate(part.candidates):
        dose = part.doses[place]
        if dose is None:
            reason: Reason = "extra" if candidate.keep == "extra" else "detail"
            yield LeftOut(candidate.step.name, reason, name, comes.get((number, place)), str(cards[candidate.step.id]))
        else:
            yield from _of_step(candidate, dose, part.wanted.routine)


def _of_step(candidate: Candidate, dose: int, routine: Routine) -> Iterator[LeftOut]:
    done = candidate.doses[dose]
    if done.shorter:
        yield LeftOut(candidate.step.name, "fewer", routine.name, card=str(routine.card_names[candidate.step.id]))
    for variant in candidate.step.variants[len(done.variants) :]:
        yield LeftOut(variant.name, "variant", routine.name)
