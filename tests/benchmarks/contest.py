"""Has several programs print the same neutral deck, in turn, and measures what each takes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from running import HERE, LONGEST, Run, TooLongError, python

BASE = "cardgen"
"""The program that others are compared with."""
SLOW = 60.0
"""A program that takes more seconds than this runs once."""


class Program(NamedTuple):
    """A program that prints the neutral deck."""

    script: str
    package: str
    """As it is imported."""
    flags: tuple[str, ...] = ()


PROGRAMS = {
    BASE: Program("cardgen_deck.py", "cardgen"),
    "cardgen-untagged": Program("cardgen_deck.py", "cardgen", ("--untagged",)),
    "reportlab": Program("reportlab_bare.py", "reportlab"),
    "typst": Program("typst_deck.py", "typst"),
    "typst-untagged": Program("typst_deck.py", "typst", ("--untagged",)),
    "fpdf2": Program("fpdf2_deck.py", "fpdf"),
    "weasyprint": Program("weasyprint_deck.py", "weasyprint"),
}


class Measured(NamedTuple):
    """What a program took for a deck: its runs by their rounds; none when it took too long."""

    runs: dict[int, Run]
    size: int
    """Of the PDF, in bytes."""

    @property
    def counted(self) -> dict[int, Run]:
        """All runs but the first, which finds no byte code and cold disks; the first when there is no other."""
        return {number: run for number, run in self.runs.items() if number} or self.runs


def lacking(names: Sequence[str]) -> list[str]:
    """The packages that these programs need and that are not installed."""
    return [PROGRAMS[name].package for name in names if find_spec(PROGRAMS[name].package) is None]


def contest(
    cards: int, names: Sequence[str], rounds: int, folder: Path, limit: float = LONGEST, kept: Path | None = None
) -> dict[str, Measured]:
    """What each program takes for a deck of this many cards; every round runs all in turn.

    Slow programs run once. One that takes more than `limit` seconds is ended. PDFs are copied to the folder `kept`.
    CalledProcessError when a program fails, or its PDF does not hold the deck.
    """
    deck = folder / "deck.json"
    python(folder, HERE / "neutral_deck.py", deck, str(cards))
    measured = {name: Measured({}, 0) for name in names}
    for number in range(rounds + 1):
        for name, found in measured.items():
            if number and not _worth_another(found):
                continue
            print(f"{cards} cards, round {number}: {name}", file=sys.stderr, flush=True)
            pdf = folder / f"{name}-{cards}.pdf"
            try:
                found.runs[number] = _print(PROGRAMS[name], deck, pdf, limit)
            except TooLongError:
                continue
            if number == 0:
                python(folder, HERE / "legible.py", deck, pdf)
                measured[name] = found._replace(size=pdf.stat().st_size)
                if kept:
                    shutil.copy(pdf, kept)
    return measured


def _worth_another(found: Measured) -> bool:
    return bool(found.runs) and found.runs[0].wall <= SLOW


def _print(program: Program, deck: Path, pdf: Path, limit: float) -> Run:
    """A whole process; a program cannot leave the PDF of another round."""
    pdf.unlink(missing_ok=True)
    return python(pdf.parent, HERE / "peers" / program.script, deck, pdf, *program.flags, limit=limit)
