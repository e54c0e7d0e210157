"""What an author writes: routines and their steps."""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec

from cardgen.model.action import Action
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import (
    MOST_STEPS,
    GiverPlace,
    Id,
    Keep,
    Limb,
    Line,
    Many,
    Minutes,
    Number,
    Position,
    SessionMinutes,
    Short,
    Sides,
    Text,
)
from cardgen.reading.models import Model


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
