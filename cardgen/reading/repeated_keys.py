"""Explains keys that a mapping has twice: each may be one too many, or a whole entry lacks the line that begins it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cardgen.reading.value_types import Spot

MOST_NAMED = 3
"""The most keys that a message names."""
HolderKind = Literal["file", "entry", "value"]
"""What has the keys: a whole file, an entry of a list, or the value of another key."""


class FoundKey(NamedTuple):
    """A key, and where it is written."""

    name: str
    spot: Spot


def explain_repeated(keys: Sequence[FoundKey], holder: HolderKind) -> Iterator[tuple[Spot, str, str]]:
    """The place, the problem and the remedy of each mistake in the keys of a mapping, in the order of the file."""
    first, seen = keys[0], dict[str, Spot]()
    for index, (name, spot) in enumerate(keys):
        if name not in seen:
            seen[name] = spot
        elif again := _begins_again(keys[index:], seen):
            yield spot, *_explain_again(again, seen[name], first, holder)
            seen = {name: spot}
        else:
            remedy = f"Keep one of them; or, if a new entry begins here, write '- {name}: ...'."
            begins = name == first.name and holder != "file"
            problem = f"'{name}' is given twice, first on line {seen[name].line}."
            yield spot, problem, remedy if begins else "Keep one of them."


def _begins_again(keys: Sequence[FoundKey], seen: dict[str, Spot]) -> list[str]:
    """The keys that are repeated from the first of `keys` on; empty unless most of those that follow it are."""
    end = next((index for index, key in enumerate(keys) if index and key.name == keys[0].name), len(keys))
    again = [key.name for key in keys[:end] if key.name in seen]
    return again if len(again) > 1 and 2 * len(again) > end else []


def _explain_again(again: list[str], before: Spot, first: FoundKey, holder: HolderKind) -> tuple[str, str]:
    """Keys that are repeated in a run: another mapping begins with them."""
    more = len(again) - MOST_NAMED
    names = [f"'{name}'" for name in again[: MOST_NAMED if more > 0 else None]]
    named = f"{', '.join(names)} and {more} more" if more > 0 else f"{', '.join(names[:-1])} and {names[-1]}"
    repeated = f"{named} are given again, first from line {before.line} on"
    if holder == "file":
        return f"{repeated}.", "If a second file begins here, save it under a name of its own; or keep one of each."
    begin = f"Write '- {first.name}: ...'" + ("" if again[0] == first.name else " above this line")
    if holder == "value":
        return f"{repeated}.", f"{begin} if an entry of a list begins here; or keep one of each."
    problem = f"An entry of the list begins here without its hyphen: {repeated}."
    return problem, f"{begin}, its hyphen below the one on line {first.spot.line}."
