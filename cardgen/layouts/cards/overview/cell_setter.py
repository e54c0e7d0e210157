"""Sets the steps of an overview card, with their figures, in cells of one size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from cardgen.layouts.cards.overview.cell import FIGURE_GAP, GAP, SQUARE_GAP, Cell
from cardgen.layouts.cards.overview.cell_facts import ways_to_set
from cardgen.layouts.cards.overview.cell_texts import (
    BELOW_TITLE,
    StepTexts,
    Telling,
    TextWidths,
    set_caution,
    shown_facts,
    texts_in,
)
from cardgen.layouts.cards.overview.fact_columns import Wording, set_in_columns
from cardgen.layouts.cards.overview.scale import CellScale
from cardgen.layouts.parts.figure import is_wide
from cardgen.scene.text import CAP
from cardgen.units import MM
from cardgen.wording.deck import StepCard

WIDE_TEXT, AMOUNT_PART = 62 * MM, 0.37
"""Texts this wide have the amount next to the title, in a column that is this part of them."""
WIDE_FIGURE = 1.6
"""Width of the figures where most of them are wide, as a multiple of the usual one."""
TRIED: dict[Telling, tuple[Telling, ...]] = {"notes": ("notes",), "brief": ("brief",), "line": ("line", "notes")}
"""The ways to word the facts that are tried for a step; the one with the least height is used."""


class CellSetter:
    """Sets steps in cells of one size, `room` points wide: their texts once for each way to tell about them."""

    def __init__(self, steps: Sequence[StepCard], scale: CellScale, room: float) -> None:
        if sum(is_wide(step) for step in steps) > len(steps) / 2:
            figure, height = WIDE_FIGURE * scale.figure, scale.figure_height / WIDE_FIGURE
            scale = replace(scale, figure=figure, figure_height=height)
        self.steps, self.scale, self.room = steps, scale, room
        self.texts_set: dict[Telling, list[StepTexts | None]] = {}

    @cached_property
    def least_heights(self) -> list[float]:
        """A lower bound on the height of each step, known before its texts are broken into lines."""
        return [self._least_height(step) for step in self.steps]

    def _least_height(self, step: StepCard) -> float:
        scale, gap = self.scale, GAP * self.scale.note
        bar = scale.bar + gap if step.caution else 0.0
        if scale.tile:
            return scale.square + CAP * scale.where + scale.figure_height + 2 * gap + bar
        icons = scale.icon if any(fact.topic != "time" for fact in step.facts) else 0.0
        texts = CAP * (scale.title + scale.where) + BELOW_TITLE * scale.where + gap + icons
        return max(scale.figure_height, texts + bar)

    def set_cells(self, telling: Telling, in_columns: bool) -> list[Cell]:
        """The steps, cautions where they need the least height; empty when a text does not fit.

        `in_columns`: in rows with facts in common columns where that needs hardly more height; all texts must fit.
        """
        texts = self._in_columns(telling) if in_columns and not self.scale.tile else self._tried(telling)
        places = (True,) if self.scale.tile else (False, True)
        return min(
            filter(None, (self._cells(texts, below) for below in places)),
            key=lambda cells: sum(cell.height for cell in cells),
            default=[],
        )

    def _cells(self, texts: Sequence[Sequence[StepTexts | None]], below: bool) -> list[Cell]:
        """Each step in the least height, with its caution below all or next to the figure; empty for a misfit."""
        found: list[Cell] = []
        for step, tried in zip(self.steps, texts, strict=True):
            caution = set_caution(step, self.scale, self.room if below or self.scale.tile else self._text)
            cells = [Cell(step, texts, caution, self.scale, self._amount_beside, below) for texts in tried if texts]
            if not cells or (step.caution and not caution):
                return []
            found.append(min(cells, key=lambda cell: cell.height))
        return found

    def _tried(self, telling: Telling) -> list[tuple[StepTexts | None, ...]]:
        """The texts of each step, in each way to word its facts."""
        return [*zip(*map(self._texts, TRIED[telling]), strict=True)]

    def _texts(self, telling: Telling) -> list[StepTexts | None]:
        """The texts of each step; None for one that has too little room."""
        if telling not in self.texts_set:
            columns = self._columns
            self.texts_set[telling] = [texts_in(step, self.scale, columns, telling) for step in self.steps]
        return self.texts_set[telling]

    def _in_columns(self, telling: Telling) -> list[Sequence[StepTexts | None]]:
        """The same with facts in columns that steps share; a step that needs much more height so has its own."""
        tried = self._tried(telling)
        steps = [
            [self._wording(step, way, texts) for way, texts in zip(TRIED[telling], each, strict=True) if texts]
            for step, each in zip(self.steps, tried, strict=True)
        ]
        return [
            [replace(texts, facts=facts) for texts, facts in zip(filter(None, each), found, strict=True) if facts]
            or each
            for each, found in zip(tried, set_in_columns(steps, self.scale.icon, self._text), strict=True)
        ]

    def _wording(self, step: StepCard, telling: Telling, texts: StepTexts) -> Wording:
        """The facts of a step in one way to word them, with what is below them."""
        ways = ways_to_set(shown_facts(step, telling), self.scale, self._text, telling == "notes")
        return Wording(ways, texts.facts, texts.rest.height + GAP * self.scale.note if texts.rest else 0.0)

    @property
    def _text(self) -> float:
        """The width of the texts next to a figure."""
        beside = self.room - self.scale.figure - FIGURE_GAP
        return beside if self.scale.tile else beside - self.scale.square - SQUARE_GAP

    @property
    def _amount_beside(self) -> bool:
        """Whether amounts are next to titles."""
        return not self.scale.tile and self._text >= WIDE_TEXT

    @property
    def _columns(self) -> TextWidths:
        text = self._text
        if self.scale.tile:
            return TextWidths(self.room - self.scale.square - SQUARE_GAP, text, text, self.room)
        amount = AMOUNT_PART * text if self._amount_beside else text
        return TextWidths(text - amount - FIGURE_GAP if self._amount_beside else text, amount, text, text)
