"""Programs as authors write them: routines in order."""

from typing import Annotated

import msgspec

from cardgen.model.routine import Lengths, Note, QuietTime
from cardgen.model.safety import Caution, Safety, Strength
from cardgen.model.vocabulary import (
    MOST_ENTRIES,
    MOST_STEPS,
    Id,
    Many,
    Number,
    Positive,
    Rank,
    Short,
    Text,
)
from cardgen.reading.models import Model


class ChosenStep(Model, frozen=True, kw_only=True):
    """A step of a routine in a program, with amounts of its own."""

    step: Id
    """The id of the step in its routine."""
    minutes: Number | None = None
    """How long it takes, on one side; left out, as the time allows."""
    count: Positive | None = None
    """How often it is done, if the routine leaves that open; left out, as the time allows."""
    variants: Annotated[int, msgspec.Meta(ge=0, le=MOST_ENTRIES)] | None = None
    """How many of its variants are done, from the first; left out, as the time allows."""
    repeats: Annotated[list[Id], Many] | None = None
    """Which of the steps that it repeats are done again; left out, all that come before it."""


StepChoice = Id | ChosenStep
"""A step of a routine, as it is or with amounts of its own."""


class Member(Model, frozen=True, kw_only=True):
    """A routine in a program."""

    routine: str
    """The name of a routine, or the name of its file in the same folder as the program."""
    steps: Annotated[list[StepChoice], msgspec.Meta(max_length=MOST_STEPS)] = []
    """The ids of single steps, in the order in which they are done; left out, all steps of the routine."""
    minutes: Number | None = None
    """Its share of a standard session; more or less in a longer or shorter one, in proportion."""
    least: Number | None = None
    """The least minutes that it takes in a short session, such as 12 for the part that people come for."""
    keep: Rank = "core"
    """core: essential to the program; a shorter session leaves out extra, then detail."""
    priority: Annotated[int, msgspec.Meta(ge=1, le=50)] | None = None
    """Among parts with the same `keep`, 1 stays the longest; left out, the order of the program decides."""


class Program(Model, frozen=True, kw_only=True):
    """Routines in the order in which they are done; where the receiver turns over follows from their positions."""

    name: Short
    """The title."""
    summary: Text
    """What the program is, in a sentence."""
    lengths: Lengths = Lengths()
    """How long a short, a standard and a long session take."""
    settle: QuietTime | None = None
    """Minutes to settle in before the first step, or none; left out, as its first routine says."""
    rest: QuietTime | None = None
    """Minutes to rest after the last step, or none; left out, as its last routine says."""
    ask: Annotated[list[Text], Many] = []
    """What to ask the receiver before the program; the questions of its routines come with them."""
    not_with: Annotated[list[Text], Many] = []
    """Conditions with which the whole program is left out; those of its routines come with them."""
    cautions: Annotated[list[Text | Caution], Many] = []
    """What must not happen in any of the routines; {only_with: ..., do: ...} is for some receivers alone."""
    strength_at_most: Strength | None = None
    """The strongest that it may feel to the receiver, from 1 to 9 (10 is pain): 3, or 6; left out, 5."""
    prepare: Annotated[list[Note], Many] = []
    """What to prepare for the whole program. What each routine needs comes where that routine begins."""
    after: Annotated[list[Note], Many] = []
    """What to do after the whole program. What each routine asks for comes where that routine ends."""
    parts: Annotated[list[Member], msgspec.Meta(min_length=1, max_length=50)]
    """The routines, in the order in which they are done."""

    @property
    def safety(self) -> Safety:
        return Safety(
            ask=tuple(self.ask),
            not_with=tuple(self.not_with),
            cautions=tuple(self.cautions),
            strength_at_most=self.strength_at_most,
        )
