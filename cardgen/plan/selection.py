"""The routines that a session is made from: one, several, or those of a program."""

from __future__ import annotations

from msgspec import Struct

from cardgen.routine import Lengths, Note, Rank, Routine


class Entry(Struct, frozen=True):
    """A routine in a selection."""

    routine: Routine
    minutes: float | None = None
    """What it may take at most in a session of the usual length."""
    keep: Rank = "core"
    """What a short session gives up last and first."""


class Selection(Struct, frozen=True):
    """Routines in the order in which they are done."""

    name: str
    entries: tuple[Entry, ...]
    lengths: Lengths = Lengths()
    prepare: tuple[Note, ...] = ()
    """What to prepare for the whole; empty when each routine says it for itself."""
    after: tuple[Note, ...] = ()
    usual: int | None = None
    """The minutes of a session when nobody asks for others; None for everything as it is written."""

    @classmethod
    def of(cls, *routines: Routine) -> Selection:
        """Routines that somebody names one by one."""
        name = " + ".join(routine.name for routine in routines)
        lengths = routines[0].lengths if len(routines) == 1 else Lengths()
        return cls(name, tuple(map(Entry, routines)), lengths)
