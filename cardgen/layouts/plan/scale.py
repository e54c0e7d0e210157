"""Which type sizes and lengths a session plan has; their values are in `data/scales/plan.yaml`."""

from typing import Annotated, Literal

import msgspec

from cardgen.layouts.parts.scales import Points
from cardgen.reading.models import Model
from cardgen.units import Length

LARGER = "page, with <paper>"
"""The remedy for a text that does not fit: something with more room."""
LEAST_PLAN = 8.5
"""The least type size on a session plan, in points: it is read in the hand."""


class PlanScale(Model, frozen=True, kw_only=True, cache_hash=True):
    """Type sizes in points and lengths of a session plan; its hash is kept, as that of a row is."""

    margin: Length
    title: Points
    total_time: Points
    facts: Points
    """The line below the title."""
    list_heading: Points
    list_text: Points
    list_icon: Length
    timeline_bar: Length
    """Height of a bar."""
    timeline_number: Points
    """A step's number on its bar."""
    body_height: Length
    table_columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    step_number: Points
    step_title: Points
    cue: Points | None = None
    """None leaves cues to the cards."""
    clock: Points
    key_figure: Points
    """The amount, as a number."""
    key_figure_words: Points
    """The amount, in words."""
    caution: Points = LEAST_PLAN
    """The lines below a name in two columns."""
    fact_icon: Length
    least_row: Length
    """Height of a row in the table."""
    most_row: Length
    cautions: Literal["rows", "list"]
    """Where the steps' cautions are: below their titles, or in the list."""
    table: Literal["icons", "compact"] = "icons"
    """Columns of icons, or a number over the dots of its pressure with all the words next to it."""
    whole_rows: bool
    """Whether a row says all that its icons do not, in any number of words; else the long ones go to the back."""
