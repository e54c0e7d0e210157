"""The user's error: what is wrong in which file and line, and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.synonyms import DRAWN, SYNONYMS

MOST_SHOWN = 90
"""So many characters of a line are shown round the place of a fault."""
MOST_SAID = 1000
"""So many characters of a report: what it repeats of a file may be longer."""
LONGEST_NAME = 60
"""No name that is known is longer, and a much longer one is near to none."""
SHORT, LONG = 3, 9
"""A word of fewer letters has no slips, one of so many may have two."""
MOST_LISTED = 100
"""So many known words are listed at most when none is near."""


class Fault(Struct, frozen=True):
    """One thing wrong with what the user gave, and the remedy."""

    problem: str
    remedy: str = ""
    file: Path | None = None
    line: int | None = None
    column: int | None = None
    """In characters, from 1; with it, `text` is the line itself."""
    text: str = ""
    where: str = ""
    """The place in words, where a line and a column of characters would tell nobody: "row 4, column 'hands'"."""
    warning: bool = False
    """It can be printed as it is, but a good card needs something else."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        place = f"{self.file}: {self.where}" if self.where else place
        kind = "warning: " if self.warning else ""
        shown = "".join(f"\n    {row}" for row in self._shown()) if self.column and self.text.strip() else ""
        remedy = f"\n    {self.remedy}" if self.remedy else ""
        return visible((f"{place}: " if place else "") + kind + self.problem[:MOST_SAID]) + shown + visible(remedy)

    def _shown(self) -> tuple[str, str]:
        """The line with its number, cut where it is very long, and a mark below the place."""
        at = (self.column or 1) - 1
        start = max(0, at - MOST_SHOWN // 2) if len(self.text) > MOST_SHOWN else 0
        part = self.text[start : start + MOST_SHOWN]
        before, after = "…" * (start > 0), "…" * (start + MOST_SHOWN < len(self.text))
        number = f"{self.line} | "
        indent = len(visible(before + part[: at - start]))
        return number + before + visible(part.rstrip()) + after, " " * (len(number) - 2) + "| " + " " * indent + "^"


class UserError(Exception):
    """Input that cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def suggest(name: str, known: Iterable[str]) -> str:
    """Name the known word that was surely meant, or list them all when none was.

    A word that only looks alike may mean the opposite on a body: it must be a slip of one letter, or of two in a long
    word, or another word for the same.
    """
    known = sorted(known) if isinstance(known, (set, frozenset)) else list(known)  # some orders tell something
    if meant := _meant(unicodedata.normalize("NFKC", name).lower().replace(" ", "-"), known):
        unlike = meant.isascii() and not name.isascii()
        return f"Did you mean '{meant}'?{' Write it anew, in plain letters.' if unlike else ''}"
    more = ", ..." if len(known) > MOST_LISTED else ""
    return f"Write one of: {', '.join(known[:MOST_LISTED])}{more}."


def _meant(name: str, known: Sequence[str]) -> str | None:
    """The known word that another one stands for."""
    parts = [word for word in known if name in word.split("-")]
    same = [word for word in (SYNONYMS.get(name), DRAWN.get(name)) if word in known]
    slips = sorted((distance, word) for word in known if (distance := slip(name, word)) is not None)
    return slips[0][1] if slips else same[0] if same else parts[0] if len(parts) == 1 else None


def slip(name: str, word: str) -> int | None:
    """How many letters are wrong, missing, too many or exchanged, when so few are that one is written for the other."""
    most = 0 if min(len(name), len(word)) < SHORT else 1 if len(name) < LONG else 2
    if abs(len(name) - len(word)) > most or len(name) > LONGEST_NAME:
        return None
    rows = [list(range(len(word) + 1))]
    for i, letter in enumerate(name, 1):
        row = [i]
        for j, other in enumerate(word, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, name[i - 2]) == (word[j - 2], other):
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1] if rows[-1][-1] <= most else None


def visible(text: str) -> str:
    """Text that does nothing to a terminal: what is not seen, or changes what is seen, stands as its code."""
    return text if text.isprintable() else re.sub(r"[^\n]", _code, text)


def _code(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    return " " if char in "\t\u00a0" else f"<U+{ord(char):04X}>"
