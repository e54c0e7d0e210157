"""The outcomes of a roster's rows, gathered while their documents are made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cardgen.errors import Fault, name_first
from cardgen.jobs.batch.printing import Outcome

MOST_NAMED = 8
"""The most rows that are named; others are only counted."""


class BatchReport:
    """The faults of rows, by their places in the roster, and the advice about their documents."""

    def __init__(self) -> None:
        self.made = self.known = 0
        self.faults: dict[int, tuple[Fault, ...]] = {}
        self.tracebacks: dict[int, str] = {}
        self.lines: dict[str, list[str]] = {}
        """Lines about documents, with the files of those that they are about."""

    def add(self, outcome: Outcome | None) -> None:
        """Note the outcome of an order; None for a document that existed."""
        if outcome is None:
            self.known += 1
        elif outcome.printout is None:
            self.fail(outcome.order.place, outcome.faults, outcome.traceback)
        else:
            self.made += 1
            printout = outcome.printout
            left_out = [f"{reason}: {', '.join(names)}." for reason, names in printout.left_out]
            for line in (*printout.advice, *left_out, *(f"Warning: {warning}" for warning in printout.warnings)):
                self.lines.setdefault(line, []).append(outcome.order.target.name)

    def fail(self, place: int, faults: tuple[Fault, ...], traceback: str = "") -> None:
        """Note what keeps a row from being made: its faults, and the traceback of a mistake in cardgen."""
        self.faults[place] = faults
        if traceback:
            self.tracebacks[place] = traceback

    def advice(self) -> Iterator[str]:
        """Lines about all documents, then those about some of them, with the names of their files."""
        for line, files in sorted(self.lines.items(), key=lambda item: (-len(item[1]), min(item[1]))):
            yield line if len(files) == self.made else f"{name_first(sorted(files), MOST_NAMED)}: {line}"


def name_rows(places: Collection[int]) -> str:
    """Rows of a roster, the first few of many: "row 5", "rows 2, 3, 8, and 40 more"."""
    numbers = [str(place) for place in sorted(places)]
    return f"row{'' if len(places) == 1 else 's'} {name_first(numbers, MOST_NAMED)}"
