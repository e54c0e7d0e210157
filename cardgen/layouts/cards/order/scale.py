"""Which type sizes and lengths an order card has; their values are in `data/scales/order.yaml`."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import Length


class OrderScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a card that says which cards to lay out."""

    margin: Length
    title: Points
    length: Points
    """The number of cards and the time of the session, below the title."""
    name: Points
    """The name of a card."""
    step: Points
    """The title of a step, and a changeover."""
    facts: Points
    """When a step begins, how long it takes, and what differs from its card."""
    least: Points
    small_print: Points = 8
