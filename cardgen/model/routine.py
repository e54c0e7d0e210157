"""Routines and their steps, as authors write them."""

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Literal

import msgspec

from cardgen.model.action import TURNING, Action
from cardgen.model.amount import Amount
from cardgen.model.areas import areas
from cardgen.model.card_name import CardName, letters_of
from cardgen.model.drawing import Drawing
from cardgen.model.prose import Prose
from cardgen.model.safety import Caution, Safety, Strength
from cardgen.model.share import Share
from cardgen.model.vocabulary import (
    MOST_STEPS,
    ONE_TIME_SIDES,
    GiverPlace,
    Id,
    Keep,
    Letters,
    Limb,
    Line,
    Many,
    Minutes,
    Number,
    Once,
    Position,
    RoutineKey,
    RoutineSides,
    SessionMinutes,
    Short,
    Sides,
    StepKey,
    Text,
)
from cardgen.reading.models import Model


class Giver(Model, frozen=True, kw_only=True):
    """Where you are, with a note."""

    at: GiverPlace
    """Where you stand or kneel."""
    note: Text
    """More about it, in a sentence."""


class Receiver(Model, frozen=True, kw_only=True):
    """How the receiver lies or sits, with a note."""

    position: Position
    """How the receiver lies or sits; prone is face down, supine is face up."""
    note: Text
    """More about it, in a sentence."""


class Phase(Action, frozen=True, kw_only=True):
    """One of the parts of a step, which are done in order."""

    do: Short
    """What to do, in a word or two, such as "Squeeze, hold"."""
    detail: Text | None = None
    """How to do it well; printed on the back of the card."""


class Variant(Model, frozen=True, kw_only=True):
    """Something that you may do as well, or instead."""

    name: Short
    """What to do, in a few words, such as "Stretch a little more"."""
    detail: Text
    """How to do it, in a sentence or two."""
    minutes: Number | None = None
    """How long it takes; on one side, if the step is done on each."""


class Step(Action, frozen=True, kw_only=True):
    """One step: everything that its card says."""

    id: Id
    """A short name without spaces, for this file only, such as knead-thigh."""
    name: Short
    """The title of the card: what to do, in a few words."""
    cue: Prose
    """What to do, in about 14 words at most; read at the table."""
    detail: Prose
    """How to do it well; printed on the back of the card."""
    where: Line
    """Where on the body, and from where to where."""
    giver: GiverPlace | Giver | None = None
    """Where you are, if you move for this step."""
    receiver: Position | Receiver | None = None
    """How the receiver lies or sits, if it differs from the rest of the routine."""
    area: Short | None = None
    """The body area of this step, if it is not the routine's."""
    sides: Sides | None = None
    """Which side, or the order of the sides; together: both at once."""
    limb: Limb = "side"
    """What there are two of, if the step is done on each side."""
    once: Once | None = None
    """In a routine that is done on each side, done only once: with the first side, or with the last."""
    phases: Annotated[list[Phase], Many] = []
    """The parts of this step, done in order, if it has several."""
    repeats: Annotated[list[Id], Many] = []
    """The ids of earlier steps to do again before the stroke of this step; not what they repeat themselves."""
    again: Literal["shorter", "in-full"] = "shorter"
    """How the steps in `repeats` are done again: shorter and lighter, a third of their time; or in-full."""
    variants: Annotated[list[Variant], Many] = []
    """What you may do as well, or instead."""
    caution: Prose | None = None
    """What must not happen, in a few words; printed with a warning sign."""
    leave_out_with: Line | Annotated[list[Line], Many] = []
    """Leave the step out for receivers with this, such as "lymphedema"; or a list of such conditions."""
    ask: Prose | None = None
    """A question for the receiver while you work."""
    keep: Keep = "core"
    """What a short session leaves out first: extra, then detail; opening, core and closing stay."""
    minutes: Minutes | None = None
    """How long: 2, or {about: 2} for an estimate. Left out, it is estimated."""
    minutes_for: Literal["one-side", "both-sides"] | None = None
    """Of a step that is done on each side: whether `minutes` is for one side or for both."""
    drawing: Drawing | None = None
    """What the card shows; if left out, your picture or the body area."""
    image: Annotated[str, msgspec.Meta(min_length=1, max_length=200)] | None = None
    """Your own picture, next to the drawing or alone: a .png, .jpg or .svg in the routine's folder or one in it."""
    ours: Literal["all"] | Annotated[list[StepKey], Many] = []
    """The keys of this step that you add to the source that you follow, such as [caution, leave_out_with]; or all."""

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver

    @property
    def position(self) -> Position | None:
        return self.receiver.position if isinstance(self.receiver, Receiver) else self.receiver

    @property
    def twice(self) -> bool:
        """Whether the step is done on one side, then on the other."""
        return self.sides not in (None, *ONE_TIME_SIDES)

    def is_done(self, last_side: bool) -> bool:
        """Whether it is done with this side of a routine that is done on each side."""
        return self.once != ("first" if last_side else "last")

    @property
    def exclusions(self) -> tuple[str, ...]:
        """The conditions with which the step is left out."""
        given = self.leave_out_with
        return (given,) if isinstance(given, str) else tuple(given)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """How much of the step itself, without its phases: a number of times is for each limb."""
        share = Share(each=self.limb, ways=self.ways, turns=self.technique in TURNING, twice=self.twice)
        return self.measure.amounts(share, self.limb if self.twice else None)

    def amounts_of(self, action: Action) -> tuple[Amount, ...]:
        """How much of the step itself, or of one of its phases."""
        return self.amounts if action is self else action.amounts_on(self.limb, self.twice)

    @property
    def actions(self) -> tuple[Action, ...]:
        return (self, *self.phases)

    @property
    def done(self) -> Sequence[Action]:
        """What the hands do, in order: the phases, or the step itself if it has none."""
        return self.phases or (self,)


class Note(Model, frozen=True, kw_only=True):
    """One line of a list: an icon, what to do, and more about it."""

    icon: str
    """The picture beside it; `cardgen list icons` lists them all."""
    do: Text
    """What to do, in a sentence."""
    more: Prose | None = None
    """Why, or how, in a sentence or two."""
    with_steps: Annotated[list[Id], Many] = []
    """The ids of the steps that it belongs to: it is left out of a session that leaves out any of them."""
    ours: bool = False
    """You add this line; the source that you follow does not have it."""
    belongs_to: Literal["routine", "session"] = "routine"
    """session: among several routines, it comes before or after all of them, not where its routine begins or ends."""


class Lengths(Model, frozen=True, kw_only=True):
    """Minutes of a short, a standard and a long session, from the first word to getting up."""

    short: SessionMinutes | None = None
    """Minutes of a short session (`--length short`)."""
    standard: SessionMinutes | None = None
    """Minutes of a standard session (`--length standard`); of a program, what it usually takes."""
    long: SessionMinutes | None = None
    """Minutes of a long session (`--length long`)."""

    @property
    def given(self) -> list[int]:
        """Those that are given, from short to long."""
        return [minutes for minutes in (self.short, self.standard, self.long) if minutes]


class Quiet(Model, frozen=True, kw_only=True):
    """Time before the first step, or after the last."""

    minutes: Number | None = None
    """How long; left out, a minute or two."""
    do: Short | None = None
    """What to do, in a few words, such as "Rest, lying down"; left out, cardgen's words."""


QuietTime = Number | Quiet | Literal["none"]
"""Minutes, with or without words; none: there is no such time, or a step is that time."""


class Routine(Model, frozen=True, kw_only=True):
    """A routine as its author wrote it; nothing in it is about paper."""

    name: Short
    """The title."""
    summary: Text
    """What the routine is, in a sentence."""
    area: Short
    """The body area, which decides the color, the edge tab, and the cautions; `cardgen list areas` lists them all."""
    receiver: Position | Receiver
    """How the receiver lies or sits; prone is face down, supine is face up."""
    letter: Letters | None = None
    """What the names of its cards begin with: L for L1, L2, L3. Left out: the area's letter and one of the name."""
    giver: GiverPlace | Giver | None = None
    """Where you are, unless a step says otherwise."""
    sides: RoutineSides | None = None
    """The whole routine is done on one side, then on the other: each, or in this order."""
    limb: Limb = "side"
    """What there are two of, if the routine is done on each side."""
    lengths: Lengths = Lengths()
    """How long a short, a standard and a long session take."""
    settle: QuietTime | None = None
    """Minutes to settle in before the first step; none if a step does that; {minutes: 2, do: ...} in your words."""
    rest: QuietTime | None = None
    """Minutes to rest after the last step; none if a step does that; {minutes: 2, do: ...} in your words."""
    ask: Annotated[list[Text], Many] = []
    """What to ask the receiver before the first step: "Is any joint sore today?"."""
    not_with: Annotated[list[Text], Many] = []
    """Conditions with which there is no massage at all, such as "fever"; among several routines, of none of them."""
    leave_out_with: Annotated[list[Text], Many] = []
    """Conditions with which only this routine is left out; others of the session may be given: "a full meal"."""
    cautions: Annotated[list[Text | Caution], Many] = []
    """What must not happen in any step; {only_with: ..., do: ...} is for some receivers alone."""
    strength_at_most: Strength | None = None
    """The strongest that it may feel to the receiver, from 1 to 9 (10 is pain): 3, or 6; left out, 5."""
    prepare: Annotated[list[Note], Many] = []
    """What to do before the first step."""
    principles: Annotated[list[Note], Many] = []
    """How to do every step; what must not happen is a caution."""
    before_other_side: Annotated[list[Text], Many] = []
    """What to do when one side is done, before the other: "Wipe off the oil."; for routines with `sides`."""
    steps: Annotated[list[Step], msgspec.Meta(min_length=1, max_length=MOST_STEPS)]
    """The steps, in the order in which they are done."""
    after: Annotated[list[Note], Many] = []
    """What to do after the last step."""
    ours: Annotated[list[RoutineKey], Many] = []
    """The keys of the routine that you add to the source that you follow, such as [ask, not_with]."""

    @property
    def position(self) -> Position:
        return self.receiver.position if isinstance(self.receiver, Receiver) else self.receiver

    @property
    def giver_at(self) -> GiverPlace | None:
        return self.giver.at if isinstance(self.giver, Giver) else self.giver

    @property
    def safety(self) -> Safety:
        return Safety(
            ask=tuple(self.ask),
            not_with=tuple(self.not_with),
            leave_out_with=tuple(self.leave_out_with),
            cautions=tuple(self.cautions),
            strength_at_most=self.strength_at_most,
        )

    @property
    def card_letter(self) -> str:
        """What the names of its cards begin with."""
        return self.letter or letters_of(areas()[self.area].letter, self.name)

    @property
    def card_names(self) -> dict[str, CardName]:
        """The names of its cards by the ids of their steps; they do not depend on what a session does."""
        letter = self.card_letter
        return {step.id: CardName(letter, number) for number, step in enumerate(self.steps, 1)}
