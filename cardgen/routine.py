"""What an author writes: routines and their steps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cardgen.faults import ID_PATTERN
from cardgen.files import collection, shipped
from cardgen.reading import Model

Technique = Literal[
    "effleurage", "feathering", "kneading", "squeezing", "wringing", "compression", "pressing", "press-and-hold",
    "friction", "circles", "sawing", "skin-rolling", "skin-lifting", "knuckling", "forearm", "stripping",
    "hacking", "tapping", "rocking", "joint-movement", "stretching", "holding",
]  # fmt: skip
HandPart = Literal[
    "palms", "heel-of-hand", "edge-of-hand", "fingertips", "thumbs", "stacked-thumbs", "thumb-and-finger", "v-hand",
    "knuckles", "fist", "forearm", "hand-on-hand", "support",
]  # fmt: skip
Direction = Literal[
    "toward-head", "toward-feet", "up-and-back", "across", "both-ways", "outward", "inward", "toward-spine",
    "away-from-spine", "toward-chest", "clockwise", "counterclockwise", "circles-both-ways", "round", "in-place",
    "still",
]  # fmt: skip
GiverPlace = Literal["head", "feet", "left", "right", "square-on", "kneeling"]
Position = Literal["prone", "supine", "side", "seated"]
Level = Literal["none", "feather", "light", "medium", "firm", "deep"]
Sides = Literal["each", "right-then-left", "left-then-right", "far-then-near", "near", "together"]
Keep = Literal["opening", "core", "detail", "extra", "closing"]
Rank = Literal["core", "detail", "extra"]
Limb = Literal["side", "leg", "arm", "foot", "hand"]

Sign = Literal[
    "glide", "back", "on", "circles", "ring", "rotation", "roll", "knead", "wring", "squeeze", "press", "hold",
    "rock", "saw", "hack", "tap", "skin-roll", "lift", "forearm", "stretch", "feather", "hand", "support", "still",
]  # fmt: skip
"""The signs of the stroke notation."""

LEAST_SESSION, MOST_SESSION = 5, 180
"""Minutes of a session."""

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=48)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=72)]
Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN)]
Positive = Annotated[int, msgspec.Meta(ge=1, le=999)]
MOST_LISTED, MOST_STROKES = 30, 20
"""Nothing on a card has more parts, no drawing more strokes; it keeps one card from holding up all others."""
MOST_STEPS = 2000
"""Of a routine or a program: far more than anybody can do in a day."""
Count = Positive | Annotated[list[Positive], msgspec.Meta(min_length=2, max_length=2)] | Literal["several"]
"""A number, a range such as [3, 5], or "several". (A list: msgspec 0.22 crashes on a tuple beside literals.)"""


Number = Annotated[float, msgspec.Meta(gt=0, le=999)]


class About(Model, frozen=True, kw_only=True):
    """An estimate, printed with the word "about"."""

    about: Number
    least: Number | None = None
    """How short and how long it may become in a session of a certain length."""
    most: Number | None = None


SessionMinutes = Annotated[int, msgspec.Meta(ge=LEAST_SESSION, le=MOST_SESSION)]
Minutes = Number | About
"""A time the author states, or an estimate of it."""
Many = msgspec.Meta(max_length=MOST_LISTED)
Reach = Annotated[float, msgspec.Meta(ge=1, le=600)]
"""A length in a view's units; views are up to about 1,000 units wide."""


class Hands(Model, frozen=True, kw_only=True):
    """Which part of the hand works, and what the other hand does."""

    use: HandPart
    say: Short | None = None
    """Words for the card in place of the name of the hand part."""
    note: Short | None = None
    one: Text | None = None
    """What the first hand does, when `other` is not enough: "is under the heel"."""
    other: Text | None = None
    """What the other hand does: "rests on the sacrum"."""


class Giver(Model, frozen=True, kw_only=True):
    """Where the giver is, when more must be said than the place."""

    at: GiverPlace
    note: Text


class Receiver(Model, frozen=True, kw_only=True):
    """How the receiver lies or sits, when more must be said than the position."""

    position: Position
    note: Text


class Zone(Model, frozen=True, kw_only=True):
    """A place inside the stroke where the pressure is another one."""

    at: Short
    """The place in words: "back of the knee"."""
    level: Level


class Pressure(Model, frozen=True, kw_only=True):
    """How hard: one level or a range, or one level out and another one back."""

    level: Level | Annotated[list[Level], msgspec.Meta(min_length=2, max_length=2)] | None = None
    out: Level | None = None
    back: Level | None = None
    using: Literal["body-weight"] | None = None
    limit: Literal["resistance", "comfort"] | None = None
    zones: Annotated[list[Zone], Many] = []
    note: Short | None = None


class Repeat(Model, frozen=True, kw_only=True):
    """How often, how long and how far. Give the total: "then twice more" is 3 times."""

    times: Count | None = None
    passes: Count | None = None
    """How often over the whole area."""
    seconds: Positive | About | None = None
    hold: Positive | Literal["moment"] | None = None
    """Seconds to hold still."""
    until: Short | None = None
    extent: Short | None = None
    """How far: "up to the knee", "the whole back"."""
    each: Literal["direction", "side", "spot"] | None = None
    note: Text | None = None
    """What changes from one time to the next: "the second goes a little further"."""


class Way(Model, frozen=True, kw_only=True):
    """A direction with words of its own."""

    way: Direction
    say: Short | None = None
    note: Short | None = None
    effect: Text | None = None
    """What this direction is good for, as a sentence."""


class Action(Model, frozen=True, kw_only=True):
    """What the hands do: shared by a step and by each of its phases."""

    technique: Technique
    hands: HandPart | Hands | None = None
    pressure: Level | Pressure | None = None
    repeat: Repeat | None = None
    direction: Direction | Way | Annotated[list[Direction | Way], Many] = []
    pace: Literal["very-slow", "slow", "quick"] | None = None

    @property
    def hand(self) -> Hands | None:
        return Hands(use=self.hands) if isinstance(self.hands, str) else self.hands

    @property
    def force(self) -> Pressure | None:
        return Pressure(level=self.pressure) if isinstance(self.pressure, str) else self.pressure

    @property
    def ways(self) -> tuple[Way, ...]:
        given = self.direction if isinstance(self.direction, list) else [self.direction]
        return tuple(Way(way=way) if isinstance(way, str) else way for way in given)


class Phase(Action, frozen=True, kw_only=True):
    """One part of a step of several parts, done in order."""

    do: Short
    detail: Text | None = None


class Variant(Model, frozen=True, kw_only=True):
    """Something the giver may do as well, or instead."""

    name: Short
    detail: Text
    minutes: Number | None = None
    """For one side, when the step is done on each."""


class Stroke(Model, frozen=True, kw_only=True):
    """One movement drawn over the figure, as CONTRIBUTING.md explains them."""

    draw: Sign
    along: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=MOST_STROKES)]
    """Landmarks, each with an offset behind its name when it needs one: "knee-back.right 0 -6"."""
    pressure: Level | Annotated[tuple[Level, ...], Many] | None = None
    """The width of a glide: one level, or several spread along it."""
    turn: Literal["clockwise", "counterclockwise"] | None = None
    """As seen on the page."""
    mirror: Literal["together", "later"] | None = None
    """Also on the other side of the body: at the same time, or afterwards (drawn hollow)."""
    order: Literal[1, 2] | None = None
    """The number of the phase that begins with this stroke."""
    width: Reach | Annotated[tuple[Reach, ...], msgspec.Meta(min_length=1, max_length=2)] | None = None
    """Half the width across the limb in the view's units, or that at the start and at the end."""
    size: Reach | None = None
    """Radius, amplitude or length in the view's units."""
    flat: Annotated[float, msgspec.Meta(ge=0.1, le=2)] = 1.0
    """Height of a ring, as a part of its width."""
    count: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    both: bool = False
    """A head at both ends."""
    start: bool = True
    """A ring where a glide starts."""
    angle: Annotated[float, msgspec.Meta(ge=-360, le=360)] | None = None
    """Degrees, clockwise: where a hand's fingers point (0 down the page); on which side arcs stand (0 right)."""
    flip: bool = False
    state: Literal["works", "rests", "ends"] = "works"
    """What a forearm does."""


class Drawing(Model, frozen=True, kw_only=True):
    """The part of the body to show: the worked area filled, no-go areas hatched, the strokes drawn over it."""

    view: str
    area: Annotated[tuple[str, ...], Many] = ()
    avoid: Annotated[tuple[str, ...], Many] = ()
    strokes: Annotated[tuple[Stroke, ...], msgspec.Meta(max_length=MOST_STROKES)] = ()


class Step(Action, frozen=True, kw_only=True):
    """One step: everything that a card says."""

    id: Id
    name: Short
    cue: Text
    """What to do, in at most about 14 words: read at the table."""
    detail: Text
    """How to do it well: the back of the card."""
    where: Line
    giver: GiverPlace | Giver | None = None
    receiver: Position | Receiver | None = None
    area: str | None = None
    """The body area of this step, when it is not the routine's."""
    sides: Sides | None = None
    limb: Limb = "side"
    phases: Annotated[list[Phase], Many] = []
    repeats: Annotated[list[Id], Many] = []
    """Ids of earlier steps to be done again before this one's own stroke."""
    variants: Annotated[list[Variant], Many] = []
    caution: Text | None = None
    ask: Text | None = None
    keep: Keep = "core"
    minutes: Minutes | None = None
    """For one side, when the step is done on each; without it the time is estimated."""
    drawing: Drawing | None = None

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver

    @property
    def position(self) -> Position | None:
        return self.receiver.position if isinstance(self.receiver, Receiver) else self.receiver

    @property
    def twice(self) -> bool:
        """The step is done on one side, then on the other."""
        return self.sides not in (None, "near", "together")

    @property
    def actions(self) -> tuple[Action, ...]:
        return (self, *self.phases)


class Note(Model, frozen=True, kw_only=True):
    """One line of a list: an icon, what to do, and more about it."""

    icon: str
    do: Text
    more: Text | None = None


class Lengths(Model, frozen=True, kw_only=True):
    """Minutes of a short, a standard and a long session, from the first word to getting up."""

    short: SessionMinutes | None = None
    standard: SessionMinutes | None = None
    long: SessionMinutes | None = None


class Routine(Model, frozen=True, kw_only=True):
    """A routine as its author wrote it; says nothing about paper."""

    name: Short
    summary: Text
    area: str
    receiver: Position | Receiver
    giver: GiverPlace | Giver | None = None
    sides: Literal["each"] | None = None
    """`each`: the whole routine is done on one side, then on the other."""
    limb: Limb = "side"
    lengths: Lengths = Lengths()
    prepare: Annotated[list[Note], Many] = []
    principles: Annotated[list[Note], Many] = []
    steps: Annotated[list[Step], msgspec.Meta(min_length=1, max_length=MOST_STEPS)]
    after: Annotated[list[Note], Many] = []

    @property
    def position(self) -> Position:
        return self.receiver.position if isinstance(self.receiver, Receiver) else self.receiver

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver


def routines() -> dict[str, Path]:
    """The routine files that are found, by name."""
    return collection(shipped("routines"))
