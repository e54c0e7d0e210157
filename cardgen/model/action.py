"""What the hands do: with which part of them, how hard, how often and in which direction."""

import re
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal

import msgspec

from cardgen.model.amount import Amount
from cardgen.model.repeat import Range, Repeat, RepeatText, read_repeat
from cardgen.model.share import Share
from cardgen.model.vocabulary import Direction, HandPart, Level, Limb, Many, Pace, Positive, Short, Technique, Text
from cardgen.model.ways import Way
from cardgen.reading.models import Model

TURNING: tuple[Technique, ...] = ("circles", "joint-movement")
"""Techniques whose two directions are two circles when the author names no others."""


Levels = Level | Annotated[list[Level], msgspec.Meta(min_length=2, max_length=2)]
"""A level of pressure, or a range of two."""


class Hands(Model, frozen=True, kw_only=True):
    """Which part of the hand works, and what the other hand does."""

    use: HandPart
    """The part of the hand that works; `cardgen list hands` lists them all."""
    say: Short | None = None
    """Words for the card instead of the name of that part."""
    note: Short | None = None
    """A few words below it, such as "one each side"."""
    one: Text | None = None
    """What the first hand does, if `other` is not enough, such as "is under the heel"."""
    other: Text | None = None
    """What the other hand does, such as "rests on the sacrum"."""


class Zone(Model, frozen=True, kw_only=True):
    """A place along the stroke where the pressure changes."""

    at: Short
    """The place in words, such as "back of the knee"."""
    level: Level
    """How hard to press there; `none` for no pressure at all."""
    ours: bool = False
    """You add this zone; the source that you follow does not name it."""

    @property
    def place(self) -> str:
        """The place without a word such as "at" before it, which every phrase about it has itself."""
        return re.sub(r"^(?:at|on|over) ", "", self.at, flags=re.IGNORECASE)


class Pressure(Model, frozen=True, kw_only=True):
    """How hard: one level or a range, or one level on the way out and another on the way back."""

    level: Levels | None = None
    """One level, or a range of two: [light, medium]."""
    out: Levels | None = None
    """The level on the way out, or a range of two; needs `back`."""
    back: Levels | None = None
    """The level on the way back, or a range of two; needs `out`."""
    using: Literal["body-weight"] | None = None
    """Lean in with the weight of your body."""
    limit: Literal["resistance", "comfort"] | None = None
    """How far to go: to the first resistance, or as far as is comfortable."""
    zones: Annotated[list[Zone], Many] = []
    """Places along the stroke where the pressure changes."""
    note: Short | None = None
    """A few words below the level, such as "a little more each time"."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every level that is named, except in the zones."""
        given = (level if isinstance(level, list) else [level] for level in (self.level, self.out, self.back) if level)
        return tuple(chain.from_iterable(given))


class Action(Model, frozen=True, kw_only=True, dict=True):
    """What the hands do in a step, or in one of its phases."""

    technique: Technique
    """What the hands do; `cardgen list techniques` lists them all."""
    hands: HandPart | Hands | None = None
    """Which part of the hand works, and what the other hand does."""
    pressure: Level | Pressure | None = None
    """How hard; {out: firm, back: light} for a lighter way back."""
    repeat: Positive | Range | RepeatText | Repeat | None = None
    """How often, how long or how far: 10, 30-45 s, 3 passes; {times: 3, hold: 5 s} for more than one amount."""
    direction: Direction | Way | Annotated[list[Direction | Way], Many] = []
    """One direction, or a list of them."""
    pace: Pace | None = None
    """How fast, if it matters."""

    @cached_property
    def hand(self) -> Hands | None:
        return Hands(use=self.hands) if isinstance(self.hands, str) else self.hands

    @cached_property
    def force(self) -> Pressure | None:
        return Pressure(level=self.pressure) if isinstance(self.pressure, str) else self.pressure

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        given = self.direction if isinstance(self.direction, list) else [self.direction]
        return tuple(Way(way=way) if isinstance(way, str) else way for way in given)

    @cached_property
    def measure(self) -> Repeat:
        """How much, as far as the author says it."""
        return read_repeat(self.repeat)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """How much: every amount that is given, the most important first; at least one."""
        return self.amounts_on("side", twice=False)

    def amounts_on(self, limb: Limb, twice: bool) -> tuple[Amount, ...]:
        """The same in a step that is for this limb; `twice`: it is done on one of them, then on the other."""
        share = Share(each=limb, ways=self.ways, turns=self.technique in TURNING, twice=twice)
        return self.measure.amounts(share)
