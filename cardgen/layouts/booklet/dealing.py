"""Deals rows out to pages, in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

FULLNESS = tuple(part / 20 for part in range(5, 21))
"""How full pages may be at most, when rows are dealt out to them evenly."""


def fill(heights: Sequence[float], rooms: Sequence[float], gap: float) -> list[slice]:
    """The rows of each page, no higher than its room if they can be; more pages than rooms are like the last one."""
    starts = [0]
    for at in range(1, len(heights)):
        if stacked(heights[starts[-1] : at + 1], gap) > rooms[min(len(starts), len(rooms)) - 1]:
            starts.append(at)
    return [slice(*ends) for ends in pairwise((*starts, len(heights)))]


def deal_evenly(heights: Sequence[float], rooms: Sequence[float], gap: float) -> list[slice]:
    """The rows of as many pages as there are rooms, the fullest as empty as possible; empty when they do not fit."""
    for part in FULLNESS:
        shares = fill(heights, [part * room for room in rooms], gap)
        filled = [stacked(heights[share], gap) for share in shares]
        if len(shares) == len(rooms) and all(high <= room for high, room in zip(filled, rooms, strict=True)):
            return shares
    return []


def stacked(heights: Sequence[float], gap: float) -> float:
    """The height of rows one below another."""
    return sum(heights) + gap * (len(heights) - 1)
