"""Words of a language that are only for some sessions, or for what some decks show."""

from typing import Literal

from cardgen.model.vocabulary import Direction, Level, Pace, Technique
from cardgen.reading.models import Model

Shown = Literal[
    "times", "hands", "up-or-down", "pressure", "range-of-pressure", "out-and-back", "time", "caution", "extra",
    "marked-area", "hatched-area", "dotted-area", "firm-glide", "glides-of-two-widths", "dashed-glide", "dashes",
    "hollow-arrow", "touching-hand", "firm-hand", "resting-hand", "resting-forearm", "ending-forearm",
]  # fmt: skip
"""What the steps of a deck may show."""


class ParagraphWords(Model, frozen=True):
    """A paragraph beside an icon, on the safety card or on how to read a booklet."""

    icon: str
    heading: str
    text: str


class ShownWords(Model, frozen=True):
    """A text for decks that show what it is about."""

    text: str
    where: Shown


class KeyWords(ParagraphWords, frozen=True):
    """What a sign on the steps means."""

    where: Shown | None = None
    """What a deck must show to have it; None if every deck does."""
    also: list[ShownWords] = []


class FurtherWords(Model, frozen=True):
    """A sentence for certain sessions only."""

    text: str
    areas: list[str] = []
    """Body areas: it is for sessions that work on one of them; for all sessions if none is named."""
    techniques: list[Technique] = []
    """It is for sessions with one of these techniques; for all sessions if none is named."""
    levels: list[Level] = []
    """Pressures, likewise."""
    paces: list[Pace] = []
    """Paces, likewise."""
    ways: list[Direction] = []
    """Directions, likewise."""
    above: int = 0
    """It is for sessions that may feel stronger than this, of 10."""
