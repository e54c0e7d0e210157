"""Directions of a stroke, and which of them are circles or go there and back."""

from cardgen.model.vocabulary import Direction, Short, Text
from cardgen.reading.models import Model

CIRCLES: tuple[Direction, ...] = ("clockwise", "counterclockwise", "circles-both-ways", "round")
"""Directions of circles."""
RETURNING: tuple[Direction, ...] = ("circles-both-ways", "both-ways", "up-and-back", "across", "round")
"""Directions that are two by themselves, or may be."""


class Way(Model, frozen=True, kw_only=True):
    """A direction with your own words."""

    way: Direction
    """The direction; `cardgen list directions` lists them all."""
    say: Short | None = None
    """Words for the card instead of its name."""
    note: Short | None = None
    """A few words below it, such as "around the shoulder"."""
    effect: Text | None = None
    """What this direction is good for, in a sentence."""
