"""Where an amount is written: what is around it decides what it may be for, and what it needs beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

ONE_SIDE = "The routine is done on each side, so an amount is for the side that it is on."
LIMBS = ("side", "leg", "arm", "foot")
"""The things that there are two of, and that an amount may be for."""


class AmountPlace(Struct, frozen=True):
    """The key that an amount is for, in a step of a routine."""

    key: str = "repeat"
    """`repeat` itself, the key in it, or another one for a number of minutes."""
    routine_sides: str = ""
    """The sides of the routine that repeat the step, as its author wrote them; empty where it is done once."""
    step_sides: str = ""
    """The sides of the step itself."""
    beside: frozenset[str] = frozenset()
    """The keys of the step."""

    @classmethod
    def find(cls, place: Sequence[str | int], data: Any) -> AmountPlace:
        """The amount at a place of a file; anything but a step of a routine has nothing around it."""
        key = str(place[-1]) if place else ""
        entries = data.get("steps") if isinstance(data, dict) and tuple(place[:1]) == ("steps",) else None
        number = place[1] if len(place) > 1 else None
        step = entries[number] if isinstance(entries, list) and isinstance(number, int) else None
        if not isinstance(step, dict):
            return cls(key)
        repeated = "" if step.get("once") else _text(data.get("sides"))
        return cls(key, repeated, _text(step.get("sides")), frozenset(step))

    def order_of(self, sides: tuple[str, str]) -> str:
        """The order of the routine's sides: its own, or these where its author leaves it open."""
        return self.routine_sides if "-then-" in self.routine_sides else "-then-".join(sides)

    def without_sides(self, keys: dict[str, str]) -> dict[str, str]:
        """Keys of an amount, not for each side or limb where the routine is done on each: the amount is for one."""
        if not self.routine_sides:
            return keys
        return {key: text for key, text in keys.items() if key != "each" or text not in LIMBS}

    def finish_minutes(self, remedy: str) -> str:
        """A remedy for the minutes of a step, with what else they need there."""
        if "least:" in remedy and "repeat" in self.beside:
            remedy += " Leave out 'least' and 'most' if 'repeat' gives seconds, or a range."
        is_twice = self.step_sides == "each" or "-then-" in self.step_sides
        if is_twice and "minutes_for" not in self.beside:
            remedy += " Add 'minutes_for: one-side' or 'minutes_for: both-sides'."
        return remedy


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
