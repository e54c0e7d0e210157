"""What every amount knows: its time, its phrases, its large figure and its icon."""

from typing import ClassVar, Literal, NamedTuple

from msgspec import Struct

from cardgen.model.vocabulary import About, Limb

Each = Literal["direction", "spot"] | Limb


class Tempo(Struct, frozen=True, kw_only=True):
    """How long an action takes when its author states no time: seconds, unless noted."""

    once: int
    """One stroke."""
    over: int
    """Once over the whole area."""
    usual_over: int
    """Times over the area when the author says only how far, or nothing."""
    several: int
    """Times."""
    spots: int
    """Number of spots when an amount is for each of them."""
    moment: int
    until: int
    """Until something eases, on one spot."""


class Phrase(NamedTuple):
    """The key of a phrase in the words file, and the values to fill in."""

    key: str
    values: dict[str, object] = {}


class Figure(NamedTuple):
    """A large number on a card."""

    number: str
    unit: str
    """The key of the phrase that says what is counted."""
    both_ways: bool = False
    """The number holds for each way round; two signs show it instead of the unit."""


class Bounds(NamedTuple):
    """A range of numbers to choose from."""

    least: int
    most: int

    @property
    def usual(self) -> int:
        """The middle, or the upper of two."""
        return (self.least + self.most + 1) // 2


class Amount(Struct, frozen=True, kw_only=True):
    """How much: one value with its unit, and what it is for."""

    each: Each | None = None
    """What the value is for; None for all of it."""

    field: ClassVar[str]
    """The field of `Repeat` in which the author gives it."""
    icon: ClassVar[str]

    def seconds(self, tempo: Tempo) -> float:
        """The time it takes; on one side, when the step is done on each."""
        raise NotImplementedError

    @property
    def phrase(self) -> Phrase:
        """What a card says about the value alone: "Hold 5 s"."""
        raise NotImplementedError

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What a card says, in order: "Hold 5 s", "on each spot"."""
        return (self.phrase, Phrase(f"on_each_{self.group}")) if self.each else (self.phrase,)

    def brief(self, alone: bool) -> tuple[Phrase, ...]:
        """What the line of a phase says; `alone`: the phase has no other amount."""
        return self.phrases

    @property
    def figure(self) -> Figure | None:
        """The large number of a card; None where the phrases take its place."""
        return None

    @property
    def bounds(self) -> Bounds | None:
        """The author's range of repetitions."""
        return None

    @property
    def estimate(self) -> About | None:
        """The author's estimate, in seconds."""
        return None

    @property
    def group(self) -> str:
        """What the value is for, as the keys of phrases name it; all limbs share their phrases."""
        return self.each if self.each in ("direction", "spot") else "limb"

    def spots(self, tempo: Tempo) -> int:
        """The number of places that the value is for."""
        return tempo.spots if self.each == "spot" else 1
