"""How good a session is, as a value to compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Rank = tuple[Any, ...]
"""How good something is: the better sorts later."""


def of_parts(given: Sequence[object], kept: Iterable[object], ranks: Iterable[object]) -> Rank:
    """More parts of the highest rank are better, then earlier ones of it, and so for each rank."""
    stays = list(map(bool, kept))
    flags = [tuple(stay for at, stay in zip(given, stays, strict=True) if at == rank) for rank in ranks]
    return tuple((sum(found), found) for found in flags)
