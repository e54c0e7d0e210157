"""The type sizes and lengths of an overview card's rows."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.units import MM

LEAST_ICON = 7 * MM
"""The least size of an icon, unless the scale has smaller ones."""

GAP = 0.45
"""Between the parts of a row, in type sizes of the words; smaller type is closer."""


class RowSizes(Struct, frozen=True):
    """Type sizes and lengths of the rows, in points."""

    number: float
    numbers: float
    """Width of the column of numbers, with the names of cards below them."""
    title: float
    words: float
    """Of the words for the icons, and of the caution."""
    least: float
    icon: float
    gap: float
    key_figure: float
    """Width of a key figure next to the words, as a fraction of the row."""
    icons_below: bool
    """Whether the icons are below the title, not next to it."""

    @classmethod
    def of(cls, scale: OverviewScale, shrink: float, names: float, key_figure: float) -> RowSizes:
        """The sizes of a scale, smaller by a factor.

        `names` is the width of the widest name of a card, in type sizes, `key_figure` that of a key figure.
        """
        title, words = max(shrink * scale.step_title, scale.least), max(shrink * scale.icon_words, scale.least)
        icon = max(shrink * scale.icon, min(scale.icon, LEAST_ICON))
        gap = GAP * shrink * shrink * words
        number, least = shrink * scale.step_number, scale.least
        numbers = max(1.25 * number, (names + 0.3) * least)
        return cls(number, numbers, title, words, least, icon, gap, key_figure, scale.icons_below_title)

    @property
    def smallest(self) -> RowSizes:
        """The same with the least type sizes."""
        return replace(self, title=self.least, words=self.least)

    @property
    def indent(self) -> float:
        """From the left of a row to its text."""
        return self.numbers

    @property
    def sign(self) -> float:
        """Size of the caution sign."""
        return 1.35 * self.words
