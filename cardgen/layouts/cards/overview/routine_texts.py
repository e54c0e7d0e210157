"""The texts of a routine on an overview card with figures: its summary, its paragraphs, and the other side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cardgen.layouts.cards.overview.items import TextAlone, set_band
from cardgen.layouts.cards.overview.pairs import Item
from cardgen.layouts.cards.overview.run_in import set_run_ins
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import fit
from cardgen.wording.deck import Block, SafetyRules, Section

LEAD = 2.4
"""The greatest height of the routine's summary, in type sizes."""


class RoutineTexts:
    """The texts of one routine, broken into lines `room` points wide."""

    def __init__(self, section: Section, scale: OverviewScale, sketch: Sketch, room: float) -> None:
        self.section, self.scale, self.sketch, self.room = section, scale, sketch, room
        self.paragraphs_set: dict[tuple[tuple[Block, ...], float], list[Item]] = {}

    @cached_property
    def leads(self) -> list[list[Item]]:
        """The summary of the routine, if it fits on a line or two; otherwise nothing."""
        scale = self.scale
        sizes, room = (scale.fact, scale.least), (self.room, LEAD * scale.fact)
        setting = fit(self.section.summary, "regular", sizes, room, 1.2)
        return [[TextAlone(setting, "P")], []] if setting else [[]]

    def head(self, rules: SafetyRules, size: float) -> list[Item]:
        """Who it is for, what to ask, when not to massage, and what to do before."""
        return self.paragraphs((*self.section.recipient, *rules.before), size)

    def tail(self, rules: SafetyRules, size: float) -> list[Item]:
        """The other side, where not to press, when to stop, and what to do afterwards."""
        return [*self.band, *self.rules_at_work(rules, size)]

    @cached_property
    def band(self) -> list[Item]:
        """That the other side comes now; nothing for a routine with one side."""
        section = self.section
        band = set_band(section.other_side_icon, section.other_side, self.scale.fact, self.room)
        return [band] if section.other_side and band else []

    def rules_at_work(self, rules: SafetyRules, size: float) -> list[Item]:
        """Where not to press, when to stop, and what to do afterwards."""
        return self.paragraphs((*rules.while_working, *self.section.aftercare), size)

    def paragraphs(self, blocks: Sequence[Block], size: float) -> list[Item]:
        key = tuple(blocks), size
        if key not in self.paragraphs_set:
            self.paragraphs_set[key] = list(set_run_ins(blocks, size * self.scale.least, self.room, self.sketch))
        return self.paragraphs_set[key]
