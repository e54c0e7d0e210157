"""Which type sizes and lengths a step card has; their values are in `data/scales/steps.yaml`."""

from functools import cache

from msgspec.structs import asdict, replace

from cardgen.layouts.parts.key_figure import KeySizes
from cardgen.layouts.parts.scales import PaperScale, Points, scale_for
from cardgen.units import Length, Size

LEAST_GROWTH = 1.07
"""A card that is larger than its scale by less than this gets more room, not larger type."""


class StepScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step card.

    Everything above the figure is measured from the top of the card, everything below it from the bottom.
    """

    drawn_width: Length
    """Width of the card that the values are for; on larger cards all of them grow."""
    drawn_height: Length
    most_growth: float = 3.0
    margin: Length
    square: Length
    """Side of the square with the step's number."""
    title: Points
    least_title: Points
    where: Points
    least_where: Points
    where_baseline: Length
    figure_top: Length
    figure_width: Length
    """Of the column that holds the figure."""
    column_gap: Length
    """Between the figure and the column of facts."""
    key_figure_top: Length
    key_figure: Points
    """The amount, as a number."""
    phrase: Points
    """The amount, in words."""
    long_phrase: Points
    """The amount, in many words."""
    first_row: Length
    """From the top of the key figure to the middle of the first row of facts."""
    rows: int
    """The number of facts next to a figure."""
    icon: Length
    fact: Points
    """The word of a fact."""
    fact_note: Points | None = None
    """The note below it; None leaves notes to the back."""
    least_fact: Points
    middle_end: Length
    """The lower end of the figure and of the facts."""
    cue: Points | None = None
    """None leaves the cue to the back."""
    least_cue: Points
    cue_end: Length
    """The last baseline of the cue."""
    caution: Points
    least_caution: Points
    bar_end: Length
    bar: Length
    """Height of the bar with the caution."""
    sign: Length
    """The caution sign."""
    foot: Length
    """The middle of the last line."""
    progress: Points
    small_print: Points
    heading: Points
    """Of a paragraph."""
    body: Points
    """The text of a paragraph."""
    least_body: Points
    paragraph_icon: Length
    title_card: bool = False
    """Whether a deck begins with a card about all of it."""
    routine_name: bool = True
    """Whether the small print has the routine's name."""
    texts_beside_icons: bool = True
    """Whether the text of a paragraph is next to its icon; else it is below it, and as wide as the card."""
    one_line: bool = False
    """Whether a word with a note below it is on one line."""
    any_size: bool = False
    """Whether each fact has the size that fits, instead of one for all facts of a card."""
    broken_words: bool = False
    """Whether the words of facts may be broken with a hyphen."""
    line_weight: float = 1.0
    """Weight of the figure's lines, as a multiple of the usual one."""

    @property
    def column(self) -> float:
        """From the left margin to the column of facts."""
        return self.figure_width + self.column_gap

    @property
    def key_sizes(self) -> KeySizes:
        """The type sizes of a key figure."""
        return KeySizes(self.key_figure, self.phrase, self.long_phrase)


KEPT = (
    "width",
    "height",
    "large",
    "drawn_width",
    "drawn_height",
    "most_growth",
    "rows",
    "title_card",
    "routine_name",
    "one_line",
    "any_size",
    "broken_words",
    "texts_beside_icons",
)
"""Fields of a scale that do not grow."""


@cache
def step_scale(card: Size, large: bool = False) -> StepScale:
    """The type sizes and lengths of a card of this size, for large print or for the usual one."""
    scale = scale_for(card, "steps", list[StepScale], large)
    growth = min(card.width / scale.drawn_width, card.height / scale.drawn_height, scale.most_growth)
    if growth < LEAST_GROWTH:
        return scale
    grown = {field: value * growth for field, value in asdict(scale).items() if field not in KEPT and value is not None}
    return replace(scale, **grown)
