"""The styles that paragraphs of a deck may have."""

from __future__ import annotations

from math import ceil

from msgspec.structs import replace

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.paragraphs import ParagraphStyle

LARGER, LARGEST = (1.2, 1.1), 1.3
"""Type sizes of texts with much room, and of those with the most, as multiples of the usual one."""
CLOSER = 0.625
"""Space between paragraphs in larger type that lack room, as a fraction of the usual one."""
BODY_STEP = 2
"""The most points between two type sizes that are tried for paragraphs."""


def paragraph_styles(scale: StepScale) -> list[ParagraphStyle]:
    """The styles that paragraphs may have, the roomiest first."""
    icon, gap, hanging = scale.paragraph_icon, scale.margin, scale.texts_beside_icons
    between = [scale.body - BODY_STEP * step for step in range(1, ceil((scale.body - scale.least_body) / BODY_STEP))]
    least = scale.least_body
    return [
        ParagraphStyle(scale.heading, scale.body, icon, 1.28, 0.88 * gap, hanging),
        ParagraphStyle(scale.heading, scale.body, icon, 1.28, 0.55 * gap, hanging),
        *(ParagraphStyle(body, body, icon, 1.25, 0.55 * gap, hanging) for body in between),
        ParagraphStyle(least, least, icon, 1.2, 0.55 * gap, hanging),
        ParagraphStyle(least, least, icon, 1.18, 0.4 * gap, hanging),
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
