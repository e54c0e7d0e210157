"""Names files after what is in them."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_STEM = 40
"""The most characters of names in a file's name: in any alphabet, it still has room for what follows them."""


def join_names(names: Sequence[str], joint: str) -> str:
    """Names as part of a file's name: as many as there is room for, and how many others there are."""
    shown = max(
        (count for count in range(1, len(names) + 1) if len(joint.join(names[:count])) <= LONGEST_STEM), default=1
    )
    others = len(names) - shown
    joined = joint.join(names[:shown])[:LONGEST_STEM].rstrip("-")
    return f"{joined}{joint}{others}-more" if others > 0 else joined
