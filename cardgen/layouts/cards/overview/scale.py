"""Which type sizes and lengths an overview card has; their values are in `data/scales/overview.yaml`."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import Length


class OverviewScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a card with a whole routine."""

    margin: Length
    title: Points
    fact: Points
    """A fact about the whole routine, below the title."""
    step_number: Points
    step_title: Points
    icon_words: Points
    """What a step's icons mean, and its caution."""
    least: Points
    small_print: Points = 8
    icon: Length
    figure_width: Length | None = None
    """Width of a step's figure; None when the card is too small for figures."""
    icons_below_title: bool
    """Whether a step's icons are below its title, not beside it."""
