"""Values of a job's fields that people write as text, except lengths and shifts."""

import re
from itertools import groupby

from cardgen.sheets import booklet
from cardgen.units import Length


class StepNumbers(frozenset[int]):
    """Numbers of steps, written as "1-4,7"."""

    @classmethod
    def parse(cls, text: str) -> "StepNumbers":
        """Read numbers and ranges, separated by commas; ValueError for anything else.

        Any dash that word processors write is accepted.
        """
        numbers: set[int] = set()
        for part in text.split(","):
            match = re.fullmatch(r"\s*(\d{1,4})\s*(?:[-\u2010-\u2015\u2212]\s*(\d{1,4})\s*)?", part)
            if match is None or int(match[2] or match[1]) < int(match[1]):
                raise ValueError(f"'{part}' is not a step or a range of steps; write 3, 1-4 or 1-4,7")
            numbers.update(range(int(match[1]), int(match[2] or match[1]) + 1))
        return cls(numbers)

    def __str__(self) -> str:
        runs = groupby(enumerate(sorted(self)), lambda entry: entry[1] - entry[0])
        ranges = [[number for _, number in run] for _, run in runs]
        return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in ranges)


class Creep(Length):
    """The thickness of one sheet of paper; also written "auto" for ordinary paper, and "off" to move no pages."""

    @classmethod
    def parse(cls, text: str) -> "Creep":
        """Read a thickness; ValueError for anything else."""
        known = {"auto": booklet.DEFAULT_CALIPER, "off": 0.0}
        return cls(known[text] if text in known else Length.parse(text))
