"""Which type sizes and lengths a step card has."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import MM, Length


class StepScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step card; the first scale that the card is large enough for is used."""

    margin: Length
    number: Points
    title: Points
    key: Points
    key_words: Points
    word: Points
    """The word of a fact."""
    note: Points | None = None
    """The note below a fact; None leaves notes to the back."""
    cue: Points | None = None
    """None leaves the cue to the back."""
    least_cue: Points | None = None
    caution: Points
    heading: Points
    body: Points
    least_body: Points
    small: Points
    """The footer."""
    least: Points
    """The least size of any other text on a front."""
    icon: Length
    least_icon: Length = Length(8 * MM)
    """A smaller icon could not be read at the table (print facts: 7 mm in the hand)."""
    small_icon: Length
    figure: Length
    """Width of the column that holds the figure."""
    weight: float = 1.0
    """How heavy the lines of the figure are beside the usual weight."""
    middle: Length
    """Where the figure and the facts begin, from the top."""
    foot: Length
    """The height that cue, caution and footer have at the bottom."""
    footer: bool
    stacked: bool = False
    """The words of the facts stand below their icons, not beside them."""
