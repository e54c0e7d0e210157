"""Finds what fits into a short time when the essential parts of a session do not all fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.model.vocabulary import MOST_SESSION
from cardgen.planning.candidates import WantedRoutine
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.growth import UNFILLED, Growth
from cardgen.planning.schedule import announced_minutes, minutes_around
from cardgen.planning.session import LeftOut

MOST_PROPOSED = 3
"""Routines that are proposed instead of a program."""


class Excerpt(Struct, frozen=True):
    """The most important parts of a session, in the order of the session."""

    parts: tuple[WantedRoutine, ...]
    minutes: int
    """The least that they take together."""

    @property
    def names(self) -> str:
        return " + ".join(part.routine.name for part in self.parts)


def least_minutes_of(selection: Selection, wanted: Sequence[WantedRoutine]) -> int:
    """Minutes of the shortest session with every essential part.

    If nothing in it can be shorter than written, these are the minutes that its prints announce.
    """
    seconds = next(Growth(wanted).stages()).seconds
    steady = all(one.must and not one.usual for part in wanted for one in part.candidates)
    alike = len({part.selected.keep for part in wanted}) == 1
    return (announced_minutes if steady and alike else minutes_around)(selection, seconds)


def excerpts(selection: Selection, wanted: Sequence[WantedRoutine]) -> list[Excerpt]:
    """The most important part, the two most important ones, and so on up to all essential parts."""
    ordered = sorted(wanted, key=lambda part: part.selected.worth)
    core = [part for part in ordered if part.selected.keep == ordered[0].selected.keep]
    found = []
    for count in range(1, len(core) + 1):
        parts = tuple(part for part in wanted if part in core[:count])
        found.append(Excerpt(parts, least_minutes_of(selection, parts)))
    return found


def fit_parts(
    selection: Selection, wanted: Sequence[WantedRoutine], asked: int
) -> tuple[Sequence[WantedRoutine], list[LeftOut]]:
    """The parts that there is time for, and those that there is none for; UserError if not even one fits."""
    found = excerpts(selection, wanted)
    fitting = [excerpt for excerpt in found if excerpt.minutes <= asked]
    if not fitting:
        raise too_short(selection, wanted, asked)
    if len(fitting) == len(found):
        return wanted, []
    comes = _minutes_of_parts(selection, wanted)
    comes |= {part.routine.name: excerpt.minutes for excerpt in reversed(found) for part in excerpt.parts}
    kept = fitting[-1].parts
    gone = [part.routine.name for part in wanted if part not in kept]
    return kept, [LeftOut(name, "part", name, comes.get(name)) for name in gone]


def _minutes_of_parts(selection: Selection, wanted: Sequence[WantedRoutine]) -> dict[str, int]:
    """The minutes from which on a whole session has each part."""
    found: dict[str, int] = {}
    for stage in Growth(wanted).stages():
        for addition in stage.additions:
            found.setdefault(wanted[addition.part].routine.name, minutes_around(selection, stage.seconds))
    return found


def too_short(selection: Selection, wanted: Sequence[WantedRoutine], asked: int) -> UserError:
    """The report of a time in which a session is not what its name says, with what does fit."""
    least = least_minutes_of(selection, wanted)
    option = f": <minutes={least}>" if least <= MOST_SESSION else ""
    remedy = f"The shortest takes {least} minutes{option}. {_proposal(selection, wanted, asked)}"
    name = wanted[0].routine.name if len(wanted) == 1 else selection.name
    return UserError(Fault(f"{asked} minutes is not enough for a complete session of '{name}'.", remedy))


def _fills(selection: Selection, part: WantedRoutine, asked: int) -> bool:
    """Whether a routine alone fills the minutes asked for, or nearly."""
    times = [minutes_around(selection, stage.seconds) for stage in Growth([part.without_least()]).stages()]
    return times[0] <= asked <= times[-1] + UNFILLED * asked


def _proposal(selection: Selection, wanted: Sequence[WantedRoutine], asked: int) -> str:
    """Sessions that fit: one of the parts alone, or the most important ones together."""
    fitting = [excerpt for excerpt in excerpts(selection, wanted) if excerpt.minutes <= asked]
    filling = (part for part in sorted(wanted, key=lambda part: part.selected.worth) if _fills(selection, part, asked))
    alone = [part.routine.name for part in islice(filling, MOST_PROPOSED)]
    if len(wanted) == 1 or not (fitting or alone):
        return "Or choose single steps with <steps>."
    found = [f"{' or '.join(filter(None, [', '.join(alone[:-1]), alone[-1]]))} alone"] if alone else []
    if fitting and len(fitting[-1].parts) > 1:
        found.append(f"{fitting[-1].names} with <as_much_as_fits>")
    return f"In {asked} minutes there is time for {'; or for '.join(found)}."
