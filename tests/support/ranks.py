"""How good a session is, as a value that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Rank = tuple[Any, ...]
"""How good something is: what is better sorts later."""


def of_parts(given: Sequence[object], kept: Iterable[object], ranks: Iterable[object]) -> Rank:
    """The rank of the kept parts: more of the first rank are better, then earlier ones, and so on for each rank."""
    stays = list(map(bool, kept))
    flags = [tuple(stay for at, stay in zip(given, stays, strict=True) if at == rank) for rank in ranks]
    return tuple((sum(found), found) for found in flags)
