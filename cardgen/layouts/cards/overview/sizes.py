"""The type sizes and lengths of an overview card's rows."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.units import MM

LEAST_ICON = 7 * MM
"""The least size of an icon, unless the scale has smaller ones."""


class RowSizes(Struct, frozen=True):
    """Type sizes and lengths of the rows, in points."""

    number: float
    title: float
    words: float
    """Of the words for the icons, and of the caution."""
    least: float
    icon: float
    figure: float
    """Width of the column of figures; 0 leaves them out."""
    icons_below: bool
    """Whether the icons are below the title, not beside it."""

    @classmethod
    def of(cls, scale: OverviewScale, shrink: float, figures: bool) -> RowSizes:
        """The sizes of a scale, smaller by a factor, with figures or without."""
        title, words = max(shrink * scale.step_title, scale.least), max(shrink * scale.icon_words, scale.least)
        icon = max(shrink * scale.icon, min(scale.icon, LEAST_ICON))
        figure = scale.figure_width if figures and scale.figure_width else 0.0
        return cls(shrink * scale.step_number, title, words, scale.least, icon, figure, scale.icons_below_title)

    @property
    def indent(self) -> float:
        """From the left of a row to its text."""
        return 1.25 * self.number + (self.figure + 1.2 * self.gap if self.figure else 0)

    @property
    def sign(self) -> float:
        """Size of the caution sign."""
        return 1.35 * self.words

    @property
    def gap(self) -> float:
        return 0.45 * self.words
