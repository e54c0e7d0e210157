"""The user's error: what is wrong in which file and line, and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct


class Fault(Struct, frozen=True):
    """One thing wrong with what the user gave, and the remedy."""

    problem: str
    remedy: str = ""
    file: Path | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return place + self.problem + (f"\n    {self.remedy}" if self.remedy else "")


class UserError(Exception):
    """Input that cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def suggest(name: str, known: Iterable[str]) -> str:
    """Name the nearest known word, or list them all when none is near."""
    known = sorted(known)
    parts = [word for word in known if name in word.split("-")]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6) or parts[:1]
    return f"Did you mean '{near[0]}'?" if near else f"Write one of: {', '.join(known)}."
