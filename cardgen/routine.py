"""What an author writes: routines, their steps, and the rules a routine must keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cardgen.errors import Fault, suggest
from cardgen.faults import ID_PATTERN, Place
from cardgen.files import DATA, Document, Model, collection, read, shipped

MOST_CUE_WORDS = 18
"""The most words a cue may have. About 14 is better: a cue is read at arm's length, in one glance."""

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
Limb = Literal["side", "leg", "arm", "foot", "hand"]

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=48)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=72)]
Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN)]
Positive = Annotated[int, msgspec.Meta(ge=1, le=999)]
Count = Positive | Annotated[list[Positive], msgspec.Meta(min_length=2, max_length=2)] | Literal["several"]
"""A number, a range such as [3, 5], or "several". (A list: msgspec 0.22 crashes on a tuple beside literals.)"""


class About(Model, frozen=True, kw_only=True):
    """An estimate, printed with the word "about"."""

    about: Annotated[float, msgspec.Meta(gt=0, le=999)]


Minutes = Annotated[float, msgspec.Meta(gt=0, le=999)] | About
"""A time the author states, or an estimate of it."""


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
    zones: list[Zone] = []
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
    direction: Direction | Way | list[Direction | Way] = []
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


class Drawing(Model, frozen=True, kw_only=True):
    """The part of the body to show, with the worked area filled and no-go areas hatched."""

    view: str
    area: list[str] = []
    avoid: list[str] = []


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
    phases: list[Phase] = []
    repeats: list[Id] = []
    """Ids of earlier steps to be done again before this one's own stroke."""
    variants: list[Variant] = []
    caution: Text | None = None
    ask: Text | None = None
    keep: Keep = "core"
    minutes: Minutes | None = None
    """For one side, when the step is done on each."""
    drawing: Drawing | None = None

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver

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
    minutes: Minutes | None = None
    prepare: list[Note] = []
    principles: list[Note] = []
    steps: Annotated[list[Step], msgspec.Meta(min_length=1, max_length=2000)]
    after: list[Note] = []


class Area(Model, frozen=True, kw_only=True):
    """A body area: its letter, its place among the edge tabs, and the cautions that belong to it."""

    name: Short
    letter: Annotated[str, msgspec.Meta(min_length=1, max_length=2)]
    slot: Annotated[int, msgspec.Meta(ge=0, le=7)]
    cautions: list[Text]
    drawing: Drawing
    """What a step shows that has no drawing of its own."""


class Areas(Model, frozen=True, kw_only=True):
    """Every body area, by its key."""

    areas: dict[str, Area]


@cache
def areas() -> dict[str, Area]:
    """The body areas a routine can name."""
    return read(DATA / "areas.yaml", Areas).model.areas


def routines() -> dict[str, Path]:
    """The routine files that are found, by name."""
    return collection(shipped("routines"))


def check(document: Document[Routine]) -> Iterator[Fault]:
    """The rules that types cannot say."""
    routine, icons = document.model, collection(DATA / "icons", ".svg")
    yield from _check_area(document, ("area",), routine.area)
    for part in ("prepare", "principles", "after"):
        for index, note in enumerate(getattr(routine, part)):
            if note.icon not in icons:
                yield document.fault(
                    (part, index, "icon"), f"There is no icon '{note.icon}'.", suggest(note.icon, icons)
                )
    earlier: Counter[str] = Counter()
    for index, step in enumerate(routine.steps):
        yield from _check_step(document, index, step, earlier)
        earlier[step.id] += 1


def _check_area(document: Document[Routine], place: Place, area: str | None) -> Iterator[Fault]:
    if area is not None and area not in areas():
        yield document.fault(place, f"There is no body area '{area}'.", suggest(area, areas()))


def _check_step(document: Document[Routine], index: int, step: Step, earlier: Counter[str]) -> Iterator[Fault]:
    here: Place = ("steps", index)
    yield from _check_area(document, (*here, "area"), step.area)
    if earlier[step.id]:
        yield document.fault((*here, "id"), f"The id '{step.id}' is used twice.", "Give each step an id of its own.")
    if (words := len(step.cue.split())) > MOST_CUE_WORDS:
        problem = f"The cue has {words} words; {MOST_CUE_WORDS} is the most that can be read at the table."
        yield document.fault((*here, "cue"), problem, "Move what is not needed at the table to 'detail'.")
    for position, name in enumerate(step.repeats):
        if name not in earlier:
            remedy = suggest(name, earlier) if earlier else "Remove 'repeats' from the first step."
            yield document.fault((*here, "repeats", position), f"No earlier step has the id '{name}'.", remedy)
    for number, action in enumerate(step.actions):
        place = (*here, "phases", number - 1) if number else here
        if (force := action.force) and not (force.level or (force.out and force.back) or force.using):
            remedy = "Write 'level', or 'out' and 'back' together, or 'using: body-weight'."
            yield document.fault((*place, "pressure"), "This pressure says no level.", remedy)
