"""Which type sizes and lengths a step card has; their values are in `data/scales/steps.yaml`."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.units import MM, Length


class StepScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step card."""

    margin: Length
    step_number: Points
    title: Points
    where: Points
    """Where on the body, below the title."""
    key_figure: Points
    """How much, as a number."""
    key_figure_words: Points
    """How much, in words."""
    fact: Points
    """The word of a fact."""
    fact_note: Points | None = None
    """The note below it; None leaves notes to the back."""
    cue: Points | None = None
    """None leaves the cue to the back."""
    least_cue: Points | None = None
    caution: Points
    heading: Points
    """Of a paragraph."""
    body: Points
    """The text of a paragraph."""
    least_body: Points
    small_print: Points
    least: Points
    """The least size of any other text on a front."""
    fact_icon: Length
    least_fact_icon: Length = Length(8 * MM)
    """A smaller icon could not be read at the table (print facts: 7 mm in the hand)."""
    paragraph_icon: Length
    """The icon of a paragraph, and the caution sign."""
    figure_width: Length
    """Of the column that holds the figure."""
    line_weight: float = 1.0
    """Weight of the figure's lines, as a multiple of the usual one."""
    where_top: Length
    """From the top of the card to the place on the body, which is above the figure and the facts."""
    foot: Length
    """Height of the foot with cue, caution and small print."""
    routine_name: bool
    """Whether the small print has the routine's name."""
    words_below_icons: bool = False
    """Whether the words of facts are below their icons, not beside them."""
