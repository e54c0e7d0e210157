"""Which type sizes and lengths the pages of a booklet have; their values are in `data/scales/booklet.yaml`."""

from typing import Annotated

import msgspec

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import MM, Length

LEAST_BOOK = 10
"""The least type size in a booklet, in points: it is read in the hand."""
COLUMN_GAP = 6 * MM
"""Between two columns of facts or paragraphs."""


class BookScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a booklet's pages."""

    outer_margin: Length
    """At the fore edge; the margin at the spine is wider by `gutter`."""
    gutter: Length
    top_margin: Length
    bottom_margin: Length
    cover_title: Points
    page_title: Points
    heading: Points
    """Of a paragraph."""
    body: Points
    """The text of a paragraph."""
    running_head: Points
    """And the page number."""
    step_number: Points
    step_title: Points
    where: Points
    """Where on the body, below the title of a step."""
    key_figure: Points
    """How much, as a number."""
    key_figure_words: Points
    """How much, in words."""
    fact: Points
    """The word of a fact."""
    fact_note: Points
    cue: Points
    least: Points
    """The least size of other words."""
    fact_icon: Length
    paragraph_icon: Length
    """The icon of a paragraph, and the caution sign."""
    figure_share: float
    """Width of a figure beside the facts, as a part of the width between the margins."""
    timeline_bar: Length
    """Height of a bar."""
    timeline_number: Points
    """A step's number on its bar."""
    part_gap: Length = Length(4 * MM)
    """Between the parts of a step's page."""
    paragraph_columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    """On the page of a step; one column runs the paragraphs together."""

    @property
    def bodies(self) -> list[float]:
        """The type sizes that a step's paragraphs may have, the largest first."""
        return [self.body - step / 2 for step in range(int(2 * (self.body - LEAST_BOOK)) + 1)]
