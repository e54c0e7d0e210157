"""The times that authors do not give: strokes, changeovers, settling in and resting."""

from functools import cache
from typing import Annotated

import msgspec

from cardgen.files.folders import DATA
from cardgen.model.areas import Cleaning
from cardgen.model.routine import Step
from cardgen.model.tempo import Tempo
from cardgen.model.vocabulary import Technique
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

Seconds = Annotated[int, msgspec.Meta(ge=1, le=3600)]
Setup = tuple[str, str, str]
"""Where everybody is for a step: the receiver's position, the area, the giver's place. Changing it takes time."""
ROUNDING = 5
"""Times are multiples of this many seconds."""


class TechniqueTempo(Model, frozen=True):
    """Seconds of one stroke, and of going over the whole area once."""

    once: Seconds
    least: int
    """The fewest strokes that do any good."""
    over: Seconds
    areas: dict[str, Seconds] = {}
    """Seconds of one stroke, in areas where it takes longer or shorter."""
    in_place: Seconds | None = None
    """One time that goes nowhere, if that is shorter."""
    ease: int | None = None
    """Around a hold that an author times: finding the spot, easing in and out; none of a stroke that goes somewhere."""


class TimeShare(Model, frozen=True):
    """A part of the time of a session, within limits in seconds."""

    part: float
    least: int
    most: int

    def seconds(self, time: int) -> int:
        """The share of a time, rounded."""
        return min(max(self.least, round_seconds(self.part * time)), self.most)


class Tempos(Model, frozen=True, kw_only=True):
    """Every duration that authors need not give, in seconds unless noted."""

    techniques: dict[Technique, TechniqueTempo]
    several: int
    """Times."""
    spots: int
    """Number of spots."""
    named_spots: dict[str, int]
    """Number of spots whose number an author need not give."""
    usual_over: int
    """Times over the area."""
    moment: Seconds
    beat: Seconds
    breath: Seconds
    slow_breath: Seconds
    until: Seconds
    variant: Seconds
    turn_over: Seconds
    change_area: Seconds
    change_side: Seconds
    change_routine: Seconds
    move: Seconds
    clean: dict[Cleaning, Seconds]
    """The giver's hands."""
    settle: TimeShare
    rest: TimeShare
    spare: int
    """The rest may be longer by this, to fill the minutes asked for."""
    again: int
    """A step that is done again takes one part in this many of its first time."""
    lengths: dict[str, float]
    """Parts of the usual length of a session."""


@cache
def tempos() -> Tempos:
    """The durations of `tempos.yaml`, which names their sources."""
    return read_document(DATA / "tempos.yaml", Tempos).model


def tempo(technique: Technique, area: str, moves: bool = True) -> Tempo:
    """The tempo of a technique in a body area; `moves`: it goes somewhere."""
    known = tempos()
    own = known.techniques[technique]
    return Tempo(
        once=own.areas.get(area, own.once) if moves or not own.in_place else own.in_place,
        ease=own.ease,
        over=own.over,
        usual_over=known.usual_over,
        several=known.several,
        spots=known.spots,
        named=known.named_spots,
        moment=known.moment,
        until=known.until,
        beat=known.beat,
        breath=known.breath,
        slow_breath=known.slow_breath,
        change_side=known.change_side,
    )


def least_useful_seconds(technique: Technique, area: str) -> int:
    """The shortest time of a technique in a body area that does any good."""
    return round_seconds(tempos().techniques[technique].least * tempo(technique, area).once)


def round_seconds(time: float) -> int:
    """The nearest multiple of five seconds, and not 0."""
    return max(ROUNDING, ROUNDING * int(time / ROUNDING + 0.5))


def seconds_on_sides(step: Step, seconds: int) -> int:
    """Seconds on all sides of a step that takes `seconds` on one."""
    return 2 * seconds + tempos().change_side if step.twice else seconds


@cache
def changeover(one: Setup, other: Setup) -> int:
    """Seconds between two setups: the longest change among the receiver's position, the area and the giver's place.

    The same both ways; going from A to C never takes longer than going by way of B.
    """
    return next((time for time, a, b in zip(_change_times(), one, other, strict=True) if a != b), 0)


def change_routine(end: Setup, start: Setup) -> int:
    """Seconds from the end of a routine to the start of the next one."""
    return max(changeover(end, start), tempos().change_routine)


def moves_between_sides(end: str, start: str) -> bool:
    """Whether the receiver moves between the two sides of a routine: one who lies on a side turns to the other."""
    return end != start or end == "side"


def change_side(end: Setup, start: Setup) -> int:
    """Seconds from the end of a routine on one side to its start on the other."""
    return tempos().turn_over if moves_between_sides(end[0], start[0]) else tempos().change_side


def _change_times() -> tuple[int, int, int]:
    """Seconds of a change of position, of area and of place, the longest first."""
    return tempos().turn_over, tempos().change_area, tempos().move
