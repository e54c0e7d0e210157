"""Which type sizes and lengths an overview card has; their values are in `data/scales/overview.yaml`."""

from cardgen.layouts.parts.scales import PaperScale, Points
from cardgen.reading.models import Model
from cardgen.units import Length


class CellScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step with its figure."""

    tile: bool = False
    """Whether its texts are around its figure, not in a row next to it."""
    square: Length
    """Side of the square with the step's number."""
    figure: Length
    """Width of the figure."""
    figure_height: Length
    """The least height of the figure."""
    title: Points
    where: Points
    amount: Points
    """The amount, in words; a number is larger."""
    icon: Length
    word: Points
    """The word next to an icon, and the minutes below the number."""
    note: Points
    """The note below a word, and the notes that no icon shows."""
    caution: Points
    bar: Length
    """Height of the bar with the caution."""


class OverviewScale(PaperScale, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a card with a whole routine."""

    margin: Length
    title: Points
    fact: Points
    """A fact about the whole routine, below the title."""
    step_number: Points
    step_title: Points
    icon_words: Points
    """The words for a step's icons, and its caution; on a card with figures, how a step is done."""
    least: Points
    small_print: Points = 8
    icon: Length
    cells: list[CellScale] = []
    """The sizes that steps with figures may have, the roomiest first; empty when the card is too small for figures."""
    finer_cells: list[CellScale] = []
    """Further sizes, used only to have all steps on the front of a poster."""
    gap: Length = Length(0)
    """The least distance between two steps with figures."""
    columns: tuple[int, ...] = (1,)
    """How many steps with figures may be side by side, the fewest first."""
    icons_below_title: bool
    """Whether a step's icons are below its title, not next to it, where it has no figure."""
