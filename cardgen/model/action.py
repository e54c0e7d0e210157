"""What the hands do: which part of them, how hard, how often, which way."""

from typing import Annotated, Literal

import msgspec

from cardgen.model.vocabulary import About, Count, Direction, HandPart, Level, Many, Positive, Short, Technique, Text
from cardgen.reading.models import Model


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
