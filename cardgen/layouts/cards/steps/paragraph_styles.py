"""The styles that paragraphs of a deck may have."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.paragraphs import ParagraphStyle

LARGER, LARGEST = (1.2, 1.1), 1.3
"""Type sizes of texts with much room, and of those with the most, as multiples of the usual one."""
CLOSER = 0.625
"""Space between paragraphs in larger type that lack room, as a fraction of the usual one."""
NEARLY_ALL = 2 / 3
"""The least part of the backs of a deck that has room for its larger type."""
BODY_STEP = 2
"""The most points between two type sizes that are tried for paragraphs."""
SPACING, SMALLER_SPACING, LEAST_SPACING, CLOSEST_SPACING = 1.28, 1.25, 1.2, 1.18
"""Distance between baselines, in type sizes: of usual type, of smaller, of the least, and where that lacks room."""
GAP, CLOSER_GAP, CLOSEST_GAP = 0.88, 0.55, 0.4
"""Space between paragraphs, in margins of the card: the usual one, and those where there is less room."""


def paragraph_styles(scale: StepScale) -> list[ParagraphStyle]:
    """The styles that paragraphs may have, the roomiest first."""
    icon, margin, hanging = scale.paragraph_icon, scale.margin, scale.texts_beside_icons
    between = [scale.body - BODY_STEP * step for step in range(1, ceil((scale.body - scale.least_body) / BODY_STEP))]
    least = scale.least_body
    return [
        ParagraphStyle(scale.heading, scale.body, icon, SPACING, GAP * margin, hanging),
        ParagraphStyle(scale.heading, scale.body, icon, SPACING, CLOSER_GAP * margin, hanging),
        *(ParagraphStyle(body, body, icon, SMALLER_SPACING, CLOSER_GAP * margin, hanging) for body in between),
        ParagraphStyle(least, least, icon, LEAST_SPACING, CLOSER_GAP * margin, hanging),
        ParagraphStyle(least, least, icon, CLOSEST_SPACING, CLOSEST_GAP * margin, hanging),
    ]


def roomy_styles(usual: ParagraphStyle) -> list[ParagraphStyle]:
    """The styles of texts that have room to spare, the largest first: two more sizes, so that a deck has few.

    Larger type comes before more space between paragraphs.
    """
    return [
        replace(usual, heading=part * usual.heading, body=part * usual.body, gap=gap * usual.gap)
        for part in LARGER
        for gap in (1.0, CLOSER)
    ]


def largest_styles(usual: ParagraphStyle, title: float) -> list[ParagraphStyle]:
    """The style of a few texts that have a face to themselves; none when it would be larger than their title."""
    largest = replace(usual, heading=LARGEST * usual.heading, body=LARGEST * usual.body)
    return [largest] if largest.heading <= title else []


class DeckType:
    """The type of the texts on the backs of a deck: of one size, or of the next smaller one where they have no room."""

    def __init__(self, usual: Sequence[ParagraphStyle], scale: StepScale, title: float) -> None:
        larger = [*(largest_styles(usual[0], title) if scale.title_card else []), *roomy_styles(usual[0])]
        self.styles = [*(style for style in larger if style.heading <= title), *usual]
        """The styles that may be used, the largest first."""
        self._taken: list[float] = []

    @property
    def _sizes(self) -> list[float]:
        """The sizes of the styles, the smallest first."""
        return sorted({style.body for style in self.styles})

    def take(self, size: float) -> None:
        """Note the largest size that the texts of a back may have: those of others are one step larger at most."""
        self._taken.append(size)
        self._limit(next((larger for larger in self._sizes if larger > min(self._taken)), self._sizes[-1]))

    def settle(self) -> None:
        """Choose the size: the larger one if nearly all backs have room for it."""
        largest = self._sizes[-1]
        if sum(size >= largest for size in self._taken) < NEARLY_ALL * len(self._taken):
            self._limit(min(self._taken))

    def _limit(self, size: float) -> None:
        self.styles = [style for style in self.styles if style.body <= size]
