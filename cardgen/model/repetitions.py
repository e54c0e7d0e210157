"""Amounts that count: times and passes, and what each of them takes."""

from msgspec import Struct

from cardgen.model.amount import Amount, Bounds, Figure
from cardgen.model.phrases import Phrase
from cardgen.model.tempo import Tempo
from cardgen.reading.amount_texts import Counted, Span, count_beats


class Cycle(Struct, frozen=True, kw_only=True):
    """The time that one repetition takes, as far as its author says."""

    lasting: Span | None = None
    beats: str = ""
    hold: Span | None = None
    rest: Span | None = None
    """Between two times, or between two sets."""
    every: Span | None = None
    """From the start of one time to that of the next."""
    beat: int = 0
    """Beats a minute."""
    longest: Span | None = None
    """After how long it ends anyway, when something that the author names has not ended it."""

    def once(self, stroke: float, rests: bool, tempo: Tempo) -> float:
        """Seconds of one repetition without the rest after it.

        `stroke`: of a stroke without a stated time; `rests`: the author says how long the rest after it is, so that
        nothing is added around a hold.
        """
        if self.every:
            return tempo.seconds(self.every)
        beat = 60 / self.beat if self.beat else tempo.beat
        if self.beats:
            stroke = count_beats(self.beats) * beat
        elif self.lasting:
            stroke = tempo.seconds(self.lasting)
        elif self.beat:
            stroke = beat
        elif self.hold and tempo.ease is not None:
            around = 0 if rests else tempo.ease
            return (around + tempo.seconds(self.hold)) * (stroke / tempo.once if tempo.once else 1)
        elif self.longest and not self.hold:
            stroke = min(tempo.until, tempo.seconds(self.longest))
        return stroke + (tempo.seconds(self.hold) if self.hold else 0)


class Repetitions(Amount, frozen=True, kw_only=True):
    """A number, a range of two numbers, or "several"."""

    counted: Counted
    cycle: Cycle = Cycle()

    def stroke(self, tempo: Tempo) -> float:
        """Seconds of one repetition for which the author states no time."""
        raise NotImplementedError

    def one(self, tempo: Tempo) -> float:
        """Seconds of a single time."""
        return self.cycle.once(self.stroke(tempo), bool(self.cycle.rest) and not self.counted.sets, tempo)

    def once(self, tempo: Tempo) -> float:
        times, sets = self.usual(tempo), self.counted.sets or 1
        pauses = (sets - 1 if self.counted.sets else times - 1) * (
            tempo.seconds(self.cycle.rest) if self.cycle.rest else 0
        )
        return sets * times * self.one(tempo) + max(0, pauses)

    def usual(self, tempo: Tempo) -> float:
        """As one number."""
        return Bounds(self.counted.least, self.counted.most).usual if self.counted.most else tempo.several

    @property
    def limits(self) -> tuple[float, float]:
        return self.counted.least, self.counted.most

    @property
    def bounds(self) -> Bounds | None:
        least, most = self.counted.least, self.counted.most
        return Bounds(least, most) if least != most else None

    def phrase_of(self, key: str) -> Phrase:
        """A phrase about the number: "{{ count }} times", "At least {{ count }} times"."""
        return Phrase(f"{key}_least" if self.counted.at_least else key, self.values)

    @property
    def values(self) -> dict[str, str]:
        return {"count": self.counted.number, "sets": str(self.counted.sets)}


class Times(Repetitions, frozen=True, kw_only=True):
    """How often."""

    field, icon = "times", "repetitions"

    def stroke(self, tempo: Tempo) -> float:
        return tempo.once

    @property
    def phrase(self) -> Phrase:
        if not self.counted.number:
            return Phrase("several")
        if self.counted.sets:
            return self.phrase_of("sets")
        return self.phrase_of("once" if self.counted.number == "1" else "times")

    @property
    def brief(self) -> Phrase:
        return Phrase("times_brief", self.values) if self.figure else self.phrase

    @property
    def figure(self) -> Figure | None:
        if not self.counted.number or self.counted.sets or self.counted.at_least:
            return None
        return Figure(self.counted.number)


class Passes(Repetitions, frozen=True, kw_only=True):
    """How often over the whole area."""

    field, icon = "passes", "passes"

    def stroke(self, tempo: Tempo) -> float:
        return tempo.once if self.share.over else tempo.over

    def seconds(self, tempo: Tempo) -> float:
        """The same; a pass over several spots is as many strokes, and a rest comes between two passes."""
        if not self.share.over:
            return super().seconds(tempo)
        passes, rest = self.usual(tempo), tempo.seconds(self.cycle.rest) if self.cycle.rest else 0
        one = self.cycle.once(self.stroke(tempo), rests=False, tempo=tempo)
        return passes * self.share.count(tempo) * one + (passes - 1) * rest + self.share.changes(tempo)

    @property
    def phrase(self) -> Phrase:
        if not self.counted.number:
            return Phrase("several")
        return self.phrase_of("pass" if self.counted.number == "1" else "passes")

    @property
    def figure(self) -> Figure | None:
        if not self.counted.number or self.share or self.counted.at_least:
            return None
        return Figure(self.counted.number, Phrase("unit_pass" if self.counted.number == "1" else "unit_passes"))
