"""What protects the receiver in a whole routine or program."""

from typing import Annotated

import msgspec
from msgspec import Struct

from cardgen.model.vocabulary import Line, Text
from cardgen.reading.models import Model

MOST_STRENGTH = 5
"""How strong any massage may feel to the receiver, from 1 to 10, which is pain: cardgen's own limit."""
Strength = Annotated[int, msgspec.Meta(ge=1, le=MOST_STRENGTH)]


class Caution(Model, frozen=True, kw_only=True):
    """A caution for some receivers alone."""

    do: Text
    """What to do for them, or what must not happen, in a sentence."""
    only_with: Line
    """The condition that these receivers have, such as "lymphedema"."""
    ours: bool = False
    """You add this caution; the source that you follow does not have it."""


class Safety(Struct, frozen=True):
    """What an author says about the safety of a whole routine or program."""

    ask: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    cautions: tuple[str | Caution, ...] = ()
    strength_at_most: int = MOST_STRENGTH

    def __add__(self, other: "Safety") -> "Safety":
        """Both together."""
        return Safety(
            self.ask + other.ask,
            self.not_with + other.not_with,
            self.cautions + other.cautions,
            min(self.strength_at_most, other.strength_at_most),
        )
