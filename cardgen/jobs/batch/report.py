"""What became of the rows of a roster, gathered while their documents are made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

MOST_NAMED = 8
"""So many rows are named that something is said of."""


class Report:
    """Rows by their places in the roster: what is wrong with them, and what is said of their documents."""

    def __init__(self) -> None:
        self.made = 0
        self.faults: dict[int, str] = {}
        self.said: dict[str, list[int]] = {}
        """Lines about documents, and the rows of these."""

    def add(self, place: int, said: Iterable[str]) -> None:
        """A document was made."""
        self.made += 1
        for line in said:
            self.said.setdefault(line, []).append(place)

    def advice(self) -> Iterator[str]:
        """What is said of all documents, then what is said of some of them, with their rows."""
        for line, places in sorted(self.said.items(), key=lambda item: (-len(item[1]), min(item[1]))):
            yield line if len(places) == self.made else f"{rows_named(places).capitalize()}: {line}"


def rows_named(places: Collection[int]) -> str:
    """Rows of a roster, the first few of many: "row 5", "rows 2, 3, 8 and 40 more"."""
    first = ", ".join(map(str, sorted(places)[:MOST_NAMED]))
    more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
    return f"row{'' if len(places) == 1 else 's'} {first}{more}"
