"""Which type sizes and lengths a card with a whole routine has."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import Length


class OverviewScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a card with a whole routine."""

    margin: Length
    title: Points
    fact: Points
    number: Points
    name: Points
    line: Points
    least: Points
    small: Points = 8
    """The footer."""
    icon: Length
    figure: Length | None = None
    """Width of a row's figure; None when the card is too small for one."""
    stacked: bool
    """The icons stand below the name, not beside it."""
