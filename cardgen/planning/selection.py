"""The routines that a session is made from: one, several, or those of a program."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.picture import Picture
from cardgen.model.routine import Lengths, Note, Routine
from cardgen.model.vocabulary import Rank
from cardgen.reading.models import SourceText


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
    sources: tuple[SourceText, ...] = ()
    """The files that all this was read from."""
    pictures: dict[str, Picture] = {}
    """By the paths that the steps name."""

    def ordered(self, entries: Sequence[Entry]) -> Selection:
        """The same routines in another order; the name of a program stays."""
        named = self.usual is not None or len(entries) == 1
        name = self.name if named else " + ".join(entry.routine.name for entry in entries)
        return replace(self, name=name, entries=tuple(entries))

    def whole(self) -> Selection:
        """Without lengths and shares: somebody chooses the steps by hand."""
        entries = tuple(replace(entry, minutes=None) for entry in self.entries)
        return replace(self, entries=entries, lengths=Lengths(), usual=None)

    @classmethod
    def of(cls, *routines: Routine) -> Selection:
        """Routines that somebody names one by one."""
        name = " + ".join(routine.name for routine in routines)
        lengths = routines[0].lengths if len(routines) == 1 else Lengths()
        return cls(name, tuple(map(Entry, routines)), lengths)
