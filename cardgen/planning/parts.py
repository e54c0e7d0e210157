"""The parts of a session from its draft: steps with their amounts, numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cardgen.planning.candidates import WantedRoutine
from cardgen.planning.doses import apply_dose
from cardgen.planning.draft import PartDraft, SessionDraft, StepDose
from cardgen.planning.references import without_loose_references
from cardgen.planning.session import SessionPart, Turn


def usual_draft(wanted: Sequence[WantedRoutine]) -> SessionDraft:
    """Every step with its usual amount."""
    draft = SessionDraft(wanted)
    for number, part in enumerate(wanted):
        for step, candidate in enumerate(part.candidates):
            draft.add(StepDose(number, step, candidate.usual))
    return draft


def make_parts(draft: SessionDraft, as_written: bool) -> tuple[SessionPart, ...]:
    """The parts of a session that have any steps; numbers run from 1 on through all of them."""
    parts, number = list[SessionPart](), 1
    for part in draft.parts:
        if part.has_steps:
            parts.append(SessionPart(part.wanted.routine, tuple(_turns(part, number, as_written))))
            number += len(parts[-1].turns)
    return without_loose_references(parts)


def _turns(part: PartDraft, first: int, as_written: bool) -> Iterator[Turn]:
    """The steps of a part, each with those that it does again."""
    done: dict[int, Turn] = {}
    names = part.wanted.routine.card_names
    for number, place in enumerate(part.present, first):
        candidate, dose = part.candidates[place], part.doses[place]
        assert dose is not None
        again = {one: replace(done[one], seconds=time) for one, time in part.done_again(place)}
        others = tuple(done[one] for one in candidate.repeats if one in done and one not in again)
        seconds = candidate.doses[dose].seconds
        step = candidate.step if as_written else apply_dose(candidate.step, candidate.doses[dose])
        done[place] = Turn(
            number, names[step.id], step, candidate.area, seconds, candidate.setup, tuple(again.values()), others
        )
        yield done[place]
