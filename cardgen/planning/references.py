"""Removes from a session the texts that refer to steps that are not in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from cardgen.model.prose import Prose, belongs, text_with
from cardgen.model.routine import Note, Routine, Step
from cardgen.planning.session import SessionPart, Turn


def without_loose_references(parts: Iterable[SessionPart]) -> tuple[SessionPart, ...]:
    """The parts of a session with only the texts that belong to its steps; a routine may be in several parts."""
    parts = tuple(parts)
    return tuple(_resolved(part, _steps_of(part.routine, parts)) for part in parts)


def _steps_of(routine: Routine, parts: Iterable[SessionPart]) -> frozenset[str]:
    """The ids of all steps of a routine that the session does."""
    return frozenset(turn.step.id for part in parts if part.routine == routine for turn in part.turns)


def _resolved(part: SessionPart, steps: frozenset[str]) -> SessionPart:
    turns = tuple(_resolved_turn(turn, steps) for turn in part.turns)
    return replace(part, routine=_resolved_routine(part.routine, steps), turns=turns)


def _resolved_turn(turn: Turn, steps: Collection[str]) -> Turn:
    step = _resolved_step(turn.step, steps)
    repeats = tuple(_resolved_turn(earlier, steps) for earlier in turn.repeats)
    return turn if step is turn.step and repeats == turn.repeats else replace(turn, step=step, repeats=repeats)


def _resolved_step(step: Step, steps: Collection[str]) -> Step:
    """A step with each of its texts as it is printed; most have nothing to leave out."""
    texts: dict[str, Prose | None] = {"cue": step.cue, "detail": step.detail, "caution": step.caution, "ask": step.ask}
    changed = {name: text_with(prose, steps) for name, prose in texts.items() if not _is_plain(prose)}
    return replace(step, **changed) if changed else step


def _is_plain(prose: Prose | None) -> bool:
    return prose is None or isinstance(prose, str)


def _resolved_routine(routine: Routine, steps: Collection[str]) -> Routine:
    """A routine whose lists have only what belongs to its steps."""
    lists = {"prepare": routine.prepare, "principles": routine.principles, "after": routine.after}
    kept = {name: _kept(notes, steps) for name, notes in lists.items()}
    changed = {name: notes for name, notes in kept.items() if notes != lists[name]}
    return replace(routine, **changed) if changed else routine


def _kept(notes: Iterable[Note], steps: Collection[str]) -> list[Note]:
    return [
        note if _is_plain(note.more) else replace(note, more=text_with(note.more, steps))
        for note in notes
        if belongs(note.with_steps, steps)
    ]
