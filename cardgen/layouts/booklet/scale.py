"""Which type sizes and lengths the pages of a booklet have; their values are in `data/scales/booklet.yaml`."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.reading.models import Model
from cardgen.units import Length

LEAST_BOOK = 10
"""The least type size in a booklet, in points: it is read in the hand."""


class StepSizes(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step: on half a page, or on a whole one."""

    square: Length
    """Side of the square of its number."""
    title: Points
    where: Points
    """Where on the body, below the title; and the time at the right."""
    key_figure: Points
    """The amount, as a number."""
    key_words: Points
    """The amount, in words."""
    fact: Points
    """The word of a fact."""
    fact_note: Points
    fact_icon: Length
    cue: Points
    detail: Points
    """The text below the cue."""
    caution: Points
    figure: float
    """Width of a figure next to the facts, as a fraction of the room."""
    gap: Length
    """Between its parts."""

    def shrunk(self, part: float, least: float) -> StepSizes:
        """The same with smaller facts, cue and gaps; no words become smaller than the least size.

        The caution stays as it is.
        """
        return replace(
            self,
            key_figure=part * self.key_figure,
            key_words=max(least, part * self.key_words),
            fact=max(least, part * self.fact),
            fact_note=max(least, part * self.fact_note),
            fact_icon=Length(part * self.fact_icon),
            cue=max(least, part * self.cue),
            gap=Length(part * self.gap),
        )


class BookScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a booklet's pages."""

    outer_margin: Length
    """At the fore edge; the margin at the spine is wider by `gutter`."""
    gutter: Length
    top_margin: Length
    bottom_margin: Length
    halves_gap: Length
    """Between the two halves of a page."""
    cover_title: Points
    page_title: Points
    heading: Points
    """Of a paragraph, or of a group of lines."""
    body: Points
    """The text of a paragraph."""
    least: Points = LEAST_BOOK
    """The least size of any words."""
    running_head: Points
    """And the page number."""
    list_icon: Length
    """The icon of a paragraph."""
    band: Length
    """Height of the band that opens a chapter."""
    band_title: Points
    band_facts: Points
    opener: Points
    """The lines below it."""
    half: StepSizes | None = None
    """A step on half a page; None where every step has a page."""
    whole: StepSizes
