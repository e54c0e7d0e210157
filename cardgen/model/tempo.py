"""How long an action takes when its author gives no seconds."""

from msgspec import Struct

from cardgen.reading.amount_texts import Span

SLOW = ("slow", "deep", "long")
"""Words for breaths that take longer."""


class Tempo(Struct, frozen=True, kw_only=True):
    """How long an action takes when its author states no time: seconds, unless noted."""

    once: float
    """One stroke."""
    ease: float | None
    """To find the spot, ease in and ease out around an author's hold; None: a stroke, and the hold is added to it."""
    over: float
    """Once over the whole area."""
    usual_over: float
    """Times over the area when the author says only how far, or nothing."""
    several: float
    """Times."""
    spots: int
    """Number of spots when an amount is for each of them."""
    named: dict[str, int]
    """Number of spots by their names, such as fingers."""
    moment: float
    until: float
    """Until something eases, on one spot."""
    beat: float
    """One beat of a count."""
    breath: float
    slow_breath: float
    change_side: float
    """From one limb to the other."""

    def seconds(self, span: Span) -> float:
        """A length of time; of a range, the middle."""
        if span.unit == "moment":
            return self.moment
        if span.unit == "breaths":
            return span.usual * (self.slow_breath if any(word in span.manner for word in SLOW) else self.breath)
        return span.usual

    def named_spots(self, spots: str) -> int:
        """The number of spots of this name, such as "each finger"."""
        return next((number for name, number in self.named.items() if name in spots), self.spots)
