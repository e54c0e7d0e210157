"""The styles that paragraphs of a deck may have."""

from __future__ import annotations

from math import ceil

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.paragraphs import ParagraphStyle

ROOMY = 1.15
"""Type sizes of lists on cards that have room to spare, in the usual ones."""
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


def roomy_style(scale: StepScale) -> ParagraphStyle:
    """The style of lists on cards that have room to spare: one more size, so that a deck has few."""
    icon, gap = scale.paragraph_icon, scale.margin
    return ParagraphStyle(
        ROOMY * scale.heading, ROOMY * scale.body, ROOMY * icon, 1.28, 0.88 * gap, scale.texts_beside_icons
    )
