"""Amounts that are not counted: how long, in which rhythm, until when, how far, and what then."""

from cardgen.model.amount import Amount
from cardgen.model.phrases import Phrase
from cardgen.model.tempo import Tempo
from cardgen.model.vocabulary import About
from cardgen.reading.amount_texts import Span, count_beats, parse_following

FIRST = ("first", "the first", "then")
"""The beginning of a text that says what comes first, and then: "the first 3 light, then a little deeper"."""
ONE_BREATH = Span("1", "breaths", 1, 1)


class Lasting(Amount, frozen=True, kw_only=True):
    """A length of time."""

    span: Span

    def once(self, tempo: Tempo) -> float:
        return tempo.seconds(self.span)

    @property
    def limits(self) -> tuple[float, float]:
        return self.span.least, self.span.most

    def phrase_of(self, key: str) -> Phrase:
        """A phrase about the length: "Hold {{ span }}"."""
        return Phrase(f"{key}_moment") if self.span.unit == "moment" else Phrase(key, span=self.span)


class Time(Lasting, frozen=True, kw_only=True):
    """How long; with a number of times, how long each of them takes."""

    field, icon = "seconds", "time"
    estimate_given: About | None = None

    @property
    def phrase(self) -> Phrase:
        return self.phrase_of("lasting_each" if self.each_time else "lasting")

    @property
    def estimate(self) -> About | None:
        return self.estimate_given


class Hold(Lasting, frozen=True, kw_only=True):
    """How long to hold still."""

    field, icon, adds = "hold", "hold", True

    @property
    def phrase(self) -> Phrase:
        return self.phrase_of("hold_each" if self.each_time else "hold")


class Rest(Lasting, frozen=True, kw_only=True):
    """How long to rest: between two times, between two sets, or at all."""

    field, icon, adds = "rest", "rest", True
    between: str = ""
    """What it is between, if there are several: "sets", "passes", or "spots" without a number of times."""

    @property
    def phrase(self) -> Phrase:
        if not (self.each_time or self.between == "spots"):
            return self.phrase_of("rest")
        return self.phrase_of(f"rest_{self.between}" if self.between in ("sets", "passes") else "rest_between")


class RestAfter(Lasting, frozen=True, kw_only=True):
    """How long to rest once all else is done."""

    field, icon, follows = "rest_after", "rest", True

    @property
    def phrase(self) -> Phrase:
        return self.phrase_of("rest_after" if self.beside else "rest")


class Every(Lasting, frozen=True, kw_only=True):
    """From the start of one time to that of the next."""

    field, icon = "every", "time"

    def once(self, tempo: Tempo) -> float:
        return Amount.once(self, tempo)

    @property
    def phrase(self) -> Phrase:
        return Phrase("every_breath") if self.span == ONE_BREATH else self.phrase_of("every")


class Beats(Amount, frozen=True, kw_only=True):
    """What to count to, each time."""

    field, icon = "count", "time"
    beats: str
    beat: int = 0

    def once(self, tempo: Tempo) -> float:
        return count_beats(self.beats) * (60 / self.beat if self.beat else tempo.beat)

    @property
    def phrase(self) -> Phrase:
        key = "count_to" if self.beats.isdigit() else "count_parts"
        return Phrase(f"{key}_beat" if self.beat else key, {"count": self.beats, "beat": str(self.beat)})


class Beat(Amount, frozen=True, kw_only=True):
    """How many beats, or strokes, a minute."""

    field, icon = "beat", "time"
    beat: int

    @property
    def phrase(self) -> Phrase:
        return Phrase("a_minute", {"count": str(self.beat)})


class Until(Amount, frozen=True, kw_only=True):
    """What ends it."""

    field, icon = "until", "until-released"
    condition: str
    longest: Span | None = None
    sooner: bool = False
    """Whether something else ends it too, such as a number of times; it is over with whichever comes first."""
    held: bool = False
    """Whether it has a longest time or a hold of its own, so that of several it ends one, not all."""

    def once(self, tempo: Tempo) -> float:
        return min(tempo.until, tempo.seconds(self.longest)) if self.longest else tempo.until

    @property
    def phrase(self) -> Phrase:
        key = "or_until" if self.sooner else "until"
        return Phrase(f"{key}_each" if self.held and self.each_time else key, {"condition": self.condition})


class AtMost(Lasting, frozen=True, kw_only=True):
    """After how long it ends anyway."""

    field, icon = "at_most", "time"

    @property
    def phrase(self) -> Phrase:
        return self.phrase_of("at_most_each" if self.each_time else "at_most")


class AtMostInAll(Lasting, frozen=True, kw_only=True):
    """After how long all of it ends anyway, however often it is done."""

    field, icon, limits_all = "at_most_in_all", "time", True

    @property
    def phrase(self) -> Phrase:
        return self.phrase_of("at_most_in_all")


class Extent(Amount, frozen=True, kw_only=True):
    """How far; nothing when the author does not say how much at all."""

    field, icon = "extent", "repetitions"
    reach: str = ""

    @property
    def phrase(self) -> Phrase:
        return Phrase("extent", {"extent": self.reach})


class Then(Amount, frozen=True, kw_only=True):
    """What is different the next time."""

    field, icon = "then", "next"
    next: str

    def seconds_beside(self, once: float, tempo: Tempo) -> float:
        """Seconds of what the text says comes after the first amount, when one repetition takes `once`."""
        times, span = parse_following(self.next)
        lasting = tempo.seconds(span) if span else 0
        if not times:
            return lasting
        beside = not span or any(word in self.next.lower() for word in ("hold", "rest"))
        return times * (lasting + (once if beside else 0))

    @property
    def phrase(self) -> Phrase:
        follows = self.beside and not self.next.lower().startswith(FIRST)
        return Phrase("then_next" if follows else "extent", {"next": self.next, "extent": self.next})
