"""Which type sizes and lengths the pages of a booklet have."""

from typing import Annotated

import msgspec

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import Length

LEAST_BOOK = 10
"""The least type size in a booklet."""


class BookScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a booklet's pages, which are read in the hand."""

    outer: Length
    """The margin at the fore edge; the one at the spine is wider by `gutter`."""
    gutter: Length
    top: Length
    bottom: Length
    cover: Points
    title: Points
    heading: Points
    body: Points
    running: Points
    """The running head and the page's number."""
    number: Points
    step: Points
    """The title of a step."""
    key: Points
    key_words: Points
    word: Points
    note: Points
    cue: Points
    least: Points
    """The least type size of words."""
    icon: Length
    small_icon: Length
    figure: float
    """The part of a page's width that a figure gets beside the facts."""
    timeline_bar: Length
    timeline_numbers: Points
    """On the timeline's bar."""
    columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    """Of a step's paragraphs; one column runs them together."""

    @property
    def bodies(self) -> list[float]:
        """The type sizes that a step's paragraphs may have, the largest first."""
        return [self.body - step / 2 for step in range(int(2 * (self.body - LEAST_BOOK)) + 1)]
