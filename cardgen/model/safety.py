"""The safety rules of a whole routine or program."""

from typing import Annotated

import msgspec
from msgspec import Struct

from cardgen.model.vocabulary import Line, Text
from cardgen.reading.models import Model

MOST_STRENGTH = 5
"""The strongest that it may feel to the receiver if its author does not say; 10 is pain."""
Strength = Annotated[int, msgspec.Meta(ge=1, le=9)]
"""The strongest that it may feel, below 10, which is pain."""


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
    """Conditions with which nothing of a session is given."""
    leave_out_with: tuple[str, ...] = ()
    """Conditions with which only the routine that says so is left out."""
    cautions: tuple[str | Caution, ...] = ()
    strength_at_most: int | None = None
    """The limit, if an author states one."""

    def __add__(self, other: "Safety") -> "Safety":
        """Both together."""
        return Safety(
            ask=self.ask + other.ask,
            not_with=self.not_with + other.not_with,
            leave_out_with=self.leave_out_with + other.leave_out_with,
            cautions=self.cautions + other.cautions,
            strength_at_most=min(filter(None, (self.strength_at_most, other.strength_at_most)), default=None),
        )

    @property
    def general_cautions(self) -> tuple[str, ...]:
        """The cautions for every receiver."""
        return tuple(caution for caution in self.cautions if isinstance(caution, str))

    @property
    def group_cautions(self) -> tuple[Caution, ...]:
        """The cautions for receivers with a condition."""
        return tuple(caution for caution in self.cautions if isinstance(caution, Caution))

    @property
    def strength(self) -> int:
        """The strongest that it may feel."""
        return self.strength_at_most or MOST_STRENGTH
