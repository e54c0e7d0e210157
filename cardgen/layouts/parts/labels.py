"""Labels, one above the other, next to what they name."""

from __future__ import annotations

from collections.abc import Sequence


def spread_labels(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float, gap: float
) -> list[float]:
    """The middles of labels, moved apart as little as they must be from where they are wanted, in their order.

    All in points. None is below `bottom`; where they do not fit, the first ones are above `top`.
    """
    middles: list[float] = []
    for middle, height in zip(wanted, heights, strict=True):
        middles.append(max(middle, top + height / 2))
        top = middles[-1] + height / 2 + gap
    for place in reversed(range(len(middles))):
        middles[place] = min(middles[place], bottom - heights[place] / 2)
        bottom = middles[place] - heights[place] / 2 - gap
    return middles
