"""What an author writes: routines and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cardgen.faults import ID_PATTERN
from cardgen.files import collection, own_folder, shipped
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
    """Minutes, or seconds where seconds are meant: 1.5 for one and a half."""
    least: Number | None = None
    """How short it may become in a short session."""
    most: Number | None = None
    """How long it may become in a long session."""


SessionMinutes = Annotated[int, msgspec.Meta(ge=LEAST_SESSION, le=MOST_SESSION)]
Minutes = Number | About
"""A time the author states, or an estimate of it."""
Many = msgspec.Meta(max_length=MOST_LISTED)
Reach = Annotated[float, msgspec.Meta(ge=1, le=600)]
"""A length in a view's units; views are up to about 1,000 units wide."""


class Hands(Model, frozen=True, kw_only=True):
    """Which part of the hand works, and what the other hand does."""

    use: HandPart
    """The part of the hand that works; `cardgen list hands` names them."""
    say: Short | None = None
    """Words for the card in place of the name of the hand part."""
    note: Short | None = None
    """A few words below it: "one each side"."""
    one: Text | None = None
    """What the first hand does, when `other` is not enough: "is under the heel"."""
    other: Text | None = None
    """What the other hand does: "rests on the sacrum"."""


class Giver(Model, frozen=True, kw_only=True):
    """Where the giver is, when more must be said than the place."""

    at: GiverPlace
    """Where you stand or kneel."""
    note: Text
    """More about it, as a sentence."""


class Receiver(Model, frozen=True, kw_only=True):
    """How the receiver lies or sits, when more must be said than the position."""

    position: Position
    """prone: face down; supine: face up."""
    note: Text
    """More about it, as a sentence."""


class Zone(Model, frozen=True, kw_only=True):
    """A place inside the stroke where the pressure is another one."""

    at: Short
    """The place in words: "back of the knee"."""
    level: Level
    """How hard there; `none` for no pressure at all."""


class Pressure(Model, frozen=True, kw_only=True):
    """How hard: one level or a range, or one level out and another one back."""

    level: Level | Annotated[list[Level], msgspec.Meta(min_length=2, max_length=2)] | None = None
    """How hard, or a range of two levels: [light, medium]."""
    out: Level | None = None
    """How hard on the way out; `back` says the way back."""
    back: Level | None = None
    """How hard on the way back."""
    using: Literal["body-weight"] | None = None
    """Lean in with the weight of your body."""
    limit: Literal["resistance", "comfort"] | None = None
    """How far to go: to the point where it resists, or as long as it is comfortable."""
    zones: Annotated[list[Zone], Many] = []
    """Places inside the stroke where the pressure is another one."""
    note: Short | None = None
    """A few words below the level: "a little more each time"."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every level that is named, but for those of the zones."""
        given = self.level if isinstance(self.level, list) else [self.level]
        return tuple(level for level in (*given, self.out, self.back) if level)


class Repeat(Model, frozen=True, kw_only=True):
    """How often, how long and how far. Give the total: "then twice more" is 3 times."""

    times: Count | None = None
    """How often in all: 3, [3, 5] for 3 to 5, or several."""
    passes: Count | None = None
    """How often over the whole area."""
    seconds: Positive | About | None = None
    """How long; {about: 30} for an estimate."""
    hold: Positive | Literal["moment"] | None = None
    """Seconds to hold still, or a moment."""
    until: Short | None = None
    """What ends it: "the soreness eases"."""
    extent: Short | None = None
    """How far: "up to the knee", "the whole back"."""
    each: Literal["direction", "side", "spot"] | None = None
    """What the number is for: each direction, each side, or each spot."""
    note: Text | None = None
    """What changes from one time to the next: "the second goes a little further"."""


class Way(Model, frozen=True, kw_only=True):
    """A direction with words of its own."""

    way: Direction
    """The direction; `cardgen list directions` names them."""
    say: Short | None = None
    """Words for the card in place of its name."""
    note: Short | None = None
    """A few words below it: "round the shoulder"."""
    effect: Text | None = None
    """What this direction is good for, as a sentence."""


class Action(Model, frozen=True, kw_only=True):
    """What the hands do: shared by a step and by each of its phases."""

    technique: Technique
    """What the hands do; `cardgen list techniques` names them."""
    hands: HandPart | Hands | None = None
    """Which part of the hand works, and what the other one does."""
    pressure: Level | Pressure | None = None
    """How hard; {out: firm, back: light} for a way back that is lighter."""
    repeat: Repeat | None = None
    """How often, how long or how far."""
    direction: Direction | Way | Annotated[list[Direction | Way], Many] = []
    """Which way: one direction, or a list of them."""
    pace: Literal["very-slow", "slow", "quick"] | None = None
    """How fast, when it matters."""

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
    """What to do, in a word or two: "Squeeze, hold"."""
    detail: Text | None = None
    """How to do it well: the back of the card."""


class Variant(Model, frozen=True, kw_only=True):
    """Something the giver may do as well, or instead."""

    name: Short
    """What to do, in a few words: "Stretch a little more"."""
    detail: Text
    """How to do it, in a sentence or two."""
    minutes: Number | None = None
    """For one side, when the step is done on each."""


class Stroke(Model, frozen=True, kw_only=True):
    """One movement drawn over the figure."""

    draw: Sign
    """The sign; `cardgen legend` shows them all."""
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
    """How many marks, when there are several along the way."""
    both: bool = False
    """A head at both ends."""
    start: bool = True
    """A ring where a glide starts."""
    angle: Annotated[float, msgspec.Meta(ge=-360, le=360)] | None = None
    """Degrees, clockwise: where a hand's fingers point (0 down the page); on which side arcs stand (0 right)."""
    flip: bool = False
    """Turned over: the other hand, or the other side of the line."""
    state: Literal["works", "rests", "ends"] = "works"
    """What a forearm does."""

    @property
    def levels(self) -> tuple[Level, ...]:
        return (self.pressure,) if isinstance(self.pressure, str) else self.pressure or ()


class Drawing(Model, frozen=True, kw_only=True):
    """The part of the body to show: the worked area filled, no-go areas hatched, the strokes drawn over it."""

    view: str
    """The part of the body; `cardgen list views` names them."""
    area: Annotated[tuple[str, ...], Many] = ()
    """The regions that are worked on: they are filled."""
    avoid: Annotated[tuple[str, ...], Many] = ()
    """The regions to keep off: they are hatched."""
    strokes: Annotated[tuple[Stroke, ...], msgspec.Meta(max_length=MOST_STROKES)] = ()
    """The movements, drawn over the figure."""


class Step(Action, frozen=True, kw_only=True):
    """One step: everything that a card says."""

    id: Id
    """A short name without blanks, for this file only: knead-thigh."""
    name: Short
    """The title of the card: what to do, in a few words."""
    cue: Text
    """What to do, in at most about 14 words: read at the table."""
    detail: Text
    """How to do it well: the back of the card."""
    where: Line
    """Where on the body, from where to where."""
    giver: GiverPlace | Giver | None = None
    """Where you are, when it is another place than before."""
    receiver: Position | Receiver | None = None
    """How the receiver lies or sits, when it differs from the routine."""
    area: Short | None = None
    """The body area of this step, when it is not the routine's."""
    sides: Sides | None = None
    """Which side, or in which order; together: both at once."""
    limb: Limb = "side"
    """What there are two of, when the step is done on each side."""
    phases: Annotated[list[Phase], Many] = []
    """The parts of a step of several parts, done in order."""
    repeats: Annotated[list[Id], Many] = []
    """The ids of earlier steps to be done again before this one's own stroke."""
    variants: Annotated[list[Variant], Many] = []
    """What may be done as well, or instead."""
    caution: Text | None = None
    """What must not happen, in a few words: printed with a warning sign."""
    ask: Text | None = None
    """A question to the receiver while you work."""
    keep: Keep = "core"
    """What a short session gives up last and first: opening, core and closing stay, extra goes before detail."""
    minutes: Minutes | None = None
    """How long: 2, or {about: 2} for an estimate. For one side, when it is done on each. Without it: an estimate."""
    drawing: Drawing | None = None
    """What the card shows; without it, your picture, or the body area."""
    image: Annotated[str, msgspec.Meta(min_length=1, max_length=200)] | None = None
    """A picture of your own beside the drawing, or alone: a .png, .jpg or .svg in the routine's folder, or below it."""

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

    @property
    def done(self) -> Sequence[Action]:
        """What the hands do one after the other: the phases, or the step itself when it has none."""
        return self.phases or (self,)


class Note(Model, frozen=True, kw_only=True):
    """One line of a list: an icon, what to do, and more about it."""

    icon: str
    """The picture beside it; `cardgen list icons` names them."""
    do: Text
    """What to do, in a sentence."""
    more: Text | None = None
    """Why, or how, in a sentence or two."""


class Lengths(Model, frozen=True, kw_only=True):
    """Minutes of a short, a standard and a long session, from the first word to getting up."""

    short: SessionMinutes | None = None
    """Minutes of `--length short`."""
    standard: SessionMinutes | None = None
    """Minutes of `--length standard`; of a program, what it usually takes."""
    long: SessionMinutes | None = None
    """Minutes of `--length long`."""


class Routine(Model, frozen=True, kw_only=True):
    """A routine as its author wrote it; says nothing about paper."""

    name: Short
    """The title."""
    summary: Text
    """What it is, in a sentence."""
    area: Short
    """The body area: gives the colour, the letter and the cautions; `cardgen list areas` names them."""
    receiver: Position | Receiver
    """How the receiver lies or sits: prone is face down, supine face up."""
    giver: GiverPlace | Giver | None = None
    """Where you are, when a step says nothing else."""
    sides: Literal["each"] | None = None
    """each: the whole routine is done on one side, then on the other."""
    limb: Limb = "side"
    """What there are two of, when the routine is done on each side."""
    lengths: Lengths = Lengths()
    """How long a short, a standard and a long session take."""
    prepare: Annotated[list[Note], Many] = []
    """What to do before."""
    principles: Annotated[list[Note], Many] = []
    """What holds for every step."""
    steps: Annotated[list[Step], msgspec.Meta(min_length=1, max_length=MOST_STEPS)]
    """The steps, in the order in which they are done."""
    after: Annotated[list[Note], Many] = []
    """What to do afterwards."""

    @property
    def position(self) -> Position:
        return self.receiver.position if isinstance(self.receiver, Receiver) else self.receiver

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver


def routines(own: Path | None = None) -> dict[str, Path]:
    """The routine files that are found, by name; those in the folder `own` are taken before all others."""
    return found_in("", own)


def found_in(folder: str, own: Path | None) -> dict[str, Path]:
    """The files in a folder of every place for routines: cardgen's, the user's, the present folder's, and `own`."""
    places = (shipped("routines"), own_folder() / "routines", Path("routines"), *([own] if own else ()))
    return {name: path for place in places for name, path in collection(place / folder).items()}
