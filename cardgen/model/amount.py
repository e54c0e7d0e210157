"""The base of every amount: its time, its phrases, its large figure and its icon."""

from typing import ClassVar, NamedTuple

from msgspec import Struct

from cardgen.model.phrases import Phrase
from cardgen.model.share import WHOLE, Share
from cardgen.model.tempo import Tempo
from cardgen.model.vocabulary import About


class Figure(NamedTuple):
    """A large number on a card."""

    number: str
    unit: Phrase | None = None
    """The unit that is counted, if it is not times."""


class Bounds(Struct, frozen=True):
    """A range of numbers to choose from."""

    least: int
    most: int

    @property
    def usual(self) -> int:
        """The middle, or the upper of two."""
        return (self.least + self.most + 1) // 2


class Amount(Struct, frozen=True, kw_only=True):
    """How much: one value with its unit, and what it is for."""

    share: Share = WHOLE
    """The share that the value is for: each side, each of 4 grooves."""
    beside: bool = False
    """Whether another amount comes first."""
    each_time: bool = False
    """Whether that is a number of times, so this is for each of them."""

    field: ClassVar[str]
    """The field of `Repeat` in which the author gives it."""
    icon: ClassVar[str]
    adds: ClassVar[bool] = False
    """Whether it takes time of its own when it comes after an amount that is not a number of times."""

    follows: ClassVar[bool] = False
    """Whether it takes time of its own, once, when everything else is done."""

    limits_all: ClassVar[bool] = False
    """Whether everything else ends with it."""

    def seconds(self, tempo: Tempo) -> float:
        """The time that it takes, on all that it is for; on one limb when the whole step is done on each."""
        return self.share.count(tempo) * self.once(tempo) + self.share.changes(tempo)

    def once(self, tempo: Tempo) -> float:
        """Seconds in one place, on one limb, in one direction: the usual ones unless the amount says how long."""
        return tempo.usual_over * tempo.over

    @property
    def phrase(self) -> Phrase:
        """What a card says about the value alone: "Hold 5 s"."""
        raise NotImplementedError

    @property
    def brief(self) -> Phrase:
        """The value alone in the line of a phase or of a table: "×3"."""
        return self.phrase

    @property
    def figure(self) -> Figure | None:
        """The large number of a card; None where the phrases take its place."""
        return None

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the most that the author gives; both the same without a range."""
        return (0, 0)

    @property
    def bounds(self) -> Bounds | None:
        """The author's range of repetitions."""
        return None

    @property
    def estimate(self) -> About | None:
        """The author's estimate, in seconds."""
        return None
