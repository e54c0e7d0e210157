"""Which type sizes and lengths a session plan has."""

from typing import Annotated, Literal

import msgspec

from cardgen.layouts.parts.scales import Points
from cardgen.reading.models import Model
from cardgen.units import Length

LEAST_PLAN = 8.5
"""The least type size on a session plan, in points: it is read in the hand."""


class PlanScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a session plan."""

    columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    """Of the table."""
    margin: Length
    title: Points
    total: Points
    facts: Points
    heading: Points
    text: Points
    list_icon: Length
    bar: Length
    """Height of the timeline's bar."""
    digits: Points
    map: Length
    """Height of the body."""
    number: Points
    name: Points
    cue: Points | None = None
    """None leaves cues to the cards."""
    clock: Points
    amount: Points
    """An amount in words."""
    count: Points
    """An amount in figures."""
    icon: Length
    row: Length
    """The least height of a row."""
    most_row: Length
    cautions: Literal["rows", "list"]
    """Where the steps' own cautions are told: below their names, or in the list."""
    amounts: bool
    """Whether all amounts in words stand in the table, not only the shortest."""
