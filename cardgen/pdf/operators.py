"""Outlines and colors as operands and operators of a PDF page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from cardgen.scene.outlines import Outline

PATH_OPERATORS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}
PAINT_OPERATORS = {(True, False): "f", (False, True): "S", (True, True): "B"}
"""By whether the path is filled, and whether it is stroked."""


@lru_cache(maxsize=512)
def trace_outline(outline: Outline, height: float) -> str:
    """The path of an outline whose y runs down from `height`, to a hundredth of a point.

    It is cached, because many outlines are filled and then stroked, and the body is on every card.
    """
    # 0.0 is added, because -0.0 is the same as 0.0 to the cache, but not in the file.
    numbers = [
        height - number if place % 2 else number + 0.0 for _, given in outline for place, number in enumerate(given)
    ]
    return format_segments(outline, numbers)


def format_segments(outline: Outline, numbers: Sequence[float]) -> str:
    """The path of an outline with these numbers instead of its own."""
    written: str = _segments_format("".join([letter for letter, _ in outline])) % tuple(numbers)
    return written.replace("0 ", " ").replace(".0 ", " ")  # the body's drawings have numbers with one decimal, or none


@lru_cache(maxsize=1024)
def _segments_format(letters: str) -> str:
    """The format string for the numbers of segments with these letters."""
    return " ".join([PATH_OPERATORS[letter] for letter in letters])


@cache
def format_rgb(color: str) -> str:
    """The components of "#RRGGBB", from 0 to 1."""
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.6g}" for i in (1, 3, 5))
