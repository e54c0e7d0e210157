"""The rows of the facts on the front of a step card."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from cardgen.layouts.parts.facts import SetFact
from cardgen.scene.text import SLACK
from cardgen.wording.deck import Fact


class FactRows(Struct, frozen=True):
    """Facts broken into lines, each in its row."""

    chosen: Sequence[Fact]
    facts: Sequence[SetFact]
    rows: Sequence[tuple[float, float]]
    """The top of the row of each fact, and its height, in points."""

    @property
    def least_type(self) -> float:
        """The size of the smallest type, in points."""
        return min(text.size for fact in self.facts for text in (fact.word, fact.note) if text)

    @property
    def notes(self) -> int:
        """How many notes are below their words."""
        return sum(fact.note is not None for fact in self.facts)

    def below(self, clear: float) -> FactRows:
        """The same rows, as far from what is `clear` points above them as from each other; the last one stays."""
        count = len(self.rows)
        if count < 2 or self.rows[0][0] > SLACK:
            return self
        gaps = (following - top - height for (top, height), (following, _) in pairwise(self.rows))
        lower = (min(gaps) - clear) * (count - 1) / count
        if lower <= 0:
            return self
        shifts = (lower * (1 - place / (count - 1)) for place in range(count))
        moved = [(top + shift, high) for (top, high), shift in zip(self.rows, shifts, strict=True)]
        return FactRows(self.chosen, self.facts, moved)
