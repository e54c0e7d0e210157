"""The routines that a session is made from: one, several, or the routines of a program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.routine import Lengths, Note, QuietTime, Routine, Step
from cardgen.model.safety import Safety
from cardgen.model.vocabulary import MOST_STEPS, Rank
from cardgen.reading.documents import SourceText

if TYPE_CHECKING:
    from cardgen.artwork.pictures.picture import Picture

RANKS: tuple[Rank, ...] = get_args(Rank)
"""The parts that a session must have come first."""


class SelectedRoutine(Struct, frozen=True):
    """A routine, and the share of a session that it may have."""

    routine: Routine
    minutes: float | None = None
    """Its share of a session of the usual length."""
    least: float | None = None
    """The least minutes that it takes in any session."""
    keep: Rank = "core"
    """core: without it, the session is not what its name says."""
    priority: int | None = None
    """Among parts with the same `keep`: 1 comes first."""
    chosen: tuple[Step, ...] = ()
    """The steps that a program names, in its order; empty for all steps of the routine."""
    file: Path | None = None
    """The file that the routine was read from."""

    @property
    def steps(self) -> Sequence[Step]:
        """The steps that may be done, in order."""
        return self.chosen or self.routine.steps

    @property
    def worth(self) -> tuple[int, int]:
        """How soon it comes in: the smallest comes first."""
        return RANKS.index(self.keep), self.priority or MOST_STEPS


class Selection(Struct, frozen=True):
    """Routines in the order in which they are done."""

    name: str
    routines: tuple[SelectedRoutine, ...]
    lengths: Lengths = Lengths()
    prepare: tuple[Note, ...] = ()
    """What to prepare for the whole session; empty when each routine has its own list."""
    after: tuple[Note, ...] = ()
    """What to do after the whole session; empty when each routine has its own list."""
    safety: Safety = Safety()
    """The safety rules for the whole session, in addition to those of each routine."""
    settle: QuietTime | None = None
    """Time before the first step; None leaves it to the first routine."""
    rest: QuietTime | None = None
    """Time after the last step; None leaves it to the last routine."""
    usual: int | None = None
    """The minutes of a session when nobody asks for others; None for everything as it is written."""
    sources: tuple[SourceText, ...] = ()
    """The files that the routines were read from."""
    pictures: dict[str, Picture] = {}
    """By the paths that the steps name."""

    @property
    def routine_names(self) -> list[str]:
        return [selected.routine.name for selected in self.routines]

    @property
    def before_first(self) -> QuietTime | None:
        """Time before the first step, as the program or its first routine says."""
        return self.routines[0].routine.settle if self.settle is None else self.settle

    @property
    def after_last(self) -> QuietTime | None:
        """Time after the last step, as the program or its last routine says."""
        return self.routines[-1].routine.rest if self.rest is None else self.rest

    def reordered(self, routines: Sequence[SelectedRoutine]) -> Selection:
        """The same routines in another order; a program keeps its name."""
        named = self.usual is not None or len(routines) == 1
        name = self.name if named else " + ".join(selected.routine.name for selected in routines)
        return replace(self, name=name, routines=tuple(routines))

    def without_limits(self) -> Selection:
        """The same without lengths and shares, for steps that are chosen by hand."""
        routines = tuple(replace(selected, minutes=None, least=None) for selected in self.routines)
        return replace(self, routines=routines, lengths=Lengths(), usual=None)

    @classmethod
    def of(cls, *routines: Routine) -> Selection:
        """Routines that are named one by one."""
        name = " + ".join(routine.name for routine in routines)
        lengths = routines[0].lengths if len(routines) == 1 else Lengths()
        return cls(name, tuple(map(SelectedRoutine, routines)), lengths)
