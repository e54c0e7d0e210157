"""Values that are beyond a limit of their model: a text that is too long, a number that is too small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import ge, gt, le, lt
from typing import Any

from msgspec import Meta

from cardgen.reading.models import PATTERNS
from cardgen.reading.type_words import show
from cardgen.reading.value_types import Limit, fits

BOUNDS: dict[str, tuple[Callable[[float, float], bool], str]] = {
    "le": (le, "at most"),
    "ge": (ge, "at least"),
    "gt": (gt, "more than"),
    "lt": (lt, "less than"),
}
"""A bound of a number as models name it, the test for it, and its words."""


def explain_limit(limits: Iterable[Limit], value: Any) -> tuple[str, str] | None:
    """The first limit that a value breaks, of those for its type; None if it breaks none."""
    found = (_explain_broken(limit, value) for kind, limit in limits if fits(value, kind))
    return next(filter(None, found), None)


def broken_limit(remedy: str, limits: Iterable[Limit]) -> str:
    """The limit that the number in a remedy breaks: it would be refused next; empty if a type of number takes it."""
    found = re.fullmatch(r"Write (\d+(?:\.\d+)?)\.", remedy)
    kinds = [limit for kind, limit in limits if kind in (int, float)]
    broken = [_explain_broken(limit, float(found[1])) for limit in kinds] if found else []
    return broken[0][1] if broken and all(broken) and broken[0] else ""


def _explain_broken(limit: Meta, value: Any) -> tuple[str, str] | None:
    """What to write instead of a value that is beyond a limit; None if it is within it."""
    remedy = ""
    if isinstance(value, (str, list, tuple)) and (broken := _explain_length(limit, value)):
        return broken
    if isinstance(value, str) and limit.pattern and not re.search(limit.pattern, value):
        remedy = f"Write {PATTERNS[limit.pattern]}."
    elif isinstance(value, (int, float)):
        remedy = next((f"It must be {words} {bound:g}." for words, bound in _broken_bounds(limit, value)), "")
    return (f"{show(value)} cannot be used here.", remedy) if remedy else None


def _broken_bounds(limit: Meta, number: float) -> Iterator[tuple[str, float]]:
    """The bounds that a number does not keep, with their words."""
    for name, (keeps, words) in BOUNDS.items():
        bound = getattr(limit, name)
        if bound is not None and not keeps(number, bound):
            yield words, bound


def _explain_length(limit: Meta, value: str | Sequence[Any]) -> tuple[str, str] | None:
    """A text or a list that is too short or too long."""
    kind, one, many = ("text", "character", "characters") if isinstance(value, str) else ("list", "entry", "entries")
    least, most = limit.min_length or 0, limit.max_length
    if least <= len(value) and (most is None or len(value) <= most):
        return None
    if not value:
        return f"this {kind} is empty.", "Write something, or leave the line out."
    remedy = f"It needs at least {least}." if len(value) < least else f"It can have at most {most}."
    return f"this {kind} has {len(value):,} {one if len(value) == 1 else many}.", remedy
