"""The share of an amount: what it is for, such as each side, limb, direction or spot, or each of the giver's hands."""

from typing import Literal

from msgspec import Struct

from cardgen.model.phrases import Phrase
from cardgen.model.tempo import Tempo
from cardgen.model.vocabulary import Direction, Limb
from cardgen.model.ways import CIRCLES, Way
from cardgen.reading.amount_texts import count_spots

EachWord = Literal["direction", "side", "leg", "arm", "foot", "hand", "spot"]
"""What an author writes: `hand` is each of the giver's own."""
Each = Literal["direction", "spot", "own-hand"] | Limb
BOTH_CIRCLES: tuple[Direction, ...] = ("clockwise", "counterclockwise")


class Share(Struct, frozen=True, kw_only=True):
    """What a value is for; empty for the whole of it."""

    each: Each | None = None
    """`own-hand` is the giver's; limbs are the receiver's."""
    spots: str = ""
    """Named spots: "4 grooves", "each finger"."""
    ways: tuple[Way, ...] = ()
    """The directions of the step, when the value is for each of them."""
    turns: bool = False
    """Whether a step without directions goes in circles."""
    over: bool = False
    """Whether it goes over all of the spots each time, as a pass does: "2 passes over 5 points"."""
    twice: bool = False
    """Whether the value is for one limb because the whole step is done on one, then on the other."""

    def __bool__(self) -> bool:
        return bool(self.each or self.spots)

    @property
    def limb(self) -> Limb | None:
        """The limb of the receiver that it is for, each of the two; None when it is for something else."""
        match self.each:
            case None | "direction" | "spot" | "own-hand":
                return None
            case limb:
                return limb

    @property
    def circles(self) -> bool:
        """Whether the directions are two circles, one each way around."""
        known = [way.way for way in self.ways]
        return all(way in CIRCLES for way in known) if known else self.turns

    @property
    def directions(self) -> tuple[Way, ...]:
        """The directions that the value is for; empty when the author names fewer than two."""
        if self.each != "direction":
            return ()
        if self.circles and len(self.ways) < 2:
            return tuple(Way(way=way) for way in BOTH_CIRCLES)
        return self.ways if len(self.ways) > 1 else ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """In words: "on each side", "in each of 4 grooves"."""
        each = (self._each_phrase,) if self.each else ()
        if not self.spots:
            return each
        return (Phrase(self._named, {"spots": self.spots}), *each)

    @property
    def _named(self) -> str:
        """The author's words as a card has them: a number and a bare "each finger" need a word before them."""
        if self.spots[0].isdigit():
            return "over_spots" if self.over else "on_each_of"
        return "on_every" if self.spots.startswith(("each ", "every ")) else "on_named"

    @property
    def _each_phrase(self) -> Phrase:
        if limb := self.limb:
            return Phrase("on_each_limb", limb=limb)
        return Phrase("with_each_hand" if self.each == "own-hand" else f"on_each_{self.each}")

    def count(self, tempo: Tempo) -> int:
        """The number of them; limbs of a step that is done on each are not counted here."""
        places = (count_spots(self.spots) or tempo.named_spots(self.spots)) if self.spots else 1
        if self.each == "spot":
            return places * tempo.spots
        if self.each == "direction":
            return places * max(2, len(self.ways))
        return places * (1 if not self.each or self.twice else 2)

    def changes(self, tempo: Tempo) -> float:
        """Seconds between one limb and the other."""
        return tempo.change_side if self.limb and not self.twice else 0


WHOLE = Share()
