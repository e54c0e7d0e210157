"""Every kind of amount, and `Repeat`, in which authors write them: to add one, write a class and a field here."""

from typing import Literal, Self

from msgspec.structs import replace

from cardgen.model.amount import Amount, Bounds, Each, Figure, Phrase, Tempo
from cardgen.model.vocabulary import About, Count, Limb, Positive, Short, Text
from cardgen.reading.models import Model


class Counted(Amount, frozen=True, kw_only=True):
    """A number, a range of two numbers, or "several"."""

    count: Count

    @property
    def bounds(self) -> Bounds | None:
        return Bounds(*self.count) if isinstance(self.count, list) else None

    @property
    def number(self) -> str:
        """In figures: "3", "3–5"; empty for several."""
        return "" if self.count == "several" else "–".join(map(str, self.bounds or [self.count]))

    def usual(self, tempo: Tempo) -> int:
        """As one number."""
        if self.bounds:
            return self.bounds.usual
        return self.count if isinstance(self.count, int) else tempo.several


class Hold(Amount, frozen=True, kw_only=True):
    """How long to hold still, in seconds, or a moment."""

    field, icon = "hold", "hold"
    length: Positive | Literal["moment"]

    def once(self, tempo: Tempo) -> float:
        """Seconds on one spot."""
        return tempo.moment if self.length == "moment" else self.length

    def seconds(self, tempo: Tempo) -> float:
        return self.spots(tempo) * self.once(tempo)

    @property
    def phrase(self) -> Phrase:
        return Phrase("hold_moment") if self.length == "moment" else Phrase("hold", {"count": self.length})

    def brief(self, alone: bool) -> tuple[Phrase, ...]:
        if not alone or self.each or self.length == "moment":
            return self.phrases
        return (Phrase("seconds", {"count": self.length}),)


class Times(Counted, frozen=True, kw_only=True):
    """How often."""

    field, icon = "times", "repetitions"
    hold: Hold | None = None
    """How long each time is held."""
    extent: str = ""
    """How far each time goes."""

    def seconds(self, tempo: Tempo) -> float:
        ways = 2 if self.each == "direction" else 1
        held = self.hold.once(tempo) if self.hold else 0
        return ways * self.spots(tempo) * (tempo.once + held) * self.usual(tempo)

    @property
    def phrase(self) -> Phrase:
        if not self.number:
            return Phrase("several")
        return Phrase(f"times_each_{self.group}" if self.each else "times_in_all", {"count": self.number})

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        return (self.phrase,) if self.number else super().phrases

    def brief(self, alone: bool) -> tuple[Phrase, ...]:
        if self.each or not isinstance(self.count, int):
            return self.phrases
        return (Phrase("times_brief", {"count": self.number}), Phrase("extent", {"extent": self.extent}))

    @property
    def figure(self) -> Figure | None:
        unit = f"unit_each_{self.group}" if self.each else "unit_in_all"
        return Figure(self.number, unit, self.each == "direction") if self.number else None


class Passes(Counted, frozen=True, kw_only=True):
    """How often over the whole area."""

    field, icon = "passes", "passes"

    def seconds(self, tempo: Tempo) -> float:
        return tempo.over * self.usual(tempo)

    @property
    def phrase(self) -> Phrase:
        return Phrase("passes", {"count": self.number}) if self.number else Phrase("several")

    @property
    def figure(self) -> Figure | None:
        return Figure(self.number, "unit_passes") if self.number and not self.each else None


class Time(Amount, frozen=True, kw_only=True):
    """How long, in seconds."""

    field, icon = "seconds", "time"
    length: Positive | About

    def seconds(self, tempo: Tempo) -> float:
        return self.length.about if isinstance(self.length, About) else self.length

    @property
    def phrase(self) -> Phrase:
        if self.estimate:
            return Phrase("about_seconds", {"count": f"{self.estimate.about:g}"})
        return Phrase("seconds", {"count": self.length})

    @property
    def estimate(self) -> About | None:
        return self.length if isinstance(self.length, About) else None


class Until(Amount, frozen=True, kw_only=True):
    """What ends it."""

    field, icon = "until", "until-released"
    condition: str

    def seconds(self, tempo: Tempo) -> float:
        return self.spots(tempo) * tempo.until

    @property
    def phrase(self) -> Phrase:
        return Phrase("until", {"condition": self.condition})


class Extent(Amount, frozen=True, kw_only=True):
    """How far, when nothing else says how much."""

    field, icon = "extent", "repetitions"
    reach: str = ""
    """Empty when the author does not say how far either."""

    def seconds(self, tempo: Tempo) -> float:
        return tempo.usual_over * tempo.over

    @property
    def phrase(self) -> Phrase:
        return Phrase("extent", {"extent": self.reach})


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

    def amounts(self, limb: Limb = "side", each_limb: bool = False) -> tuple[Amount, ...]:
        """Every amount that is given, the most important first; at least one.

        `limb` is what there are two of. With `each_limb` the step is done on each, so a number of times is for one.
        """
        each: Each | None = limb if self.each == "side" else self.each
        hold = Hold(each=each, length=self.hold) if self.hold else None
        for_one = each or (limb if each_limb else None)
        given = (
            self.times and Times(each=for_one, count=self.times, hold=hold, extent=self.extent or ""),
            self.passes and Passes(each=each, count=self.passes),
            self.seconds and Time(each=each, length=self.seconds),
            hold,
            self.until and Until(each=each, condition=self.until),
        )
        return tuple(amount for amount in given if amount) or (Extent(each=each, reach=self.extent or ""),)

    def with_count(self, count: int) -> Self:
        """The same with one number chosen from the range of its first amount."""
        return replace(self, **{self.amounts()[0].field: count})
